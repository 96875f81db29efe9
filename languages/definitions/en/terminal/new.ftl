new-made = A new consultation of { $state } lies in { $folder }
new-file = { $path }
new-next-settings = read consultation.yaml and fill in stakeholders.xlsx, then: consult check
new-ask-state = Which State? (ISO code such as ML; XA for an exercise)
new-ask-language = Which working language? ({ $allowed })
new-ask-focal-point = Name of the focal point
new-ask-office = Ministry or office of the focal point
new-ask-email = E-mail address of the focal point
