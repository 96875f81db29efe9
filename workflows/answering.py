"""The answer back: whoever sent a workbook learns what was read of it and what needs another look.

The letters are written within the transaction that records the verdicts, so that a return and its answer are
one: killed anywhere, either both are recorded or the file is judged again. A return is answered once.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any, Final, Literal

from consultation.folder import write_all
from delivery.letters import Ask, addressed
from languages import day_and_time, say
from problems import Problem
from problems.identity import (
    AutomaticReply,
    FromElsewhere,
    LetterCameBack,
    MailSays,
    MailWithoutFile,
    NotIdentified,
    OldKey,
    OtherConsultation,
    TwoInvitations,
)
from questionnaires.model import Item
from responses.model import Answer, Provenance, Response
from responses.quoting import quoted
from responses.validate import settles
from stakeholders.model import Attribution, Stakeholder
from store import query, standing
from store.record import Written, record_actions, record_letters
from workbooks.answers import Entry
from workbooks.issue import CannotIssue, fits_cells
from workbooks.verdict import Verdict
from workflows.answer_words import (
    NAME,
    WORDS,
    answers_told,
    cell_in_workbook,
    digits,
    file_name,
    hidden_remarks,
    places_told,
    questions_named,
    reasons,
    reasons_told,
    remarks_in_workbook,
    remarks_told,
    to_look_at,
    unread_told,
    wrong,
)
from workflows.changes.words import remark_or_plain
from workflows.judging import FileOutcome, Standing
from workflows.post import Desk, Posted

Kind = Literal["receipt", "correct", "refused", "confirm"]
SHORT: Final[Mapping[Kind, str]] = {"receipt": "r", "correct": "e", "refused": "n", "confirm": "c"}
"""How the ids of these letters begin."""

UNCONFIRMED: Final = (FromElsewhere, OldKey)
NOT_FOR_SENDERS: Final = (
    *UNCONFIRMED,
    AutomaticReply,
    LetterCameBack,
    MailSays,
    MailWithoutFile,
    NotIdentified,
    OtherConsultation,
    TwoInvitations,
)


@dataclass(frozen=True, slots=True)
class Judgement:
    """What became of one file: the outcome, with the version that was recorded, and what was recorded."""

    sha256: str
    outcome: FileOutcome
    response: Response | None = None

    @property
    def name(self) -> str:
        """Return what tells this return from every other one."""
        if self.response:
            return self.response.id
        return f"{self.sha256[:20]}-{self.issued.invitation.id}"

    @property
    def issued(self) -> query.Issued:
        """The invitation under which the file is answered; ValueError where there is none."""
        if self.outcome.answer_to is None:
            raise ValueError("nobody is to be answered")
        return self.outcome.answer_to

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is to be said to the sender: whose a file is and what a mail says are the coordinator's."""
        return tuple(each for each in self.outcome.problems if not isinstance(each, NOT_FOR_SENDERS))

    @property
    def letter(self) -> Kind | None:
        """Return which letter answers the file; None where there is nobody to answer, or a person has to."""
        if self.outcome.answer_to is None or self.outcome.known or self.outcome.verdict is Verdict.UNPACKED:
            return None
        if self.response is None and any(isinstance(each, UNCONFIRMED) for each in self.outcome.problems):
            return "confirm"
        bad = wrong(self.problems)
        if self.response is not None:
            return "correct" if bad else "receipt"
        if any(each.item for each in bad):
            return "correct"
        return "refused" if reasons(self.problems) else None


def answer_back(desk: Desk, judged: Sequence[Judgement], said: Standing) -> tuple[Posted, ...]:
    """Write the letters that answer some returns, within the open transaction that records their verdicts.

    `said` tells what a body has said up to now, these returns included. Returns the letters that were written
    now: what has been answered before is left out.
    """
    letters = {f"{kind}:{each.name}": (each, kind) for each in judged if (kind := each.letter)}
    new = record_actions(desk.store, letters, at=desk.at, actor=desk.actor)
    if not new:
        return ()
    record = _Record.read(desk, [letters[action][0].issued for action in new], said)
    written = [_Answer(desk, *letters[action], record) for action in new]
    write_all({desk.workspace.folder.root / each.path: each.message for each in written})
    posted = [Written(each.key, each.body.id, each.kind, each.path) for each in written]
    record_letters(desk.store, posted, at=desk.at, actor=desk.actor)
    return tuple(Posted(each.body.id, each.body.name, each.kind, each.path) for each in written)


@dataclass(frozen=True)
class _Record:
    """What the record says of the bodies that are written to, read at once."""

    rounds: Mapping[str, standing.Round]
    bodies: Mapping[str, Stakeholder]
    asked: Mapping[tuple[str, str], Sequence[str]]  # items, by round and body, as things stand
    said: Standing
    reopened: Mapping[str, Sequence[standing.Reopening]]  # by body, what it is to correct and has not yet

    @classmethod
    def read(cls, desk: Desk, issued: Sequence[query.Issued], said: Standing) -> "_Record":
        store, whose = desk.store, {each.invitation.stakeholder for each in issued}
        asked: dict[tuple[str, str], list[str]] = defaultdict(list)
        for round in {each.round for each in issued}:
            for assigned in query.assignments(store, round, whose):
                asked[round, assigned.stakeholder].append(assigned.item)
        reopened: dict[str, list[standing.Reopening]] = defaultdict(list)
        for each in standing.reopenings(store, whose):
            if not each.answered:
                reopened[each.stakeholder].append(each)
        bodies = {body.id: body for body in query.stakeholders(store, whose)}
        return cls(standing.rounds(store), bodies, asked, said, reopened)


@dataclass
class _Answer:
    """One letter, and what it is made of."""

    desk: Desk
    judgement: Judgement
    kind: Kind
    record: _Record

    @property
    def round(self) -> str:
        return self.judgement.issued.round

    @cached_property
    def body(self) -> Stakeholder:
        return self.record.bodies[self.judgement.issued.invitation.stakeholder]

    @cached_property
    def issued(self) -> query.Issued:
        """The latest invitation of the body: what is asked may have grown since it filled in the workbook."""
        return self.desk.issued[self.round, self.body.id]

    @property
    def language(self) -> str:
        return self.issued.invitation.language

    @cached_property
    def hidden(self) -> bool:
        """Whether nothing may be in the letter that tells who writes, or what."""
        return self.body.at_risk or self.body.attribution is Attribution.ANONYMOUS

    @cached_property
    def reader(self) -> Stakeholder:
        """The body as the letter may call it."""
        if not self.hidden:
            return self.body
        return self.body.model_copy(update={"attribution": Attribution.ANONYMOUS})

    @property
    def key(self) -> str:
        """Return the letter's id, which ends with the invitation, so that a reply tells whose it is."""
        return f"{SHORT[self.kind]}-{self.judgement.sha256[:10]}-{self.issued.invitation.id}"

    @cached_property
    def path(self) -> str:
        version, main = self.judgement.outcome.version, self.desk.process.main.id
        of_round = [] if self.round == main else [self.round]
        whose = self.issued.invitation.id if self.hidden else self.body.id
        which = str(version) if self.judgement.response else self.judgement.sha256[:8]
        return f"outbox/{'-'.join([self.kind, *of_round, whose, which])}.eml"

    @cached_property
    def deadline(self) -> datetime:
        found = self.record.rounds[self.round].deadline_of(self.body.id)
        return found.astimezone(self.desk.consultation.deadline_at.tzinfo)

    @cached_property
    def asked(self) -> tuple[str, ...]:
        """What is asked of the body as things stand, or what was when nothing is any more."""
        return tuple(self.record.asked.get((self.round, self.body.id), ())) or self.issued.items

    @cached_property
    def answers(self) -> Mapping[str, Answer]:
        """What the body has said up to now, this return included."""
        return self.record.said(self.body.id)

    @cached_property
    def corrections(self) -> dict[str, str]:
        """What the coordinator has asked it to correct, and it has not yet."""
        return {
            each.item: remark_or_plain(each.remark, self.language)
            for each in self.record.reopened.get(self.body.id, ())
        }

    @property
    def given(self) -> tuple[Answer, ...]:
        return self.judgement.response.answers if self.judgement.response else ()

    @property
    def message(self) -> bytes:
        items = self.desk.items
        asked = tuple(items[name] for name in self.asked)
        settled = sum(item.main and self._settled(item) for item in asked)
        return self.desk.write(
            self.kind,
            Ask(self.reader, asked, settled),
            key=self.key,
            language=self.language,
            round=self.round,
            deadline=self.deadline,
            workbook=self.workbook if self.kind in {"correct", "refused"} else None,
            facts={**self._facts(), **dict(self._own_facts())},
        )

    def _settled(self, item: Item) -> bool:
        answer = self.answers.get(item.id)
        return answer is not None and settles(item, answer) and item.id not in self.corrections

    def _answered(self, answers: Iterable[Answer]) -> int:
        """Count answers as the workbook does."""
        return sum(settles(self.desk.items[each.item], each) for each in answers)

    @property
    def received_at(self) -> datetime:
        """When the file came, which may be long before a person says whose it is."""
        return self.judgement.response.received_at if self.judgement.response else self.desk.at

    def _facts(self) -> dict[str, Any]:
        """Return what all of these letters may say."""
        outcome, zone = self.judgement.outcome, self.deadline.tzinfo
        count = self._answered(self.given) if self.judgement.response else outcome.answers
        beside = len(self.given) - count if self.judgement.response else 0
        return {
            "received": day_and_time(self.language, self.received_at.astimezone(zone)),
            "file": "" if self.hidden else file_name(outcome.name),
            "digest": digits(self.judgement.sha256),
            "hidden": self.hidden,
            "late": self.received_at > self.deadline,
            "version": outcome.version,
            "given": count,
            "counted": say(self.language, WORDS, "counted-answers", count=count),
            "beside": say(self.language, WORDS, "counted-beside", count=beside) if beside else "",
            "unread": unread_told(self.judgement.problems, self.language) if self.hidden else "",
        }

    def _own_facts(self) -> Iterator[tuple[str, Any]]:
        """Yield what only this letter may say; of a hidden body, nothing that it wrote."""
        problems, language, items = self.judgement.problems, self.language, self.desk.items
        bad = wrong(problems)
        match self.kind:
            case "receipt":
                answered = [each.item for each in self.given]
                left = [
                    items[name] for name in self.asked if items[name].main and not self._settled(items[name])
                ]
                yield "open", len(left)
                yield "open_questions", [] if self.hidden else questions_named(left, language)
                yield "earlier", len(self.judgement.outcome.stood & set(self.asked) - set(answered))
                yield "remarked", len(problems)
                shown = () if self.hidden else self.given
                remarks = remarks_told(() if self.hidden else problems, answered, language)
                yield "todo", remarks.todo
                yield "answers", answers_told(shown, remarks.beneath, items, language)
                yield "remarks", remarks.noted
            case "correct":
                yield "count", len(bad)
                yield "places", [] if self.hidden else places_told(bad, items, language)
                rest = [] if self.hidden else [each for each in problems if each not in bad]
                remarks = remarks_told(rest, (), language)
                yield "todo", remarks.todo
                yield "remarks", remarks.noted
                yield "filled", 0 if self.hidden else self._answered(self._in_place().values())
            case "refused":
                yield "reasons", reasons_told(problems, language, hidden=self.hidden)
                yield "prefilled", bool(self.answers) and not self.hidden
            case "confirm":
                found = (each for each in self.judgement.outcome.problems if isinstance(each, FromElsewhere))
                yield "domain", next((quoted(each.domain, NAME) for each in found), "")

    @property
    def workbook(self) -> bytes:
        """Issue the body's workbook anew: what stands is in place, what is wrong beneath its question.

        Nothing of the file that came is in it. That of a hidden body holds no answers: it travels by mail.
        """
        problems = self.judgement.problems
        looked = wrong(problems) if self.hidden else to_look_at(problems)
        told = hidden_remarks if self.hidden else remarks_in_workbook
        remarks = told([each for each in looked if each.item], self.language)
        cells = tuple(filter(None, (cell_in_workbook(each, self.desk.items) for each in looked)))
        answers = () if self.hidden else tuple(self._in_place().values())
        try:
            return self._issued(answers, self._with_corrections(remarks), cells)
        except CannotIssue:  # what was read from several cells may be too long for one
            too_long = say(self.language, WORDS, "too-long-here")
            held = tuple(each for each in answers if fits_cells(each, self.desk.items, self.language))
            left = dict.fromkeys({each.item for each in answers} - {each.item for each in held}, too_long)
            return self._issued(held, self._with_corrections(remarks) | left, cells)

    def _in_place(self) -> dict[str, Answer]:
        """Return what stands, with what was said beside the cells that nobody could read."""
        found = dict(self.answers)
        for rest in self.judgement.outcome.rests:
            before = found.get(rest.item)
            found[rest.item] = Answer(
                item=rest.item,
                provenance=self._provenance(rest),
                value=before.value if before else None,
                absent=before.absent if before else None,
                details=rest.details or (before.details if before else ""),
                citations=rest.citations or (before.citations if before else ()),
                comment=rest.comment or (before.comment if before else ""),
            )
        return found

    def _provenance(self, entry: Entry) -> Provenance:
        return Provenance(
            stakeholder=self.body.id,
            response="",
            sha256=self.judgement.sha256,
            sheet=entry.sheet,
            cell=entry.cell,
            received_at=self.desk.at,
            language=self.language,
            question="",
        )

    def _issued(
        self, answers: Sequence[Answer], remarks: Mapping[str, str], cells: Sequence[tuple[str, str]]
    ) -> bytes:
        return self.desk.issuer(self.round).workbook(
            addressed(self.reader, self.language),
            self.asked,
            self.desk.token_of(self.issued.invitation),
            answers=answers,
            remarks=remarks,
            cells=cells,
            withheld=self._answered(self.answers.values()) if self.hidden else 0,
            deadline=self.deadline,
        )

    def _with_corrections(self, remarks: Mapping[str, str]) -> dict[str, str]:
        """Add what the coordinator has asked for, and that an earlier answer stands where one does."""
        found = {} if self.hidden else dict(self.corrections)
        for item, remark in remarks.items():
            stands = item in self.answers and not self.hidden
            earlier = [say(self.language, WORDS, "earlier-stands")] if stands else []
            found[item] = " ".join([*filter(None, [found.get(item)]), remark, *earlier])
        return found
