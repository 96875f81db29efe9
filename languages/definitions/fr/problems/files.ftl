file-missing = Il n’y a pas de { $name } ici. Lancez cette commande dans un dossier de consultation, ou créez-en un : consult new DOSSIER
file-unreadable = Ce fichier ne peut pas être lu ({ $why }). Vérifiez qu’il existe, que vous avez le droit de le lire et qu’aucun autre programme ne le retient.
not-yaml = Ce n’est pas du YAML valide : { $why }. Vérifiez le retrait, les deux-points et les guillemets juste avant cet endroit.
duplicate-key = La clé « { $key } » figure deux fois. N’en gardez qu’une.
unknown-key = La clé « { $key } » n’est pas connue ici. Clés admises : { $allowed }.
missing-key = La clé « { $key } » manque. Ajoutez-la avec une valeur.
bad-value = « { $value } » ne convient pas à « { $key } » : { $why }.
