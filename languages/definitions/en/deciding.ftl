# The columns of choice sheets that every process has, and what stands in them.
header-body = Body
header-kind = Kind
header-option = Choice
header-kinds = Chosen by
not-named = Not named here
