# Le registre des parties prenantes. Là où des mots sont séparés par « | », le premier est imprimé et tous sont compris.

heading-name = Nom | Organisme | Organisation | Institution | Partie prenante
heading-kind = Type | Catégorie | Nature
heading-sector = Secteur | Domaine
heading-mandates = Mandats | Mandat | Articles | Thèmes
heading-languages = Langues | Langue
heading-contact = Contact | Personne à contacter | Personne de contact | Interlocuteur
heading-email = Courriel | E-mail | Adresse électronique | Mél | Adresse de courriel
heading-telephone = Téléphone | Tél. | Portable
heading-at-risk = Exposé à des risques | À risque | En danger | Exposé à un risque | À protéger | Risque
heading-attribution = Attribution | Mention | Peut être nommé
heading-id = Identifiant | Id | Code
heading-regions = Régions | Région | Province | Provinces
heading-expertise = Expertise | Domaines d’expertise | Thèmes d’expertise | Compétences | Expert en
heading-focal = Point de contact régional | Point focal régional | Point de contact pour | Point focal
heading-events = Événements | Événement | Réunions | Événements suivis
heading-trainings = Formations | Formation | Formations suivies | Formé à
heading-notes = Notes | Note | Remarques | Observations | Commentaires

kind-authority = Autorité | Autorité publique | Administration | Gouvernement | Ministère
kind-ngo = ONG | Organisation non gouvernementale | Société civile | Organisation de la société civile | OSC | Association
kind-academia = Milieu universitaire | Université | Universitaire | Recherche | Monde universitaire
kind-private-sector = Secteur privé | Privé | Entreprise
kind-other = Autre

yes = Oui | O | X | Vrai | 1
no = Non | N | Faux | 0

attribution-named = Nommé | Nommée | Par son nom | Nom
attribution-by-type = Par type | Type
attribution-anonymous = Anonyme

everything = Tout | Tous | Tous les articles | Toutes
article-words = article | articles | art | de | la | du
to-words = à
