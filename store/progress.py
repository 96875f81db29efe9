"""How far a consultation has come, counted by the database: what `consult status` shows.

No table classes, no pydantic, no YAML on this path: all of it costs less than importing sqlmodel.
"""

import json
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, text

from store.connection import Store
from store.standing import SETTLES
from store.values import instant

NEEDS_A_PERSON = "needs-a-person"
REFUSED = "refused"
DISMISSED = "dismissed:"
"""Key, before the digest of a file, of the action by which a person is done with it."""


@dataclass(frozen=True, slots=True)
class StakeholderProgress:
    id: str
    name: str
    kind: str
    at_risk: bool
    language: str  # of the workbook, before there is one: the first of the stakeholder's languages
    asked: int  # items
    answered: int  # items with an answer that stands, an absence such as "not our remit" included
    owed: int  # main items asked: not follow-ups, not closing items
    given: int  # of these, answered
    last_return: datetime | None
    version: int  # of the last return; 0 before any
    questions: int  # problems in the last return that go back to the sender
    letter: str  # kind of the last letter; empty before any
    letter_at: datetime | None
    mail: str  # what became of the last letter, as in store.sending; empty: nothing is recorded
    reopened: int = 0  # corrections requested that have not come
    withdrawn: bool = False
    invited: datetime | None = None  # first, in the round
    first_return: datetime | None = None
    reminders: int = 0  # letters that reminded of the round


@dataclass(frozen=True, slots=True)
class ArticleProgress:
    key: str
    title: dict[str, str]
    items: int
    asked: int  # stakeholders with at least one item of it
    answered: int  # stakeholders with at least one answer to it
    contradictory: int  # items with several values of which only one can be right, and no decision since


@dataclass(frozen=True, slots=True)
class Voice:
    """What one stakeholder is asked, and has answered, of one article."""

    stakeholder: str
    article: str
    asked: int  # items; 0: it was asked once, and is no longer
    answered: int


@dataclass(frozen=True, slots=True)
class Progress:
    stakeholders: tuple[StakeholderProgress, ...]
    articles: tuple[ArticleProgress, ...]
    files: int
    waiting: int  # files that need a person, or have no verdict yet
    voices: tuple[Voice, ...] = field(default=(), compare=False, repr=False)

    @property
    def asked(self) -> int:
        return sum(each.asked for each in self.stakeholders)

    @property
    def answered(self) -> int:
        return sum(each.answered for each in self.stakeholders)

    @property
    def owed(self) -> int:
        return sum(each.owed for each in self.stakeholders)

    @property
    def given(self) -> int:
        return sum(each.given for each in self.stakeholders)

    @property
    def complete(self) -> bool:
        """Say whether nobody owes anything."""
        return all(each.given >= each.owed for each in self.stakeholders)

    @property
    def returned(self) -> int:
        """Count the stakeholders of whom at least one return was taken."""
        return sum(each.version > 0 for each in self.stakeholders)

    @property
    def contradictory(self) -> int:
        return sum(each.contradictory for each in self.articles)


@dataclass(frozen=True, slots=True)
class Subject:
    """What a questionnaire is about; a form has no cluster, and its own title."""

    instrument: str
    cluster: int
    title: dict[str, str]  # of the cluster, by language


def subjects(store: Store, round: str = "") -> tuple[Subject, ...]:
    """Return what is asked about, as it was when it was first asked: in one round, or in all."""
    sql = """
        SELECT content FROM questionnaire q WHERE :round = '' OR EXISTS
            (SELECT 1 FROM item i WHERE i.questionnaire = q.key AND i.round = :round)
        ORDER BY q.key
    """
    with store.reading() as connection:
        found = [json.loads(row.content) for row in _all(connection, sql, round)]
    return tuple(
        Subject(each["instrument"], each["cluster"], each["cluster_title" if each["cluster"] else "title"])
        for each in found
    )


def progress(store: Store, round: str = "") -> Progress:
    """Count, in one consistent reading, one round or all of them; empty before the launch."""
    with store.reading() as connection:
        # pairs of a stakeholder and an article, with the number of items
        asked = _pairs(connection, _ASKED, round)
        answered = _less(_pairs(connection, _ANSWERED, round), _pairs(connection, _NOTHING_GIVEN, round))
        people = _all(connection, _STAKEHOLDERS, round)
        articles = _all(connection, _ARTICLES, round)
        disputed = {row.article_id: row.items for row in _all(connection, _CONTRADICTORY)}
        once = _all(connection, _ONCE, round)
        reopened = {row.stakeholder_id: row.items for row in _all(connection, _REOPENED, round)}
        received = connection.execute(text(_FILES)).one()
    asked_of, asked_about = _per_stakeholder(asked), Counter(article for _, article in asked)
    answers_of, answers_about = _per_stakeholder(answered), Counter(article for _, article in answered)
    bodies = {row.id: row.key for row in people}
    about = {row.id: row.key for row in articles}
    pairs = dict.fromkeys([*asked, *((row.stakeholder_id, row.article_id) for row in once)])
    return Progress(
        voices=tuple(
            Voice(
                bodies[pair[0]],
                about[pair[1]],
                asked.get(pair, NOTHING)[0],
                answered.get(pair, NOTHING)[0],
            )
            for pair in sorted(pairs, key=lambda pair: (pair[1], pair[0]))
        ),
        stakeholders=tuple(
            _stakeholder(
                row,
                asked_of.get(row.id, NOTHING),
                answers_of.get(row.id, NOTHING),
                reopened.get(row.id, 0),
            )
            for row in people
        ),
        articles=tuple(
            ArticleProgress(
                key=row.key,
                title=json.loads(row.title),
                items=row.items,
                asked=asked_about[row.id],
                answered=answers_about[row.id],
                contradictory=disputed.get(row.id, 0),
            )
            for row in articles
        ),
        files=received.files,
        waiting=received.waiting,
    )


_ROUND = "(:round = '' OR i.round = :round)"

_ASKED = f"""
    SELECT a.stakeholder_id, i.article_id, count(*) AS items, sum(CASE WHEN i.main THEN 1 ELSE 0 END) AS main
    FROM standing_assignment a JOIN item i ON i.id = a.item_id WHERE {_ROUND}
    GROUP BY a.stakeholder_id, i.article_id
"""  # noqa: S608  # our own words, as in all that follow

# Each replacement takes one earlier answer to the same item away, so no one has to look for the latest.
_ANSWERED = f"""
    SELECT a.stakeholder_id, i.article_id, count(*) - count(a.replaces) AS items,
           sum(CASE WHEN i.main AND a.replaces IS NULL THEN 1 ELSE 0 END) AS main
    FROM answer a JOIN item i ON i.id = a.item_id WHERE {_ROUND} GROUP BY a.stakeholder_id, i.article_id
"""  # noqa: S608

# What stands but answers nothing that is asked: a comment alone, words beside a list from which nothing is
# chosen, what is to be corrected or was taken away. CROSS JOIN: SQLite begins with the few reopened ones.
_NOTHING_GIVEN = f"""
    SELECT g.stakeholder_id, i.article_id, count(*) AS items, sum(CASE WHEN i.main THEN 1 ELSE 0 END) AS main
    FROM (
        SELECT n.stakeholder_id, n.item_id FROM latest_answer n JOIN item i ON i.id = n.item_id
        WHERE n.value IS NULL AND n.absent IS NULL AND NOT {SETTLES}
        UNION
        SELECT n.stakeholder_id, n.item_id FROM reopening r CROSS JOIN latest_answer n
        WHERE n.stakeholder_id = r.stakeholder_id AND n.item_id = r.item_id AND n.seq < r.seq
        UNION
        SELECT n.stakeholder_id, n.item_id FROM relief r JOIN latest_answer n
        ON n.stakeholder_id = r.stakeholder_id AND n.item_id = r.item_id
        WHERE NOT EXISTS (SELECT 1 FROM assignment a WHERE a.stakeholder_id = r.stakeholder_id
                          AND a.item_id = r.item_id AND a.seq > r.seq)
    ) AS g JOIN item i ON i.id = g.item_id WHERE {_ROUND} GROUP BY g.stakeholder_id, i.article_id
"""  # noqa: S608

# Of what was asked once and is not any more.
_ONCE = f"""
    SELECT DISTINCT r.stakeholder_id, i.article_id FROM relief r JOIN item i ON i.id = r.item_id
    WHERE {_ROUND} ORDER BY r.stakeholder_id, i.article_id
"""  # noqa: S608

_REOPENED = f"""
    SELECT r.stakeholder_id, count(DISTINCT r.item_id) AS items
    FROM reopening r JOIN item i ON i.id = r.item_id
    WHERE {_ROUND} AND NOT EXISTS (SELECT 1 FROM answer n WHERE n.stakeholder_id = r.stakeholder_id
                                   AND n.item_id = r.item_id AND n.seq > r.seq)
    GROUP BY r.stakeholder_id
"""  # noqa: S608

_CONTRADICTORY = """
    SELECT i.article_id, count(*) AS items FROM item i JOIN (
        SELECT item_id FROM latest_answer n WHERE choice IS NOT NULL
        GROUP BY item_id HAVING min(choice) <> max(choice)
           AND max(seq) > coalesce((SELECT max(d.seq) FROM decision d WHERE d.item_id = n.item_id), 0)
    ) AS disputed ON disputed.item_id = i.id GROUP BY i.article_id
"""

_STAKEHOLDERS = """
    SELECT s.id, s.key, n.name, s.kind, s.at_risk, s.languages, v.language,
           r.received_at, coalesce(r.version, 0) AS version, coalesce(j.errors, 0) AS questions,
           coalesce(l.kind, '') AS letter, la.at AS letter_at,
           CASE WHEN d.detail LIKE 'later: %' THEN 'later' ELSE coalesce(d.outcome, '') END AS mail,
           w.seq AS withdrawn,
           (SELECT min(ia.at) FROM invitation iv JOIN audit ia ON ia.seq = iv.seq
            WHERE iv.stakeholder_id = s.id AND (:round = '' OR iv.round = :round)) AS invited,
           (SELECT min(fr.received_at) FROM response fr
            WHERE fr.stakeholder_id = s.id AND (:round = '' OR fr.round = :round)) AS first_return,
           (SELECT count(*) FROM letter rl WHERE rl.stakeholder_id = s.id AND rl.kind = 'reminder'
            AND (:round = '' OR EXISTS (
                SELECT 1 FROM invitation ri WHERE ri.stakeholder_id = s.id AND ri.round = :round
                AND rl.key LIKE '%' || ri.key))) AS reminders
    FROM stakeholder s JOIN identity n ON n.stakeholder_id = s.id
    LEFT JOIN invitation v ON v.seq = (
        SELECT max(seq) FROM invitation WHERE stakeholder_id = s.id AND (:round = '' OR round = :round))
    LEFT JOIN response r ON r.seq = (
        SELECT max(seq) FROM response WHERE stakeholder_id = s.id AND (:round = '' OR round = :round))
    LEFT JOIN withdrawal w ON w.stakeholder_id = s.id
    LEFT JOIN verdict j ON j.seq = r.seq
    LEFT JOIN letter l ON l.seq = (SELECT max(seq) FROM letter WHERE stakeholder_id = s.id)
    LEFT JOIN audit la ON la.seq = l.seq
    LEFT JOIN delivery d ON d.seq = (SELECT max(seq) FROM delivery WHERE letter = l.key)
    ORDER BY s.id
"""

_ARTICLES = """
    SELECT a.id, a.key, a.title, count(i.id) AS items
    FROM article a LEFT JOIN item i ON i.article_id = a.id
    WHERE (:round = '' OR i.round = :round) GROUP BY a.id, a.key, a.title ORDER BY a.id
"""

_FILES = f"""
    SELECT count(*) AS files,
           count(CASE WHEN v.verdict IS NULL OR (v.verdict = '{NEEDS_A_PERSON}' AND d.seq IS NULL)
                 THEN 1 END) AS waiting
    FROM file f LEFT JOIN verdict v ON v.seq = (SELECT max(seq) FROM verdict WHERE file_seq = f.seq)
    LEFT JOIN action d ON d.key = '{DISMISSED}' || f.sha256
"""  # noqa: S608  # our own constant


def _all(connection: Connection, sql: str, asked_in: str = "") -> list[Row[Any]]:
    return list(connection.execute(text(sql), {"round": asked_in} if ":round" in sql else {}))


Count = tuple[int, int]
"""Items, and main items among them."""

NOTHING: Count = (0, 0)


def _pairs(connection: Connection, sql: str, asked_in: str) -> dict[tuple[int, int], Count]:
    rows = _all(connection, sql, asked_in)
    return {(row.stakeholder_id, row.article_id): (row.items, row.main) for row in rows}


def _less(
    pairs: dict[tuple[int, int], Count], silent: dict[tuple[int, int], Count]
) -> dict[tuple[int, int], Count]:
    """Subtract the silent ones; a pair with nothing left is no pair."""
    left = {
        pair: (items - silent.get(pair, NOTHING)[0], main - silent.get(pair, NOTHING)[1])
        for pair, (items, main) in pairs.items()
    }
    return {pair: count for pair, count in left.items() if count[0]}


def _per_stakeholder(pairs: dict[tuple[int, int], Count]) -> dict[int, Count]:
    total: dict[int, Count] = {}
    for (stakeholder, _), (items, main) in pairs.items():
        before = total.get(stakeholder, NOTHING)
        total[stakeholder] = before[0] + items, before[1] + main
    return total


def _stakeholder(row: Row[Any], asked: Count, answered: Count, reopened: int) -> StakeholderProgress:
    return StakeholderProgress(
        id=row.key,
        name=row.name,
        kind=row.kind,
        at_risk=bool(row.at_risk),
        language=row.language or next(iter(json.loads(row.languages)), ""),
        asked=asked[0],
        answered=answered[0],
        owed=asked[1],
        given=answered[1],
        last_return=instant(row.received_at) if row.received_at else None,
        version=row.version,
        questions=row.questions,
        letter=row.letter,
        letter_at=instant(row.letter_at) if row.letter_at else None,
        mail=row.mail,
        reopened=reopened,
        withdrawn=row.withdrawn is not None,
        invited=instant(row.invited) if row.invited else None,
        first_return=instant(row.first_return) if row.first_return else None,
        reminders=row.reminders,
    )
