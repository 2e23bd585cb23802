"""How a procedure was announced, posted and compared, as labelled facts."""

from plugins.model.dates import short_date
from plugins.model.procedure import Procedure, Publication
from plugins.procedures import words
from plugins.procedures.shelf import Shelf
from plugins.procedures.views import Fact


def facts_of(procedure: Procedure, shelf: Shelf) -> tuple[Fact, ...]:
    """Only what is known."""
    p = procedure.publication
    decision = shelf.decision_of(procedure)
    suffix = f".{procedure.unit_suffix}" if procedure.unit_suffix else ""
    facts = (
        Fact(words.CODE, f"{procedure.code}{suffix}"),
        Fact(words.LEVEL, procedure.level),
        Fact(words.KIND, procedure.kind),
        Fact(words.DECISION, p.decision, decision.path if decision else ""),
        Fact(words.ISSUER, p.issuer),
        Fact(words.ISSUED, short_date(p.issued) if p.issued else ""),
        Fact(words.EFFECTIVE, short_date(p.effective_from) if p.effective_from else ""),
        Fact(words.UNTIL, short_date(p.effective_to) if p.effective_to else ""),
        Fact(words.POSTED, _posted(p)),
        Fact(words.COMPARED_ON, _compared(p)),
        Fact(words.NEXT_DUE, short_date(p.next_due) if p.next_due else ""),
        Fact(words.KEYWORDS, ", ".join(procedure.keywords)),
    )
    return tuple(fact for fact in facts if fact.text.strip())


def _posted(p: Publication) -> str:
    """The day, and how many working days it took (QĐ 1805/QĐ-UBND Phú Thọ and others: at most three after the decision)."""
    if p.posted_on is None:
        return ""
    said = [short_date(p.posted_on)]
    if p.days_after_decision is not None:
        said.append(words.AFTER_DECISION.format(days=p.days_after_decision) if p.days_after_decision else words.ON_DECISION)
    if p.days_after_effect:  # 0: posted in time
        said.append(words.AFTER_EFFECT.format(days=p.days_after_effect))
    return ", ".join(said)


def _compared(p: Publication) -> str:
    if p.compared_on is None:
        return ""
    day = short_date(p.compared_on)
    return words.COMPARED_BY.format(date=day, by=p.compared_by) if p.compared_by else day
