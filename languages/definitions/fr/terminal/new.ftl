new-made = Une nouvelle consultation ({ $state }) se trouve dans { $folder }
new-file = { $path }
new-next-settings = lisez consultation.yaml et remplissez stakeholders.xlsx, puis : consult check
new-ask-state = Quel État ? (code ISO tel que ML ; XA pour un exercice)
new-ask-language = Quelle langue de travail ? ({ $allowed })
new-ask-focal-point = Nom du point de contact
new-ask-office = Ministère ou service du point de contact
new-ask-email = Adresse électronique du point de contact
