"""What is printed, in which order: every item once, each text under the right name, nothing lost unseen."""

from collections import Counter
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exports.check import check
from exports.counted import Bar, Mark
from exports.submission import Box, Entry, Grid, Law, Outcome, Submission, Title
from questionnaires.load import load_questionnaire
from responses.model import Citation
from responses.reconcile import Lead, reconcile
from tests.small import (
    AML,
    CODE,
    CODE_AGAIN,
    IDS,
    JUSTICE,
    PEOPLE,
    POLICE,
    SHELTER,
    SMALL,
    body,
    decided,
    said,
    sample,
    submit,
)
from tests.synthetic import synthetic


def entry(submission: Submission, item: str) -> Entry:
    return next(entry for entry in submission.entries if entry.item == item)


@settings(max_examples=40, deadline=None)
@given(
    asked=st.sets(st.sampled_from(IDS)),
    seed=st.integers(0, 10_000),
    agreement=st.sampled_from([0.3, 1.0]),
    edition=st.sampled_from(["internal", "external"]),
)
def test_every_item_appears_exactly_once_in_treaty_order(asked, seed, agreement, edition) -> None:  # type: ignore[no-untyped-def]
    made = synthetic([SMALL.by_id[item] for item in IDS if item in asked], 6, seed=seed, agreement=agreement)
    submission = submit(made.stakeholders, made.answers, asked=asked, edition=edition)
    assert tuple(e.item for e in submission.entries) == IDS
    assert {e.item for e in submission.entries if e.outcome is Outcome.UNASKED} <= set(IDS) - asked
    assert len({e.number for e in submission.entries}) == len(IDS)


def test_every_item_of_the_shipped_questionnaire_appears_exactly_once() -> None:
    shipped = load_questionnaire("untoc.1")
    made = synthetic(shipped.items, 5)
    submission = submit(made.stakeholders, made.answers, questionnaires=(shipped,))
    assert [e.item for e in submission.entries] == [
        item.id
        for section in shipped.sections
        for closing in (False, True)
        for item in section.items
        if (item.purpose not in ("question", "example")) is closing
    ]


def test_numbers_run_on_through_the_articles_and_follow_ups_are_lettered() -> None:
    assert {e.item: e.number for e in sample().entries} == {
        "untoc.5.1.a.i": "1",
        "untoc.5.1.a.i.act": "1(a)",
        "untoc.5.1.a.i.which": "1(a)(i)",
        "untoc.5.1.law": "2",
        "untoc.5.example": "3",
        "untoc.5.difficulties": "Article 5, difficulties",
        "untoc.5.assistance": "Article 5, technical assistance",
        "untoc.6.1": "4",
        "untoc.6.2.penalty": "5",
        "untoc.6.2.since": "6",
        "untoc.6.2.kind": "7",
        "untoc.6.bodies": "8",
        "untoc.6.suggestions": "Article 6, suggestions",
    }


def test_each_item_says_what_became_of_it() -> None:
    assert {e.item: (e.outcome.value, e.answer or e.note) for e in sample().entries} == {
        "untoc.5.1.a.i": ("settled", "Yes"),
        "untoc.5.1.a.i.act": ("settled", "No"),
        "untoc.5.1.a.i.which": ("moot", "Not applicable, given the answer above."),
        "untoc.5.1.law": ("settled", ""),
        "untoc.5.example": ("settled", ""),
        "untoc.5.difficulties": ("settled", ""),
        "untoc.5.assistance": ("settled", "Training; Expert"),
        "untoc.6.1": ("open", ""),
        "untoc.6.2.penalty": ("silent", "No reply was received."),
        "untoc.6.2.since": ("absent", "No answer from the bodies consulted: We do not know."),
        "untoc.6.2.kind": ("settled", "All crimes"),
        "untoc.6.bodies": ("settled", ""),
        "untoc.6.suggestions": ("silent", "No reply was received."),
    }


def test_texts_stand_under_those_who_may_be_named_and_the_others_together() -> None:
    said_there = entry(sample(), "untoc.5.1.a.i")
    assert said_there.boxes == (Box("Yes", True), Box("Yes, in part", False), Box("No", False))
    assert [(n.text, n.credit) for n in said_there.narratives] == [
        ("The Code punishes agreement.", "The Justice Body"),
        ("Few cases reach the courts.", "The Police Body"),
        ("Interpreters are missing.", "Non-governmental organizations"),
        ("Victims are not heard.", "Non-governmental organizations"),
    ]
    assert entry(sample(), "untoc.5.example").withheld == 1


def test_the_internal_edition_says_who_said_it_in_which_file_and_cell() -> None:
    submission = sample(
        edition="internal", files={f"{int.from_bytes(b'police' + bytes([1, 1]), 'big'):064x}": "a.xlsx"}
    )
    said_there = entry(submission, "untoc.5.1.a.i")
    traces = {n.credit: n.trace for n in said_there.narratives}
    assert traces["The Police Body"] == "a.xlsx, Questions!D7, 2027-02-01 09:30"
    assert traces["The Ngo-Red Body"].endswith(
        ", Questions!D7, 2027-02-01 09:30 (external: Non-governmental organizations)"
    )
    assert said_there.settlement == "All who answered agree."
    assert [source.partition(" (")[0] for source in said_there.sources] == ["The Ngo-Green Body"]
    assert [(c.text, c.credit) for c in said_there.comments] == [("Call us.", "The Police Body")]
    assert [n.credit for n in entry(submission, "untoc.5.example").narratives] == [
        "The Police Body",
        "Anonymous contributor 1",
    ]


def test_joined_ticks_are_told_apart_inside_only() -> None:
    inside, outside = (entry(sample(edition=e), "untoc.5.assistance") for e in ("internal", "external"))
    assert inside.boxes == (
        Box("Training", True, ("The Justice Body", "The Police Body")),
        Box("Expert", True, ("The Police Body",)),
    )
    assert outside.boxes == (Box("Training", True), Box("Expert", True))
    agreeing = [said(b, "untoc.5.assistance", ("training",)) for b in (JUSTICE, POLICE)]
    same = entry(submit([JUSTICE, POLICE], agreeing, edition="internal"), "untoc.5.assistance")
    assert same.boxes == (Box("Training", True), Box("Expert", False))


def test_files_of_one_name_are_told_apart_by_their_digest() -> None:
    answers = [said(b, "untoc.5.example", f"{b.id} says.") for b in (JUSTICE, POLICE)]
    shas = [answer.provenance.sha256 for answer in answers]
    answers.append(said(SHELTER, "untoc.5.example", "We say."))
    files = {shas[0]: "a.xlsx", shas[1]: "a.xlsx", answers[2].provenance.sha256: "shelter.xlsx"}
    submission = submit(PEOPLE, answers, edition="internal", files=files)
    traces = [n.trace.partition(", Questions")[0] for n in entry(submission, "untoc.5.example").narratives]
    assert traces == [
        f"a.xlsx [{shas[0][:10]}]",
        f"a.xlsx [{shas[1][:10]}]",
        answers[2].provenance.sha256[:10],  # a name may tell who is anonymous
    ]


def test_a_divergence_is_shown_open_with_all_positions() -> None:
    stances = entry(sample(), "untoc.6.1").stances
    assert [(s.answer, s.credits, [n.text for n in s.narratives]) for s in stances] == [
        ("Yes", ("The Justice Body",), ["Since 2016."]),
        ("Yes, in part", ("The Police Body",), ["Self-laundering is missing."]),
        ("No", ("others, who are not named",), []),
    ]


def test_a_decision_settles_and_the_internal_edition_keeps_reason_and_dissent() -> None:
    answers = [said(JUSTICE, "untoc.6.1", "yes"), said(POLICE, "untoc.6.1", "no", "Not in practice.")]
    _, divergences = reconcile(SMALL.items, answers)
    decision = decided(
        "untoc.6.1", divergences["untoc.6.1"].fingerprint, "yes", "The law is clear.", "Since 2016."
    )
    inside = entry(submit(PEOPLE, answers, decisions=[decision], edition="internal"), "untoc.6.1")
    outside = entry(submit(PEOPLE, answers, decisions=[decision]), "untoc.6.1")
    assert inside.settlement == "Decided by coordinator on 30 January 2027: The law is clear."
    assert [(s.answer, s.credits, [n.text for n in s.narratives]) for s in inside.dissent] == [
        ("No", ("The Police Body",), ["Not in practice."])
    ]
    assert [(n.text, n.credit) for n in outside.narratives] == [("Since 2016.", "")]
    assert (outside.answer, outside.dissent, outside.settlement) == ("Yes", (), "")


def test_a_lead_that_settles_is_named_as_the_reason() -> None:
    answers = [said(JUSTICE, "untoc.6.1", "yes"), said(POLICE, "untoc.6.1", "no")]
    lead = {"untoc.6.1": Lead("justice", settles=True, why="Justice drafts the law.")}
    inside = entry(submit(PEOPLE, answers, precedence=lead, edition="internal"), "untoc.6.1")
    assert (inside.answer, inside.settlement) == (
        "Yes",
        "Settled by the rule on precedence. Justice drafts the law.",
    )


def test_each_law_is_listed_once_with_the_questions_that_cite_it() -> None:
    assert sample().laws == (
        Law(
            1,
            (Title("Criminal Code"),),
            "2001",
            ("https://laws.example/code",),
            (("1", "art. 29"), ("1", "art. 175"), ("2", "art. 175")),
        ),
        Law(2, (Title("Act on Laundering"),), "2016", (), (("2", "s. 7"),)),
    )


def test_a_provision_is_named_once_beside_a_list_that_holds_it() -> None:
    def cite(*provisions: str) -> list[Citation]:
        return [Citation("Penal Code", provision) for provision in provisions]

    answers = [
        said(JUSTICE, "untoc.5.1.a.i", "yes", "", *cite("art. 312", "art. 86", "art. 312, al. 2", "")),
        said(POLICE, "untoc.5.1.a.i", "yes", "", *cite("art. 312 et 313", "Art. 312", "article 86", "s. 2")),
        said(POLICE, "untoc.5.1.law", None, "", *cite("Article 86")),
        said(POLICE, "untoc.6.1", "yes", "", *cite("")),
    ]
    submission = submit([JUSTICE, POLICE], answers)
    assert entry(submission, "untoc.5.1.a.i").citations[0].provisions == (
        "art. 86",
        "art. 312 et 313",
        "art. 312, al. 2",
        "s. 2",
    )
    assert submission.laws[0].cited_in == (
        ("4", ""),
        ("1", "art. 86"),
        ("2", "art. 86"),
        ("1", "art. 312 et 313"),
        ("1", "art. 312, al. 2"),
        ("1", "s. 2"),
    )


def test_namesakes_of_other_dates_are_other_laws() -> None:
    newer = Citation("Criminal Code", "art. 1", "2020")
    answers = [said(JUSTICE, "untoc.5.1.law", None, "", CODE_AGAIN, CODE, newer, AML)]
    assert [(law.title, law.date) for law in submit([JUSTICE], answers).laws] == [
        ("criminal code", ""),  # which of the two is meant, nobody said
        ("Criminal Code", "2001"),
        ("Criminal Code", "2020"),
        ("Act on Laundering", "2016"),
    ]


def test_a_long_text_said_twice_is_printed_once_and_referred_to() -> None:
    long = "The same explanation again. " * 6
    answers = [said(JUSTICE, "untoc.5.1.a.i", "yes", long), said(JUSTICE, "untoc.6.1", "yes", long)]
    submission = submit([JUSTICE], answers)
    assert entry(submission, "untoc.5.1.a.i").narratives[0].see == ""
    assert entry(submission, "untoc.6.1").narratives[0].see == "1"


def test_rows_of_several_bodies_stand_in_one_table() -> None:
    assert entry(sample(), "untoc.6.bodies").grid == Grid(
        ("Name", "Town"), (("Court", "Capital"), ("Squad", "Port"))
    )


@pytest.mark.parametrize(
    ("item", "value", "answer"),
    [
        ("untoc.6.2.penalty", Decimal("12.5"), "12,5"),
        ("untoc.6.2.since", date(2016, 3, 1), "1er mars 2016"),
        ("untoc.6.2.kind", "list", "Une liste"),
        ("untoc.6.1", "in-part", "Oui, en partie"),
    ],
)
def test_values_are_said_in_the_language_of_the_submission(item: str, value: object, answer: str) -> None:
    submission = submit([JUSTICE], [said(JUSTICE, item, value)], language="fr")  # type: ignore[arg-type]
    assert entry(submission, item).answer == answer


def test_a_follow_up_waits_while_its_question_is_open_and_goes_with_it() -> None:
    open_gate = [said(JUSTICE, "untoc.5.1.a.i", "yes"), said(POLICE, "untoc.5.1.a.i", "no")]
    closed_gate = [said(JUSTICE, "untoc.5.1.a.i", "no")]
    answered_anyway = [*closed_gate, said(JUSTICE, "untoc.5.1.a.i.act", "yes")]
    found = [
        [
            entry(submit([JUSTICE, POLICE], answers), f"untoc.5.1.a.i.{name}").outcome.value
            for name in ("act", "which")
        ]
        for answers in (open_gate, closed_gate, answered_anyway)
    ]
    assert found == [["silent", "silent"], ["moot", "moot"], ["settled", "silent"]]


def test_a_comment_is_printed_inside_even_where_nothing_else_is_said() -> None:
    """Under whatever became of the item; never in the external edition."""
    answers = [
        said(JUSTICE, "untoc.5.1.a.i", "no"),
        said(POLICE, "untoc.5.1.a.i.act", comment="Ask the courts."),
        said(SHELTER, "untoc.6.2.penalty", comment="We fear to say."),
        said(POLICE, "untoc.6.suggestions", comment="Write sooner."),
        said(JUSTICE, "untoc.6.1", "yes"),
        said(POLICE, "untoc.6.1", "no", comment="Call us."),
    ]
    inside = submit(PEOPLE, answers, edition="internal")
    assert [
        (e.item, e.outcome.value, e.settlement, [(c.credit, c.text) for c in e.comments])
        for e in inside.entries
        if e.comments
    ] == [
        ("untoc.5.1.a.i.act", "moot", "", [("The Police Body", "Ask the courts.")]),
        ("untoc.6.1", "open", "", [("The Police Body", "Call us.")]),
        ("untoc.6.2.penalty", "silent", "", [("Anonymous contributor 1", "We fear to say.")]),
        ("untoc.6.suggestions", "silent", "", [("The Police Body", "Write sooner.")]),
    ]
    assert entry(inside, "untoc.6.2.penalty").note == "No reply was received."
    outside = repr(submit(PEOPLE, answers))
    assert [c for c in ("Ask the courts", "We fear", "Write sooner", "Call us") if c in outside] == []


def test_texts_in_several_languages_are_said_to_be_so() -> None:
    english, french = (said(b, "untoc.5.example", f"{b.id} says.") for b in (JUSTICE, POLICE))
    french = replace(french, provenance=replace(french.provenance, language="fr"))
    told = "Statements stand in the language in which their contributors wrote them."
    assert told not in submit(PEOPLE, [english]).prepared
    assert submit(PEOPLE, [english, french]).prepared[-1] == told


def test_references_are_written_as_lawyers_write_them() -> None:
    english, french = (entry(sample(language=tag), "untoc.5.1.a.i") for tag in ("en", "fr"))
    assert (english.reference, english.obligation) == ("art. 5, para. 1 (a) (i)", "mandatory")
    assert (french.reference, french.obligation) == ("art. 5, par. 1 a) i)", "obligatoire")


def test_figures_and_bars_count_what_became_of_the_items() -> None:
    submission = sample()
    figures = submission.figures
    assert (figures.items, figures.asked, figures.answered, figures.settled, figures.open) == (
        13,
        13,
        9,
        8,
        1,
    )
    assert (figures.absent, figures.silent, figures.moot, figures.unasked) == (1, 2, 1, 0)
    assert (figures.bodies, figures.bodies_answered, figures.laws) == (7, 6, 2)
    assert submission.bars == (
        Bar("Article 5", "Participation", 1, 0, 0, 0, 0),
        Bar("Article 6", "Laundering", 0, 0, 0, 1, 0),
    )


def test_bodies_are_named_or_counted() -> None:
    outside, inside = sample().bodies, sample(edition="internal").bodies
    assert [b.name for b in outside.named] == ["The Justice Body", "The Police Body"]
    assert (outside.counted, outside.unnamed) == ((), 5)  # one is silent, so the four are folded with it
    assert len(inside.named) == 6
    assert (inside.counted, inside.unnamed) == ((), 1)


def test_bodies_are_ordered_as_readers_look_them_up() -> None:
    people = [body(key, name=name) for key, name in (("a", "École"), ("b", "Police"), ("c", "Eau"))]
    submission = submit(people, [said(b, "untoc.6.1", "yes") for b in people])
    assert [b.name for b in submission.bodies.named] == ["Eau", "École", "Police"]


def test_the_matrix_marks_each_body_and_keeps_the_others_together() -> None:
    matrix = sample().matrix
    rows = {row.number: row for row in matrix.rows}
    assert matrix.bodies == ("The Justice Body", "The Police Body")
    assert (rows["1"].marks, rows["1"].others) == ((Mark.YES, Mark.YES), ((Mark.YES, 3),))
    assert (rows["4"].marks, rows["4"].others) == ((Mark.YES, Mark.IN_PART), ())
    assert rows["6"].marks == (Mark.SILENT, Mark.NOT_KNOWN)
    assert sample(edition="internal").matrix.bodies[-1] == "Anonymous contributor 1"


def test_needs_are_arranged_by_kind() -> None:
    assert [(n.kind, n.articles) for n in sample().needs] == [
        ("Training", ("Article 5",)),
        ("Expert", ("Article 5",)),
    ]


def test_what_is_not_verified_is_said() -> None:
    verified = SMALL.model_copy(update={"verified": True, "status": "active"})
    section = SMALL.sections[0].model_copy(update={"article": 7})  # nobody derived its levels
    unread = SMALL.model_copy(update={"sections": (section, *SMALL.sections[1:])})
    levels = "derived from the verbs of the provisions by the authors of the questionnaire."
    notes = [
        submit([JUSTICE], [], questionnaires=(q,), asked=()).chapters[0].notes
        for q in (verified, SMALL, unread)
    ]
    assert notes[0] == (
        (
            "Allocation of articles: checked against the appendix to the annex of resolution 9/1 of the "
            "Conference of the Parties, or against a United Nations text that rests on it."
        ),
        f"Obligation levels: {levels}",
    )
    assert notes[1] == (
        (
            "Not verified: the allocation of these articles to this cluster has not been checked against the "
            "appendix to the annex of resolution 9/1 of the Conference of the Parties."
        ),
        f"Obligation levels: {levels}",
        (
            "Draft questions: neither the wording of the questions nor their obligation levels have been "
            "confirmed by a legal reviewer."
        ),
    )
    assert notes[2][1] == f"Obligation levels: not verified for articles 7; elsewhere {levels}"


def test_the_preparation_is_told_in_sentences() -> None:
    submission = sample(launched=datetime(2026, 11, 30, 9))  # noqa: DTZ001
    assert list(submission.prepared) == [
        "7 bodies were consulted; 6 have answered.",
        (
            "The questions went out on Monday, 30 November 2026. Deadline for answers: "
            "Friday, 29 January 2027, 17:00 (Africa/Bamako)."
        ),
        (
            "Each body received only the questions within its mandate. "
            "Of 13 questions asked, 9 received an answer and 8 are settled."
        ),
        (
            "On one question the answers contradict each other; "
            "it is still open and is shown with all positions."
        ),
    ]


def test_characters_that_no_document_can_carry_are_replaced_and_reported() -> None:
    submission = submit(
        [JUSTICE], [said(JUSTICE, "untoc.5.example", "a\x00b\ud800c\x0bd\r\ne \u202e\u2028 \U0001f600")]
    )
    assert (
        entry(submission, "untoc.5.example").narratives[0].text
        == "a\ufffdb\ufffdc\nd\ne \u202e\u2028 \U0001f600"
    )
    problem = next(check(submission))
    assert problem.code == "characters-replaced"
    assert problem.message("en") == (
        "Characters that no document can carry were replaced by � in: untoc.5.example. "
        "Compare with the returned file if the text reads oddly."
    )


def test_withheld_texts_are_reported_in_both_languages() -> None:
    problem = next(check(sample()))
    assert (problem.code, problem.severity.name) == ("texts-withheld", "WARNING")
    assert problem.message("en").startswith("One text is left out of the external edition")
    assert problem.message("fr").startswith("Un texte ne figure pas dans l’édition externe")


def test_an_answer_of_somebody_no_longer_registered_is_withheld_outside() -> None:
    gone = body("gone")
    submission = submit([JUSTICE], [said(gone, "untoc.5.example", "We left.")])
    assert entry(submission, "untoc.5.example").narratives == ()
    inside = submit([JUSTICE], [said(gone, "untoc.5.example", "We left.")], edition="internal")
    assert entry(inside, "untoc.5.example").narratives[0].credit == "A contributor no longer in the registry"


def test_a_free_value_of_few_is_withheld_a_chosen_one_counts() -> None:
    answers = [
        said(SHELTER, "untoc.5.1.a.i", "yes"),
        said(SHELTER, "untoc.5.1.a.i.act", "yes"),
        said(SHELTER, "untoc.5.1.a.i.which", "Driving the van"),
    ]
    submission = submit([SHELTER], answers)
    assert entry(submission, "untoc.5.1.a.i").answer == "Yes"
    assert entry(submission, "untoc.5.1.a.i.which").answer == "Withheld"


def test_no_total_beside_the_names_tells_one_who_is_not_named() -> None:
    """Nor in sentences, nor in figures; the internal edition counts all."""
    answers = [said(b, "untoc.6.1", "yes") for b in (JUSTICE, POLICE, SHELTER)]
    one, few = submit([JUSTICE, POLICE, SHELTER], answers), submit(PEOPLE, answers)
    inside = submit(PEOPLE, answers, edition="internal")
    assert [(s.figures.bodies, s.figures.bodies_answered) for s in (one, few, inside)] == [
        (None, None),
        (7, None),
        (7, 3),
    ]
    assert [s.prepared[0] for s in (one, few, inside)] == [
        (
            "The bodies consulted, and those that answered, are not counted here: "
            "the numbers would single out one or two that are not named."
        ),
        (
            "7 bodies were consulted. Those that answered are not counted here: "
            "the number would single out one or two that are not named."
        ),
        "7 bodies were consulted; 3 have answered.",
    ]
    coverage = [[(c.bodies_asked, c.bodies_answered) for c in s.coverage] for s in (one, few, inside)]
    assert coverage == [[(None, 0), (None, None)], [(7, 0), (7, None)], [(7, 0), (7, 3)]]


def test_settled_answers_beside_the_marks_are_said_to_rest_on_more() -> None:
    """Only an anonymous body ticked "Expert": nobody must think that the ministry did."""
    answers = [
        said(JUSTICE, "untoc.5.assistance", ("training",)),
        said(SHELTER, "untoc.5.assistance", ("expert",)),
    ]
    outside, inside = (submit(PEOPLE, answers, edition=e).matrix for e in ("external", "internal"))
    assert (outside.unshown, inside.unshown) == (True, False)
    assert not submit(PEOPLE, answers[:1]).matrix.unshown


def test_coverage_does_not_tell_a_single_non_governmental_voice() -> None:
    outside, inside = sample().coverage, sample(edition="internal").coverage
    assert [line.non_governmental for line in outside] == [4, None]
    assert [line.non_governmental for line in inside] == [4, 1]


def test_assembling_is_independent_of_the_order_of_answers() -> None:
    made = synthetic(SMALL.items, 8, seed=3, agreement=0.8)
    forwards = submit(made.stakeholders, made.answers)
    assert submit(made.stakeholders, made.answers[::-1]) == forwards


def test_nobody_asked_is_shown_as_such() -> None:
    submission = submit([JUSTICE], [], asked=["untoc.6.1"])
    assert Counter(e.outcome.value for e in submission.entries) == {"unasked": 12, "silent": 1}
    assert submission.figures.asked == 1
