# The submission: Word document and Excel companion.
replies = Replies to the self-assessment questionnaire
subject = Self-assessment under the Mechanism for the Review of the Implementation of the Convention and the Protocols thereto
cluster = Cluster { $number }. { $title }
article = Article { $number }
draft = Draft
draft-watermark = DRAFT
edition-internal = Internal edition. Shows who said what: not for distribution.
edition-internal-short = Internal edition
focal-point = Focal point
contents = Contents
prepared = How this was prepared
page = Page { $page } of { $pages }
compiled = Compiled on { $day }
yes-box = ☒
no-box = ☐

# References to provisions: art. 5, para. 1 (a) (i)
reference-article = art. { $article }
reference-paragraph = , para. { $paragraph }
reference-letter = {" "}({ $letter })
closing-number = Article { $article }, { $purpose }

# Guidance at the head.
guidance = About these replies
guidance-basis = The review of implementation rests on what the State party supplies. These replies bring together what its authorities and, as far as they were consulted, its other stakeholders reported.
guidance-yes = Each “Yes” and “Yes, in part” names the applicable law and its provisions where the body that answered gave them. Each law is listed once, in the annex on legislation, and is referred to by its number there (L1, L2 …).
guidance-links = Laws, regulations and cases are given with links where these were supplied; links are printed as text.
guidance-annexes = No documents are attached. Information given to other review mechanisms may be referred to, bearing in mind what has changed since.
note-cluster-verified = Allocation of articles: checked against the appendix to the annex of resolution 9/1 of the Conference of the Parties, or against a United Nations text that rests on it.
note-cluster-unverified = Not verified: the allocation of these articles to this cluster has not been checked against the appendix to the annex of resolution 9/1 of the Conference of the Parties.
note-obligations-verified = Obligation levels: derived from the verbs of the provisions by the authors of the questionnaire.
note-obligations-unverified = Obligation levels: not verified for articles { $articles }; elsewhere derived from the verbs of the provisions by the authors of the questionnaire.
note-questionnaire-draft = Draft questions: neither the wording of the questions nor their obligation levels have been confirmed by a legal reviewer.
note-questionnaire-retired = Retired questions: a newer version of this questionnaire exists.

# How this was prepared.
prepared-bodies = { $asked ->
    [one] One body was consulted
   *[other] { $asked } bodies were consulted
 }; { $answered ->
    [0] none has answered.
    [one] one has answered.
   *[other] { $answered } have answered.
 }
prepared-bodies-untold = The bodies consulted, and those that answered, are not counted here: the numbers would single out one or two that are not named.
prepared-bodies-asked = { $asked } bodies were consulted. Those that answered are not counted here: the number would single out one or two that are not named.
prepared-launched = The questions went out on { $day }. Deadline for answers: { $deadline }.
prepared-deadline = Deadline for answers: { $deadline }.
prepared-languages = Statements stand in the language in which their contributors wrote them.
prepared-items = Each body received only the questions within its mandate. Of { $asked ->
    [one] one question asked, { $answered }
   *[other] { $asked } questions asked, { $answered }
 } received an answer and { $settled } { $settled ->
    [one] is
   *[other] are
 } settled.
prepared-open = { $open ->
    [0] No contradiction between answers remains open.
    [one] On one question the answers contradict each other; it is still open and is shown with all positions.
   *[other] On { $open } questions the answers contradict each other; these are still open and are shown with all positions.
 }
consulted = Bodies consulted:
consulted-counted = { $kind } ({ $count } answered)
consulted-others = { $count } others, who are not named
figure-asked = questions asked
figure-answered = answered
figure-settled = settled
figure-open = open
figure-bodies = bodies answered
figure-of = of { $total }
chart-title = Implementation by article, as reported
chart-note = Only questions answered by “Yes”, “Yes, in part” or “No” on implementation are counted. Plain yes-or-no questions, choices between approaches and questions that do not arise are not: there, a “Yes” does not say that the article is implemented.
legend-yes = Yes
legend-in-part = Yes, in part
legend-no = No
legend-open = Open
legend-silent = No reply
clearance-text = Cleared for submission by the focal point:
clearance-name = Name and office
clearance-signature = Signature
clearance-date = Date

# Outcomes of items, in a word or a line.
outcome-settled = Settled
outcome-text = See text
outcome-open = Open
outcome-absent = No information
outcome-silent = No reply
outcome-unasked = Not asked
outcome-moot = Does not arise
note-silent = No reply was received.
note-unasked = This question was not put to any body.
note-withheld = An answer was given that is not printed here.
note-moot = Not applicable, given the answer above.
note-absent = No answer from the bodies consulted: { $reasons }.
open-title = Still open: the bodies consulted give different answers.
no-choice = No answer chosen
value-withheld = Withheld
see = See the reply to question { $number }.
legislation-inline = Legislation:

# How an answer was settled (internal edition).
settled-single = One body answered.
settled-unanimous = All who answered agree.
settled-joined = Answers of several bodies joined.
settled-rule = Settled by the rule on precedence.
settled-decision = Decided by { $who } on { $day }: { $reason }
settled-label = How it was settled
dissent-title = Seen otherwise
value-from = Answer from
comments-title = Comment
trace = { $file }, { $place }, { $day }
trace-credit = { $place } (external: { $credit })
# A file's name, with the beginning of its digest where two files have the same name.
file-digest = { $name } [{ $digest }]
source = { $name }, { $trace }
source-short = { $name } ({ $file }, { $place })
credit-withheld = withheld
anonymous = Anonymous contributor { $number }
unregistered = A contributor no longer in the registry
others-unnamed = others, who are not named

# Contributors that are not named.
type-authority = Authorities
type-ngo = Non-governmental organizations
type-academia = Academia
type-private-sector = Private sector
type-other = Other stakeholders
type-non-governmental = Non-governmental stakeholders
untold = —
untold-note = — stands where a number would single out one or two bodies that are not named.
matrix-unshown = A settled answer may also rest on answers that are not shown here: where fewer than three bodies that are not named answered, nothing is printed of them. No option can be ascribed to a body by elimination.
withheld-few = fewer than three contributors stand under a common label
withheld-name = the text contains the name or contact of a contributor who may not be named

# Closing table of each article.
closing = Difficulties, needs, good practices, suggestions
purpose-question = question
purpose-example = example
purpose-difficulties = difficulties
purpose-assistance = technical assistance
purpose-good-practices = good practices
purpose-suggestions = suggestions
closing-difficulties = Difficulties encountered
closing-assistance = Technical assistance needed
closing-good-practices = Good practices
closing-suggestions = Suggestions
closing-subject = Subject
closing-reply = Reply
closing-credit = Contributed by
closing-nothing = Nothing was reported.

# Annexes.
annex-laws = Annex I. Legislation and cases cited
annex-needs = Annex II. Technical assistance needs by kind
annex-bodies = Annex III. Bodies consulted
annex-method = Annex IV. Method
annex-withheld = Annex V. Withheld from the external edition
laws-none = No law or case was cited.
laws-number = No.
laws-title = Law or case
laws-cited = Cited under
laws-whole = (no provision given)
law-date = Date or number
law-links = Link
needs-none = No technical assistance was asked for.
needs-kind = Kind of assistance
needs-articles = Articles
bodies-intro = Named are the bodies that may be named. Of the others, a type is given only where three or more bodies of that type answered; no number stands for one or two of them.
bodies-name = Body
bodies-kind = Kind
bodies-count = Number that answered
counted-answered = { $kind }, answered
bodies-others = Not named
bodies-unnamed = Others took part who are not named.
bodies-unnamed-counted = { $count } others took part who are not named.
method-routing = Each body received a workbook in its own language with the questions that its mandate covers. Answers were located by the code of their question, never by their position.
method-settling = Equal answers were merged; answers that complement each other were joined, with their sources. Where answers contradict each other, the focal point decided, or a rule fixed beforehand gave one body precedence; what is not decided is shown as open.
method-attribution = Contributors are named only as far as they agreed. A type of contributor stands for a text only where three or more contributors stand under it; otherwise the text is left out, for a person to decide. The value of an answer counts in every case.
method-withheld = { $count ->
    [0] No text was left out for this reason.
    [one] One text was left out for this reason.
   *[other] { $count } texts were left out for this reason.
 }
method-characters = The character � stands where a text held a character that no document can carry.
withheld-intro = These texts are not in the external edition. A contributor’s consent, or a decision of the focal point, may change that.
withheld-none = Nothing is withheld.
withheld-where = Question
withheld-why = Why
withheld-text = Text
withheld-trace = Source

# The Excel companion.
sheet-summary = Summary
sheet-answers = Answers
sheet-statements = Statements
sheet-matrix = By stakeholder
sheet-divergences = Divergences
sheet-citations = Citations
sheet-needs = Assistance needs
sheet-coverage = Coverage
sheet-bodies = Bodies
sheet-withheld = Withheld
sheet-long = Long texts
column-instrument = Instrument
column-article = Article
column-title = Title
column-number = No.
column-reference = Provision
column-obligation = Obligation
column-question = Question
column-code = Code
column-answer = Answer
column-outcome = Outcome
column-text = Text
column-laws = Laws
column-settlement = How settled
column-sources = Source
column-contributor = Contributor
column-kind = Kind
column-position = Position
column-law = Law
column-date = Date
column-law-language = Language
column-other-titles = Other titles
column-link = Link
column-provision-cited = Provision cited
column-cited-in = Question citing
column-items = Questions
column-answered = Answered
column-open = Open
column-bodies-asked = Bodies asked
column-bodies-answered = Bodies answered
column-non-governmental = Non-governmental voices
column-asked = Asked
column-why = Why withheld
column-others = Others, not named
column-agreed = Settled answer
column-part = Part
column-body = Body
column-count = Count
column-share = Share
statement-answer = answer
statement-grid = table
statement-decision = Focal point
statement-position = position
statement-dissent = dissent
statement-comment = comment
long-text = → { $sheet }, no. { $number }
many-texts = → { $sheet }: { $count } texts
figures-title = Figures
kinds-title = Questions by outcome
chart-outcomes = Questions by outcome
notes-title = What is verified, and what is not
legend-title = Symbols
mark-yes = ●
mark-in-part = ◐
mark-no = ○
mark-answered = ■
mark-not-our-remit = –
mark-not-known = ?
mark-cannot-disclose = ✕
mark-silent = …
mark-unasked = {""}
mark-meaning-yes = Yes
mark-meaning-in-part = Yes, in part
mark-meaning-no = No
mark-meaning-answered = Other answer or text
mark-meaning-not-our-remit = Not our remit
mark-meaning-not-known = We do not know
mark-meaning-cannot-disclose = We cannot disclose
mark-meaning-silent = Asked, no reply
sheet-footer = Page &P of &N
nothing = Nothing to list.
