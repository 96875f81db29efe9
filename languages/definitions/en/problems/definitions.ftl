fixed-value = “{ $key }” must be “{ $expected }” in this file, not “{ $value }”. Correct it, or rename the file.

# Translations
translation-file-missing = There is no translation into { $tag } beside this file. Add { $name }.
unknown-language = “{ $tag }” in the name of this file is not a language known here. Known: { $allowed }. Rename or remove the file.
translation-missing = The translation of “{ $key }” ({ $tag }) is missing. Add it here.
translation-surplus = “{ $key }” is translated here but does not exist in the English file. Correct the key or remove the entry.

# The law
unknown-article = { $instrument } has no article { $article }: its articles run from 1 to { $last }. Correct the number.
article-out-of-order = Article { $article } stands where article { $expected } is expected. List every article once, in order.
bad-label = “{ $label }” is not the label of a paragraph. Write it as in the treaty, such as 1, 1(a), 1(a)(ii), (a) or 1(a)(ii)#b.
duplicate-label = The paragraph “{ $label }” stands twice. Keep one of the two.
orphan-label = “{ $label }” continues paragraph “{ $above }”, which is not listed. Add “{ $above }” before it or correct the label.
duplicate-article = Article { $article } stands twice. Keep one of the two.
duplicate-cell = “{ $cell }” stands twice. Keep one of the two.
missing-cell = The allocation lacks { $cells }. Add a cell for every instrument and cluster, unverified if need be.
cluster-out-of-order = The clusters must be numbered 1, 2, 3 and 4, in this order. Correct the numbers.

# Questionnaires against the law
unknown-questionnaire = There is no questionnaire “{ $name }”: a questionnaire is an instrument and a cluster, one of { $allowed }. Correct the id.
article-outside-cell = Article { $article } is not allocated to this cluster, which has { $articles }. Move the section, or correct the allocation in cells.yaml.
section-missing = Article { $article } belongs to this cluster, but no section asks about it. Add a section for it.
unknown-provision = Article { $article } has no paragraph “{ $provision }”. Its paragraphs: { $allowed }. Correct the label.
provision-not-asked = No item asks about paragraph { $provision } of article { $article }. Add at least one with this provision.
obligation-differs = The item says “{ $obligation }”, but paragraph { $provision } is recorded as “{ $expected }”. Correct the item, or the paragraph in clusters/definitions.

# Items
bad-item-id = “{ $name }” cannot be the id of an item. Write instrument, article, paragraph and suffix in small letters and digits with full stops between, such as untoc.5.1.b or untoc.10.2.kinds.
item-id-elsewhere = The id “{ $item }” does not agree with where the item stands. It must be { $expected } or begin with it and a full stop, and name no other paragraph. Correct the id or the provision.
duplicate-item = The id “{ $item }” is used twice, first at { $first }. Ids are permanent and never used again: give this item another one.
duplicate-text = This question has the same words as { $other }. Say how the two differ, or remove one.
text-too-long = This text has { $characters } characters; at most { $most } fit. Shorten it or split the item.
unknown-topic = “{ $topic }” is not a known topic. Known: { $allowed }. Choose one of them, or add it to topics.yaml.

# Answers
options-missing = An answer of type “{ $type }” needs options to choose from. Add “options:” with a value and a label for each.
options-surplus = An answer of type “{ $type }” has no options of its own. Remove “options:”, or make the type “choice” or “choices”.
columns-missing = An answer of type “rows” needs columns. Add “columns:” with an id and a label for each.
columns-surplus = An answer of type “{ $type }” has no columns. Remove “columns:”, or make the type “rows”.
bad-option = “{ $value }” cannot be the value of an option or the id of a column. Use small letters, digits and hyphens; the words that people read are the label.

# What depends on what
unknown-reference = “{ $key }” names “{ $question }”, and there is no such item. Correct the id.
later-reference = “{ $key }” names “{ $question }”, which comes later. An item can depend only on items before it: move one of the two.
circular-reference = These items depend on each other in a circle: { $path }. Remove one of the dependencies.
reference-elsewhere = “{ $key }” names “{ $question }”, which stands under another article. Whoever is asked only about this article never sees it: depend on an item of the same article.
unknown-condition-value = “{ $question }” has no answer “{ $value }”. Its answers: { $allowed }. Correct the value.
free-condition = “{ $question }” is of type “{ $type }”, which has no fixed answers to compare with. Use the operator “answered”, or depend on another item.
condition-shape = { $needs ->
    [one] The operator “{ $operator }” needs one value. Write: answer: yes
    [several] The operator “{ $operator }” needs a list of values. Write: answer: [yes, in-part]
   *[none] The operator “{ $operator }” takes no value. Remove “answer:”.
 }
