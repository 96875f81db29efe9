template-missing = Il n’y a pas de modèle « { $name } ». Placez un fichier de ce nom dans le même dossier, ou retirez la ligne qui le demande.
template-syntax = Ce modèle ne peut pas être lu : { $why }. Comparez cette ligne avec docs/products.md.
template-not-closed = « { $tag } » s’ouvre ici et n’est jamais fermé. Ajoutez « { $closing } » là où il se termine.
template-tag-unknown = Il n’y a pas de balise « { $tag } ». Balises admises : { $allowed }.
template-filter-unknown = Il n’y a ni filtre ni test « { $name } ». docs/products.md énumère ceux qui existent.
template-fact-unknown = Il n’y a pas de donnée « { $name } » ici. Données disponibles : { $allowed }.
template-failed = Le remplissage de ce modèle s’est arrêté ici : { $why }. Demandez d’abord si la donnée existe (« if … is defined »), ou prenez-en une autre.
template-block-unknown = Il n’y a pas de bloc « ::: { $name } ». Blocs admis : { $allowed }.
