routing-stakeholder-unknown = Personne au registre n’a l’identifiant « { $value } ». La commande consult route affiche les identifiants.
routing-target-unknown = « { $value } » ne désigne rien que l’on puisse demander. Sont admis : un article (untoc.5), plusieurs (untoc.5-10), un instrument entier (untoc), un thème ou une seule question (untoc.5.1.b).
routing-target-not-asked = La présente consultation ne pose aucune question sur { $value } ; l’entrée est sans effet.
routing-training-unknown = Personne au registre n’a encore suivi la formation « { $value } ». La règle attend que ce soit le cas ; les formations figurent dans la colonne « Formations ».
routing-says-nothing = Cette entrée ne dit rien : « { $key } » manque ou est vide. Complétez-la, ou retirez-la.
routing-rule-fits-nobody = Personne au registre ne correspond à cette règle. Vérifiez les types, les secteurs et les formations, ou retirez-la.
