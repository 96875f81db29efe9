key-unknown = There is no key “{ $value }” here. Its three letters begin each code that it signed; consult key list shows them all.
key-still-signs = The key { $value } signs what is issued now. Make a new one first: consult key rotate. Then distrust this one.
