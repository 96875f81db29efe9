# What stands in a new consultation.yaml until a person writes something else.
example-state = Example State
focal-point-name = (name of the focal point)
focal-point-office = (ministry and office)
