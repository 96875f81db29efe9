# What a provision demands of a State party, as printed beside an item.
mandatory = Mandatory
optional-consider = To be considered
best-efforts = Best efforts
may = Optional
definition = Definition
