texts-withheld = { $count ->
    [one] One text is
   *[other] { $count } texts are
 } left out of the external edition, since printing would tell who wrote what. The internal edition lists each with the reason: ask the contributors for their consent, or leave it so.
characters-replaced = Characters that no document can carry were replaced by � in: { $items }. Compare with the returned file if the text reads oddly.
