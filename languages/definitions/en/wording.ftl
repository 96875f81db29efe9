# How several values, and the fields of a row, are put together.
separator = {"; "}
field = { $label }: { $text }
