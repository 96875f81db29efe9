person-unknown = Nobody here is called “{ $value }”. Listed are: { $allowed }. Give one of these names with --as, or add the person under “people” in consultation.yaml.
who-acts = Several people work on this consultation, so the record must say who does this. Give your name: consult --as NAME …, or once for all: export CONSULT_AS=NAME. This may be done by: { $names }.
not-for-role = { $name } is { $role ->
    [focal-point] the focal point
    [coordinator] coordinator
    [governmental-expert] governmental expert
    [observer] observer
   *[other] { $role }
 } here and does not { $deed ->
    [receive] take in returned files
    [settle] settle answers
    [draft] compile drafts
    [handover] hand over the office of focal point
    [clear] clear the submission
   *[run] run the consultation
 }. This may be done by: { $names }. See: consult people
