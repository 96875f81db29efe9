template-missing = There is no template “{ $name }”. Put a file of that name into the same folder, or take the line that asks for it out.
template-syntax = The template cannot be read: { $why }. Compare this line with docs/products.md.
template-not-closed = “{ $tag }” opens here and is never closed. Add “{ $closing }” where it ends.
template-tag-unknown = There is no tag “{ $tag }”. There are: { $allowed }.
template-filter-unknown = There is no filter or test “{ $name }”. docs/products.md lists those there are.
template-fact-unknown = There is no fact “{ $name }” here. There are: { $allowed }.
template-failed = Filling this template stopped here: { $why }. Ask first whether the fact is there (“if … is defined”), or take another one.
template-block-unknown = There is no block “::: { $name }”. There are: { $allowed }.
