# Kinds of stakeholder: one body, and several.
authority = Authority
ngo = Non-governmental organization
academia = Academia
private-sector = Private sector
other = Other
non-governmental = Non-governmental stakeholders
