texts-withheld = { $count ->
    [one] Un texte ne figure pas
   *[other] { $count } textes ne figurent pas
 } dans l’édition externe, car l’imprimer révélerait qui a écrit quoi. L’édition interne les énumère avec le motif : demandez leur accord aux contributeurs, ou laissez les choses en l’état.
characters-replaced = Des caractères qu’aucun document ne peut contenir ont été remplacés par � dans : { $items }. Comparez avec le fichier renvoyé si le texte se lit mal.
