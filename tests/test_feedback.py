"""What a body hears of its answers after the clearance."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from questionnaires.model import AnswerType, Item, Questionnaire
from responses.model import Absence, Answer, Decision
from responses.reconcile import Lead, reconcile
from store.open import open_store
from store.record import record_clearance, record_decisions
from store.standing import Relief
from tests.stage import AT, NAMES, bytes_in_order, fill, issued, letter, new_folder
from tests.test_advance import process
from workflows.advance import advance
from workflows.feedback import Used, used, used_words
from workflows.launch import launch
from workflows.receive import receive
from workflows.situation import Situation, read_situation
from workflows.workspace import Workspace


def consulted(folder: Path) -> Workspace:
    """Three have answered: they agree on one question, contradict each other on two; one cannot disclose."""
    workspace = new_folder(folder)
    launch(workspace, at=AT, random=bytes_in_order())
    said = {
        "justice": {
            "untoc.5.1": {"answer": "Oui", "details": "Article 12 du code pénal."},
            "untoc.5.2": {"answer": "Non"},
            "untoc.10.1": {"answer": "Oui"},
            "untoc.10.4": {"answer": "Non"},
        },
        "parquet": {"untoc.5.1": {"answer": "Oui"}, "untoc.5.2": {"answer": "Oui"}},
        "fiu": {
            "untoc.10.1": {"answer": "Not our remit"},
            "untoc.10.4": {"answer": "Yes", "details": "Fines up to 1 m."},
        },
        "abri": {"untoc.23.a": {"answer": "Non communicable", "details": "Secret."}},
    }
    for name, cells in said.items():
        language = "en" if name == "fiu" else "fr"
        returned = fill(issued(workspace.folder.root, NAMES[name]), cells, language)
        (workspace.folder.inbox / f"{name}.xlsx").write_bytes(returned)
    receive(workspace, at=AT)
    return workspace


def situation_of(workspace: Workspace) -> Situation:
    with open_store(workspace.database, create=False) as store:
        return read_situation(workspace, store)


def test_each_answer_is_told_once_by_what_became_of_it(tmp_path: Path) -> None:
    situation = situation_of(consulted(tmp_path / "c"))
    assert {name: used(body, situation) for name, body in NAMES.items()} == {
        "justice": Used(("untoc.5.1", "untoc.10.1"), ("untoc.10.4",), ("untoc.5.2",)),
        "parquet": Used(("untoc.5.1",), (), ("untoc.5.2",)),
        "fiu": Used(("untoc.10.4",), absent=(("untoc.10.1", Absence.NOT_OUR_REMIT),)),
        "abri": Used(absent=(("untoc.23.a", Absence.CANNOT_DISCLOSE),)),
        "uni": Used(),
    }


def test_what_was_taken_back_is_told_unless_it_had_been_answered(tmp_path: Path) -> None:
    situation = situation_of(consulted(tmp_path / "c"))
    reliefs = [
        Relief(NAMES["fiu"], "untoc.10.3", "declined", "", AT),
        Relief(NAMES["fiu"], "untoc.10.4", "declined", "", AT),
        Relief(NAMES["uni"], "untoc.10.4", "reassigned", NAMES["fiu"], AT),
    ]
    found = used(NAMES["fiu"], situation, reliefs)
    assert (found.as_given, found.relieved) == (("untoc.10.4",), (("untoc.10.3", "declined"),))
    assert used_words(used(NAMES["uni"], situation, reliefs), situation, "en") == (
        "One question was passed on to another body."
    )


def test_it_is_said_in_a_few_sentences_in_the_body_s_language(tmp_path: Path) -> None:
    situation = situation_of(consulted(tmp_path / "c"))
    assert used_words(used(NAMES["justice"], situation), situation, "en") == (
        "Of your 4 answers, 2 went into the State’s replies as you gave them.\n\n"
        "On one question the State’s reply differs from your answer; it was settled otherwise:\n"
        "– untoc.10.4: Does your country’s law provide for sanctions against legal persons that are"
        " effective, proportionate and dissuasive, fines among them? The State’s reply: Yes\n\n"
        "On one question the answers we received contradict each other and were left open: untoc.5.2."
    )
    assert used_words(used(NAMES["abri"], situation), situation, "fr") == (
        "Sur une question, vous avez indiqué pourquoi vous ne répondiez pas\u00a0; rien n’y a donc"
        " été repris\u00a0: Non communicable (1)."
    )
    assert used_words(Used(), situation, "fr") == (
        "Aucune réponse de votre part n’a pu être reprise dans la réponse de l’État."
    )
    every_kind = tuple(
        ("untoc.5.1", kind) for kind in ("declined", "reassigned", "item-withdrawn", "withdrawn")
    )
    for language in ("en", "fr"):
        assert len(used_words(Used(relieved=every_kind), situation, language).split("\n\n")) == len(
            every_kind
        )


def test_the_reason_of_a_decision_stays_inside(tmp_path: Path) -> None:
    workspace = consulted(tmp_path / "c")
    with open_store(workspace.database, create=False) as store:
        (divergence,) = read_situation(workspace, store).divergences.values()
        decided = Decision(
            divergence.item, divergence.fingerprint, "yes", "", "The prosecutor knows best.", "Awa Traoré", AT
        )
        record_decisions(store, [decided], at=AT, actor="coordinator")
        situation = read_situation(workspace, store)
    told = used_words(used(NAMES["justice"], situation), situation, "en")
    assert "– untoc.5.2: " in told
    assert "prosecutor" not in told
    assert used(NAMES["parquet"], situation) == Used(("untoc.5.1", "untoc.5.2"))


def test_a_reply_that_may_not_be_shown_is_not_told(tmp_path: Path) -> None:
    """A short text that only one anonymous body wrote is left out of the external edition, and of letters."""
    situation = situation_of(consulted(tmp_path / "c"))
    item = next(each for each in situation.items if each.id == "untoc.5.2")
    line = item.model_copy(update={"type": AnswerType.LINE})
    source = situation.answers[0].provenance
    said = [
        Answer(line.id, replace(source, stakeholder=body, response=body), value)
        for body, value in ((NAMES["abri"], "Unit 7 of the shelter"), (NAMES["justice"], "Unit 3"))
    ]
    agreed, open_ones = reconcile([line], said, precedence={line.id: Lead(NAMES["abri"], settles=True)})
    short = replace(
        situation,
        questionnaires=(_of(situation, line),),
        answers=tuple(said),
        agreed=agreed,
        divergences=open_ones,
    )
    told = used_words(used(NAMES["justice"], short), short, "en")
    assert told.startswith("You gave one answer.\n\nOn one question the State’s reply differs")
    assert "Unit 7" not in told


def _of(situation: Situation, item: Item) -> Questionnaire:
    first = situation.questionnaires[0]
    section = first.sections[0].model_copy(update={"items": (item,)})
    return Questionnaire.model_validate(first.model_copy(update={"sections": (section,)}).model_dump())


def test_after_the_clearance_everybody_who_answered_hears_what_was_used(tmp_path: Path) -> None:
    workspace = consulted(tmp_path / "c")
    cleared = datetime(2027, 5, 3, 12, tzinfo=UTC)
    with open_store(workspace.database, create=False) as store:
        record_clearance(store, digest="0", paths=[], at=cleared, actor="focal-point")
    done = advance(workspace, process(), at=cleared + timedelta(days=2), only="feedback-letters")
    assert {each.stakeholder for each in done.posted} == {NAMES[name] for name in NAMES if name != "uni"}
    message = letter(workspace.folder.root, NAMES["justice"], "feedback-letters")
    assert message["Subject"] == "État d’exemple : ce que vos réponses sont devenues"
    body = message.get_body(("plain",))
    assert body is not None
    text = body.get_content()
    assert "Sur vos 4 réponses, 2 figurent telles quelles dans la réponse de l’État." in text
    assert "untoc.10.4\u00a0: Le droit de votre pays" in text
    assert advance(workspace, process(), at=cleared + timedelta(days=3), only="feedback-letters").posted == ()
