file-missing = There is no { $name } here. Run this inside a consultation folder, or make one with: consult new FOLDER
file-unreadable = This file cannot be read ({ $why }). Check that it exists, that you may read it, and that no other program holds it open.
not-yaml = This is not valid YAML: { $why }. Check the indentation, the colons and the quotation marks just before this place.
duplicate-key = The key "{ $key }" stands twice. Keep one of the two.
unknown-key = The key "{ $key }" is not known here. Allowed: { $allowed }.
missing-key = The key "{ $key }" is missing. Add it with a value.
bad-value = "{ $value }" does not fit "{ $key }": { $why }.
