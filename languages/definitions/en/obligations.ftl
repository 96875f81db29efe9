# What a provision demands of a State party, as printed after it.
mandatory = mandatory
optional-consider = to be considered
best-efforts = best efforts
may = optional
definition = definition
