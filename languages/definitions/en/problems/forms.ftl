bad-form-name = “{ $name }” cannot be the name of a form, of a part or of an item. Write small letters and digits, beginning with a letter, with single hyphens between, such as name or your-role.
duplicate-part = The part “{ $name }” stands twice, first at { $first }. Give one of the two another name.
field-filled-twice = “{ $item }” fills “{ $fills }” of the registry, and so does “{ $other }”. One answer fills one field: remove “fills:” from one of the two.
unknown-answer = “{ $key }” names “{ $value }”, which is no answer to “{ $item }”. Its answers: { $allowed }. Correct the value.
answer-not-fixed = “{ $key }” counts answers that are fixed, and “{ $item }” is of type “{ $type }”. Remove “{ $key }:”, or make the type scale, yes-no, choice or choices.
required-conditional = “{ $item }” is asked only of those whom its “enableWhen” meets, so nobody owes it from the start. Remove “required: true” or the condition.
unknown-concern = “{ $item }” concerns “{ $name }”, which no instrument has. Write the instrument, the article and, if need be, the paragraph, such as untoc.24 or untoc.24.2(b).
