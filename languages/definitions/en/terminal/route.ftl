route-head = Who is asked what
route-body = Body
route-items = Items
route-why = Articles, and why
route-why-line = { $articles }: { $reason }
route-why-article = mandate
route-why-instrument = mandate on all of it
route-why-topic = topic: { $topic }
route-why-rule = a rule
route-why-added = added
route-note-rule = A rule in routing.yaml: { $why }
route-article = Article
route-article-label = Article { $number } { $title }
route-asked = Asked
route-voices = { $count ->
    [0] nobody
    [one] one body
   *[other] { $count } bodies
 }
route-non-governmental = of these non-governmental
route-note-nobody = Nobody is asked about article { $articles }.
route-note-items = { $count ->
    [one] One item is
   *[other] { $count } items are
 } asked of nobody: { $items }
route-note-single = A single voice answers article { $articles }.
route-note-official = Authorities alone answer article { $articles }: no NGO, university or company is asked.
route-note-idle = Asked nothing: { $names }. Give them a mandate, or take them out of the registry.
route-note-heavy = Asked more than { $limit } items: { $names }.
route-note-fine = Every item is asked, every article has several voices, one of them at least non-governmental.
route-next = launch when it is right: consult launch
route-none = In this process ({ $process }) nothing is routed by mandate: it says itself whom it asks.
