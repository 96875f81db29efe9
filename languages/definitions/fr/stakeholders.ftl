# Types de parties prenantes.
authority = Autorité
ngo = Organisation non gouvernementale
academia = Milieu universitaire
private-sector = Secteur privé
other = Autre
non-governmental = Parties prenantes non gouvernementales
