# Added to a problem that knows a near word (its field `near`).
did-you-mean = Did you mean “{ $near }”?
# In letters, whose sentences have these quotation marks throughout.
did-you-mean-in-print = Did you mean “{ $near }”?
