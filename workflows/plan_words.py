"""Words of the timeline: who gets something, why then, why not on the day that counting gives."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC

from languages import say
from workflows.due import Slot
from workflows.moments import Times
from workflows.process import Action, Process, Select, When
from workflows.record import Record
from workflows.working_time import why_not


@dataclass(frozen=True)
class Wording:
    process: Process
    record: Record
    language: str
    owing: Mapping[str, int]  # by round: how many owe answers now

    @property
    def rounds(self) -> str:
        """Say whether there is more than one: the only one need not be named."""
        return "one" if len(self.process.rounds) == 1 else "several"

    def title(self, action: Action) -> str:
        return self.process.say(self.language, "actions", action.id)

    def who(self, action: Action, *, now: bool = False) -> str:
        """Say who gets it, or who does it; of what is due `now`, how many."""
        if action.perform == "remind":
            count = self.owing.get(action.round) if now else None
            return self.word("to-owing") if count is None else self.word("to-owing-now", count=count)
        if action.perform == "warn":
            return self.word("to-coordinator")
        if action.perform == "ask":
            return self.to(self.process.round(action.round).of)
        if action.perform == "write":
            return self.to(action.to)
        by = self.process.written.roles
        return (
            self.process.say(self.language, "roles", action.by)
            if action.by in by
            else self.word("by-coordinator")
        )

    def to(self, audience: object) -> str:
        if not isinstance(audience, Select):
            return self.word(f"to-{audience}") if audience else ""
        parts = []
        if audience.kinds:
            kinds = [say(self.language, "stakeholders", kind) for kind in audience.kinds]
            parts.append(self.word("to-kinds", kinds=", ".join(kinds)))
        if audience.answered:
            parts.append(
                self.word("to-answered", round=self.process.say(self.language, "rounds", audience.answered))
            )
        if audience.attended:
            held = [self.process.say(self.language, "actions", name) for name in audience.attended]
            parts.append(self.word("to-attended", held=", ".join(held)))
        if audience.took_part:
            rounds = {each.id for each in self.process.rounds}
            parts_taken = [
                self.process.say(self.language, "rounds" if name in rounds else "actions", name)
                for name in audience.took_part
            ]
            parts.append(self.word("to-took-part", parts=", ".join(parts_taken)))
        if audience.sheet:
            sheet = self.process.say(self.language, "actions", audience.sheet)
            parts.append(self.word("to-sheet", sheet=sheet, outcomes=", ".join(self.outcomes(audience))))
        if audience.trained:
            parts.append(self.word("to-trained", trained=", ".join(audience.trained)))
        if audience.topics:
            parts.append(self.word("to-topics", topics=", ".join(audience.topics)))
        return " · ".join(parts)

    def outcomes(self, audience: Select) -> list[str]:
        keys = [("sheets", audience.sheet, "outcomes", name) for name in audience.outcomes]
        return [
            self.process.say(self.language, *key)
            if key in self.process.texts
            else self.word(f"outcome-{key[-1]}")
            for key in keys
        ]

    def why(self, when: When | None) -> str:
        """Say from what a time is counted."""
        if when is None or when.on is not None:
            return ""
        anchor = self.moment(when.of)
        for count, unit in (
            (when.months, "months"),
            (when.days, "days"),
            (when.working_days, "working-days"),
        ):
            if count:
                side = "after" if count > 0 else "before"
                return self.word(f"why-{unit}-{side}", count=abs(count), moment=anchor)
        return self.word("why-at", moment=anchor)

    def moment(self, name: str) -> str:
        if name in {"launch", "cleared"}:
            return self.word(f"moment-{name}")
        whose, _, which = name.rpartition(".")
        kind = "actions" if which in {"planned", "done", "decided"} else "rounds"
        title = self.process.say(self.language, kind, whose)
        return self.word(f"moment-{which}", title=title, rounds=self.rounds)

    def moved(self, slot: Slot) -> str:
        """Say why something is not on the day that counting gives: a day of rest."""
        when = slot.action.when
        if when is None or slot.action.id in self.record.dates:
            return ""
        raw = Times(self.process, self.record, slot.group).raw(when)
        if raw is None or raw.astimezone(UTC) == slot.at.astimezone(UTC):
            return ""
        day = raw.astimezone(self.record.zone).date()
        off = why_not(day, self.record.calendar)
        if off is None:
            return self.word("moved-quiet")
        return (
            self.word("moved-weekend") if off.kind == "weekend" else self.word("moved-holiday", name=off.name)
        )

    def word(self, message: str, **parameters: object) -> str:
        return say(self.language, "plan", message, **parameters)
