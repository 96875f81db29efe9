reconcile-sum = { $items ->
    [one] One item has answers
   *[other] { $items } items have answers
 }: { $agreed } agreed, { $open ->
    [0] none contradictory
    [one] one contradictory
   *[other] { $open } contradictory
 }.
reconcile-how-single = { $count } from one body
reconcile-how-unanimous = { $count } unanimous
reconcile-how-joined = { $count } joined
reconcile-how-rule = { $count } by rule of precedence
reconcile-how-decision = { $count } decided
reconcile-recorded = { $count ->
    [0] No new decision was read.
    [one] One decision was read and recorded.
   *[other] { $count } decisions were read and recorded.
 }
reconcile-position = { $value }: { $names }
reconcile-item = Item
reconcile-says = Positions
reconcile-next-decide = decide in { $path }, then: consult reconcile --decisions { $path }
reconcile-next-compile = compile the submission: consult compile
