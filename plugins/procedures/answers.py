"""The first screen: what do I bring, where, how long, how much, online or not."""

import re
from collections.abc import Callable, Iterable

from plugins.model.frame import tel
from plugins.model.page import Link
from plugins.model.procedure import Channel, Evidence, EvidenceCase, EvidenceKind, OnlineLevel, Procedure
from plugins.model.site import Site
from plugins.model.text import fold
from plugins.procedures import words
from plugins.procedures.readable import brief, broken_up
from plugins.procedures.views import Fact, PapersView, PaperView, TermView

_TO_BRING = {EvidenceKind.SUBMIT, EvidenceKind.SHOW}
# A longer list in one group is that of many cases, which the national export writes one below the other.
_MANY = 15
_ONE_NUMBER = re.compile(r"(?:\+84|0)[ .]?\d(?:[ .-]?\d){7,9}")


def papers_of(procedure: Procedure) -> str:
    """How many papers to bring; a range when cases ("Trường hợp …") ask for different ones. Empty when none is announced."""
    always, cases = 0, []
    for case in procedure.evidence:
        count = sum(paper.kind in _TO_BRING for paper in case.evidence)
        if fold(case.title).startswith("truong hop"):
            cases.append(count)
        else:
            always += count
    least, most = always + min(cases, default=0), always + max(cases, default=0)
    if not any(case.evidence for case in procedure.evidence):
        return ""
    if most == 0:
        return words.NO_PAPERS
    if least == most > _MANY:
        return words.PAPERS_MANY.format(count=most)
    return words.PAPERS.format(count=most) if least == most else words.PAPERS_RANGE.format(least=least, most=most)


def terms_of(channels: Iterable[Channel], text_of: Callable[[Channel], str]) -> tuple[TermView, ...]:
    """One term a text, with all channels that it holds for; channels that say nothing are left out."""
    found: dict[str, list[str]] = {}
    for channel in channels:
        text = text_of(channel).strip()
        if text:
            found.setdefault(text, []).append(str(channel.kind))
    return tuple(TermView(", ".join(dict.fromkeys(kinds)), broken_up(text), brief(text)) for text, kinds in found.items())


def places_of(procedure: Procedure) -> tuple[Fact, ...]:
    """Where to hand in: the unit's own address first, then what was announced."""
    local = procedure.local
    address = "" if local.address else procedure.receiving_address
    facts = (
        Fact(words.LOCAL_ADDRESS, local.address),
        Fact(words.RECEIVING, brief(address, 300)),
        Fact(words.EXECUTING, brief(procedure.executing_authority, 300)),
        Fact(words.LOCAL_HOURS, local.hours),
        Fact(words.LOCAL_PHONE, local.phone, _call(local.phone)),
        Fact(words.ANYWHERE, words.ANYWHERE_TEXT if procedure.borderless else ""),
        Fact(words.POST, _post(procedure)),
    )
    return tuple(fact for fact in facts if fact.text.strip())


def _call(phone: str) -> str:
    """Where one number leads; "" when several are written together, or words beside it."""
    return tel(phone) if _ONE_NUMBER.fullmatch(phone.strip()) else ""


def _post(procedure: Procedure) -> str:
    if procedure.post_receive and procedure.post_return:
        return words.POST_BOTH
    return words.POST_RECEIVE if procedure.post_receive else words.POST_RETURN if procedure.post_return else ""


def portal_of(procedure: Procedure, site: Site) -> Link:
    """The procedure on the national portal; without a known address the portal itself, with the code to look for.

    The portal's search addresses have changed several times (DOMAIN 2.5), so none is guessed.
    """
    if not procedure.portal_link:
        return Link(words.PORTAL_SEARCH.format(code=procedure.code), site.profile.links.national_portal)
    on_line = procedure.online_level in {OnlineLevel.FULL, OnlineLevel.PARTIAL}
    return Link(words.PORTAL if on_line else words.PORTAL_INFORMATION, procedure.portal_link)


def checklist(case: EvidenceCase) -> PapersView:
    return PapersView(case.title, tuple(_paper(paper) for paper in case.evidence))


def _paper(paper: Evidence) -> PaperView:
    counts = (_count(paper.originals, words.ORIGINALS), _count(paper.copies, words.COPIES)) if paper.is_paper else ()
    return PaperView(broken_up(paper.name), words.KINDS[paper.kind], ", ".join(filter(None, counts)), paper.forms, paper.kind in _TO_BRING)


def _count(announced: str, what: str) -> str:
    """``1 bản chính``; a text that is not a number stays as announced."""
    text = announced.strip()
    if text in {"", "0", "0.0"}:
        return ""
    return f"{text} {what}" if text.isdigit() else f"{what}: {text}"
