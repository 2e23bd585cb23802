"""What proves the work of a period: items, answers and documents of the site, and what the unit says was done elsewhere."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from plugins.model.answer import LIST_NAMES
from plugins.model.periods import Period
from plugins.model.plan import Medium, Task
from plugins.model.site import Site

NEWS, DOCUMENT, OWN = "Tin, bài", "Văn bản", "Đơn vị ghi, trang không có bài"


@dataclass(frozen=True, slots=True)
class Evidence:
    """One line. ``path`` and ``source`` are empty for what stands on no page; its ``proof`` says where it is kept.

    ``slugs`` are categories, the main one first; ``tasks`` are refs.
    """

    date: date
    title: str
    kind: str
    path: str
    source: str
    media: tuple[Medium, ...]
    slugs: tuple[str, ...]
    tasks: tuple[str, ...]
    proof: str = ""


@dataclass(frozen=True, slots=True)
class Sum:
    """SHA-256 of a line in hex, and of what: the published page, or the file of the content."""

    digest: str
    of: str


def evidence_of(site: Site, period: Period) -> tuple[Evidence, ...]:
    """Every line of a period, the oldest first; equal days by address."""
    tasks = {task.ref: task for plan in site.plans for task in plan.tasks}
    found = (one for one in _all(site, tasks) if period.holds(one.date))
    return tuple(sorted(found, key=lambda one: (one.date, one.path, one.title)))


def _all(site: Site, tasks: Mapping[str, Task]) -> Iterator[Evidence]:
    for item in site.listed:
        slugs = tuple(category.slug for category in item.categories)
        yield Evidence(item.date.date(), item.title, NEWS, item.path, item.source_path, _media(item.tasks, tasks), slugs, item.tasks)
    for answer in site.answers:
        kind = LIST_NAMES[answer.kind]
        yield Evidence(answer.answered, answer.title, kind, answer.path, answer.source_path, _media(answer.tasks, tasks), ("hoi-dap",), answer.tasks)
    for document in site.documents:
        title = f"{document.type} số {document.number}: {document.title}"
        yield Evidence(document.date, title, DOCUMENT, document.path, document.source_path, _media(document.tasks, tasks), (), document.tasks)
    for task in tasks.values():
        slugs = tuple(category.slug for category in task.categories)
        for done in task.done:
            yield Evidence(done.date, done.content, OWN, "", "", (done.medium,), slugs, (task.ref,), done.proof)


def _media(refs: tuple[str, ...], tasks: Mapping[str, Task]) -> tuple[Medium, ...]:
    """A page is on the site; it also shows that a task was done whose plan names one form only. More cannot be known."""
    only = [task.media[0] for ref in refs if (task := tasks.get(ref)) and len(task.media) == 1]
    return tuple(dict.fromkeys((Medium.WEBSITE, *only)))
