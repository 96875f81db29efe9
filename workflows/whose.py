"""Whose a returned file is: what its codes prove, how it came, and what a person has said."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from delivery.senders import domain_of, speaks_for
from problems import Place, Problem
from problems.identity import FromElsewhere, NotIdentified, OldKey, OtherConsultation, TwoInvitations
from problems.returns import NoQuestionsFound
from store import query
from store.mail import Arrival, Claim
from workbooks.findings import Findings
from workbooks.identity import Identity, identify, well_formed
from workflows.application import application
from workflows.asked import Asked


@dataclass(frozen=True)
class Circumstances:
    """How a file came, and whose it is as persons have said."""

    arrivals: Sequence[Arrival] = ()
    claims: Sequence[Claim] = ()


@dataclass(frozen=True)
class Owned:
    """What stands in a file under one invitation; without `issued`, nobody can say whose it is."""

    issued: query.Issued | None = None
    findings: Findings | None = None
    problems: tuple[Problem, ...] = ()


def whose(findings: Findings, asked: Asked, came: Circumstances, shown: str) -> tuple[Owned, ...]:
    """Tell whose a file is: one share for each body where a person has said so, else one.

    At least one proven code, and no two invitations: identified. What came by mail from elsewhere, or is
    signed with a key that is not trusted any more, is known to be somebody's and waits to be confirmed.
    """
    claims = came.claims if findings.shares else came.claims[-1:]  # a whole file is the last one's named
    said = {claim.invitation: asked.issued[claim.invitation] for claim in claims}
    if said:
        return tuple(Owned(issued, findings.share_of(name)) for name, issued in said.items())
    identity, ids = identify(findings.carriers, asked.keys)
    issued = asked.issued.get(ids[0]) if identity is Identity.IDENTIFIED else None
    if issued is not None:
        doubts = tuple(_doubts(issued, findings, asked, came, shown))
        return (Owned(issued, findings.share_of(ids[0]), doubts),)
    return (Owned(problems=_nobodys(identity, ids, findings, asked, shown)),)


def _doubts(
    issued: query.Issued, findings: Findings, asked: Asked, came: Circumstances, shown: str
) -> Iterator[Problem]:
    """Say why what is proven to be somebody's does not count yet."""
    _, trusted = identify(findings.carriers, asked.trusted)
    if issued.invitation.id not in trusted:
        yield OldKey(place=Place(shown))
    address = asked.addresses[issued.invitation.stakeholder]
    strangers = [_strangers(arrival, address, asked) for arrival in came.arrivals]
    if strangers and all(strangers):
        yield FromElsewhere(place=Place(shown), domain=domain_of(strangers[0][0]) or "?")


def _strangers(arrival: Arrival, address: str, asked: Asked) -> list[str]:
    """Return who sent a file on that is neither the body with `address` nor one of ours."""
    return [
        mail.sender
        for mail in arrival
        if mail.sender not in asked.ours and not speaks_for(mail.sender, address)
    ]


def _nobodys(
    identity: Identity, ids: Sequence[str], findings: Findings, asked: Asked, shown: str
) -> tuple[Problem, ...]:
    """Say why a readable workbook belongs to nobody; what its cells hold is nobody's, and not told."""
    if identity is Identity.IDENTIFIED and ids[0] in asked.open and findings.told:
        return (application(findings, asked.items, shown),)
    if any(isinstance(problem, NoQuestionsFound) for problem in findings.problems):
        return findings.problems
    if identity is Identity.CONFLICT:
        return (TwoInvitations(place=Place(shown), count=len(ids)),)
    if any(well_formed(carrier.token) for carrier in findings.carriers):
        return (OtherConsultation(place=Place(shown)),)
    return (NotIdentified(place=Place(shown)),)


def answerable(came: Circumstances, asked: Asked) -> query.Issued | None:
    """Return whom to write to about a file that nobody can read: who the mail itself says, and comes from.

    Nobody is written to on the strength of a sender alone that two bodies share.
    """
    for arrival in came.arrivals:
        for mail in arrival:
            marked = asked.issued.get(mail.invitation)
            if marked and speaks_for(mail.sender, asked.addresses[marked.invitation.stakeholder]):
                return marked
            bodies = {body for body, address in asked.addresses.items() if _same(address, mail.sender)}
            latest = _latest(asked.issued, bodies)
            if len(bodies) == 1 and latest:
                return latest
    return None


def _same(address: str, sender: str) -> bool:
    return bool(sender) and address.casefold() == sender


def _latest(issued: Mapping[str, query.Issued], bodies: set[str]) -> query.Issued | None:
    return max(
        (each for each in issued.values() if each.invitation.stakeholder in bodies),
        key=lambda each: each.at,
        default=None,
    )
