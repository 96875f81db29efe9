serve-start = { $count ->
    [one] La consultation avance d’elle-même
   *[other] { $count } consultations avancent d’elles-mêmes
 } : chaque action à sa date, et un tour { $minutes ->
    [one] par minute
   *[other] toutes les { $minutes } minutes
 } pour ce qui a manqué. La télémétrie est désactivée.
serve-page = Prefect montre ce qui se passe à l’adresse { $address }
serve-how-to-stop = Arrêtez avec Ctrl+C : ce qui est en cours sera d’abord terminé.
serve-stopping = { $count ->
    [one] Une exécution se termine…
   *[other] { $count } exécutions se terminent…
 }
serve-stop = Arrêté : les calendriers sont suspendus, l’agent et le serveur lancés ici sont terminés. Tout ce qui a été fait est consigné.
serve-next = relancez avec « consult serve », ou faites une fois ce qui est dû avec « consult advance »
serve-enrolled = { $count ->
    [one] Une consultation
   *[other] { $count } consultations
 }, { $deployments } déploiements dans le groupe de travail { $pool }.
serve-next-worker = lancez un agent là où sont les dossiers : prefect worker start --type process --pool { $pool }
serve-no-server = --pool demande un serveur Prefect : indiquez-le dans PREFECT_API_URL, par exemple http://prefect.example:4200/api (docs/scale.md).
