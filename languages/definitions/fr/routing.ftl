# Pourquoi une question est posée à une partie prenante ; $detail : article, instrument, thème ou raison en toutes lettres.
because-article = Son mandat couvre { $detail }
because-instrument = Son mandat couvre tout l’instrument { $detail }
because-topic = Son mandat couvre le thème suivant : { $detail }
because-rule = En vertu d’une règle : { $detail }
because-rule-unexplained = En vertu d’une règle de routing.yaml
because-added = Ajouté par le point de contact : { $detail }
because-added-unexplained = Ajouté par le point de contact dans routing.yaml
because-closing = Questions de clôture sur { $detail }, article auquel il répond en partie
because-follow-up = { $detail }, qui lui est posée, fait suite à cette question
