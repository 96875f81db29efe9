serve-start = La consultation avance toutes les { $minutes } minutes ; arrêtez avec Ctrl+C. La télémétrie est désactivée.
serve-page = Prefect montre ce qui se passe à l’adresse { $address }
serve-stop = Arrêté. Tout ce qui a été fait est consigné.
