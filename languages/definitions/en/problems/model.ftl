# Added to a problem that knows a near word (its field `near`).
did-you-mean = Did you mean "{ $near }"?
