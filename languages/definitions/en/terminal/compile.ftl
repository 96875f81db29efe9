compile-draft = A draft was compiled:
compile-final = The submission was compiled:
compile-figures = { $asked } items asked, { $answered } answered, { $settled } settled, { $open } contradictory.
compile-next-clear = have the focal point read it and clear it: consult clear --by "{ $name }"
compile-next-final = when every contradiction is decided: consult compile
