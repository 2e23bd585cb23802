"""A page an answer, whole years, and an entry page for each kind that there is."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from plugins.answers import words
from plugins.answers.linked import question_data
from plugins.answers.views import AnswerFact, AnswerLine, AnswersView, AnswersYearView, AnswerView
from plugins.model.answer import Answer, AnswerKind
from plugins.model.dates import short_date
from plugins.model.page import Later, Link, Page
from plugins.model.site import Site
from plugins.model.views import CountLink, feed_links

LATEST, OTHERS = 12, 5
# Every record that a template of the room sees: the contract of the theme is checked against them.
SHOWN = (AnswerFact, AnswerLine, AnswerView, AnswersView, AnswersYearView)
FEEDS = "tra-loi"


def plan(site: Site) -> Iterable[Page]:
    """Nothing for a kind without answers."""
    kinds = {kind: [answer for answer in site.answers if answer.kind is kind] for kind in AnswerKind}
    titles = {p.code: Link(p.title, p.path) for p in site.procedures if p.publication.effective_to is None}
    for kind, answers in kinds.items():
        if answers:
            yield from _lists(site, kind, answers, next((link for link in site.answer_lists if link != _root(site, kind)), None))
            yield from _pages(site, kind, answers, titles)


def _lists(site: Site, kind: AnswerKind, answers: Sequence[Answer], other: Link | None) -> Iterable[Page]:
    at, said = site.addresses, words.SAID[kind]
    feeds = feed_links(FEEDS, at)
    by_year = [(year, list(group)) for year, group in groupby(answers, key=lambda one: one.answered.year)]
    years = tuple(CountLink(words.ONE_YEAR.format(year=year), at.answers_year(kind, year), len(group)) for year, group in by_year)
    view = AnswersView(tuple(map(line_of, answers[:LATEST])), years, other, feeds, site.profile.links.feedback)
    yield Page(at.answers(kind), "answers.html", said.name, said.description, view, answers[0].moment, (), feeds)
    for year, group in by_year:
        title, description = said.year.format(year=year), said.year_description.format(year=year)
        shown = AnswersYearView(_told(group, said.how_many), tuple(map(line_of, group)))
        yield Page(at.answers_year(kind, year), "answers_year.html", title, description, shown, group[0].moment, (_root(site, kind),), feeds)


def _pages(site: Site, kind: AnswerKind, answers: Sequence[Answer], titles: dict[str, Link]) -> Iterable[Page]:
    """An answer shows earlier ones, which never change when a newer one comes."""
    profile = site.profile
    basis = profile.answers.basis if profile.answers else ""
    for place, answer in enumerate(answers):
        others = tuple(map(line_of, answers[place + 1 : place + 1 + OTHERS]))
        procedures = tuple(titles[code] for code in answer.procedures if code in titles and titles[code].href)
        given = (answer, others, procedures, _root(site, kind), basis, profile.links.feedback, profile.site.domain, profile.unit.name)
        told = {"sector": answer.sector, "unit": answer.unit, "date": short_date(answer.answered)}
        description = words.SAID[kind].one_description.format(**told)
        yield Page(answer.path, "answer.html", answer.title, description, Later(answer_view, given), answer.moment, (_root(site, kind),))


def _root(site: Site, kind: AnswerKind) -> Link:
    return Link(words.SAID[kind].name, site.addresses.answers(kind))


def answer_view(
    answer: Answer, others: tuple[AnswerLine, ...], procedures: tuple[Link, ...], every: Link, basis: str, feedback: str, domain: str, unit: str
) -> AnswerView:
    """One answer with what stands around it."""
    return AnswerView(
        title=answer.title,
        facts=_facts(answer, basis),
        correction=answer.correction,
        asked=words.SAID[answer.kind].question,
        question=answer.question,
        replied=words.SAID[answer.kind].reply,
        reply=answer.reply,
        procedures=procedures,
        others=others,
        every=every,
        feedback=feedback,
        data=question_data(answer, domain, unit),
    )


def _facts(answer: Answer, basis: str) -> tuple[AnswerFact, ...]:
    facts = (
        (words.SAID[answer.kind].asked, short_date(answer.asked)),
        (words.ANSWERED, short_date(answer.answered)),
        (words.TAKEN, _taken_whole(answer, basis)),
        (words.UNIT, answer.unit),
        (words.SECTOR, answer.sector),
        (words.OUTCOME, _capital(answer.outcome.value) if answer.outcome else ""),
        (words.CHANNEL, answer.channel),
    )
    return tuple(AnswerFact(label, text) for label, text in facts if text)


def _taken(answer: Answer) -> str:
    """Days taken; empty when they are not known."""
    if answer.days is None:
        return ""
    return words.DAYS.format(days=answer.days) if answer.days else words.SAME_DAY


def _taken_whole(answer: Answer, basis: str) -> str:
    """The same, judged by the limit where the profile tells one."""
    taken = _taken(answer)
    if answer.days is None or not answer.limit:
        return taken
    form = words.LATE if answer.late else words.IN_TIME
    return form.format(taken=taken, over=answer.days - answer.limit, limit=answer.limit, basis=basis)


def line_of(answer: Answer) -> AnswerLine:
    """An answer as it stands in lists."""
    taken = words.LATE_SHORT.format(taken=_taken(answer)) if answer.late else _taken(answer)
    outcome = _capital(answer.outcome.value) if answer.outcome else ""
    return AnswerLine(answer.title, answer.path, answer.answered, answer.sector, answer.unit, taken, outcome)


def _told(answers: Sequence[Answer], what: str) -> str:
    """How many, and how many of them in time where that is known of all."""
    count = words.YEAR_COUNT.format(count=len(answers), what=what)
    if any(answer.days is None or not answer.limit for answer in answers):
        return f"{count}."
    in_time = words.YEAR_IN_TIME.format(in_time=sum(not answer.late for answer in answers), count=len(answers))
    return f"{count}; {in_time}."


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
