routing-stakeholder-unknown = Nobody in the registry has the id “{ $value }”. The command consult route shows the ids.
routing-target-unknown = “{ $value }” is nothing that can be asked. Allowed: an article (untoc.5), several (untoc.5-10), a whole instrument (untoc), a topic or one item (untoc.5.1.b).
routing-target-not-asked = This consultation asks nothing about { $value }; the entry has no effect.
routing-training-unknown = Nobody in the registry has completed the training “{ $value }” yet. The rule waits until somebody has; trainings stand in the column “Trainings”.
routing-says-nothing = This entry says nothing: “{ $key }” is missing or empty. Fill it in, or take the entry out.
routing-rule-fits-nobody = Nobody in the registry fits this rule. Check its kinds, sectors and trainings, or take it out.
