"""What a case is, and the short words in which the tables of ``cases/`` are written."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

# The file that a case adds to the good commune, unless it says otherwise.
ITEM = "tin-tuc/2026/bai-thu.md"
TITLE = "Bài thử"
BODY = "Nội dung bình thường của một bài viết.\n"

Expected = Literal["error", "warning", "sanitised", "ok", "withheld"]
Files = Mapping[str, str | bytes]


@dataclass(frozen=True, slots=True)
class Case:
    """One input and what must come of it.

    ``told`` lists every problem of the run, ``code@line`` for :data:`ITEM`, ``code@line path`` for another file;
    line 0 means the whole file. ``shows`` and ``hides`` are texts in the HTML of the item's page; ``writes`` are
    paths that must exist in the output.
    """

    id: str
    expected: Expected
    files: Mapping[str, bytes]
    told: tuple[str, ...] = ()
    shows: tuple[str, ...] = ()
    hides: tuple[str, ...] = ()
    writes: tuple[str, ...] = ()
    links: Mapping[str, str] = field(default_factory=dict)
    fifos: tuple[str, ...] = ()

    @property
    def problems(self) -> list[tuple[str, int, str]]:
        """(path, line, code) of every expected problem, sorted."""
        return sorted(self._problem(entry) for entry in self.told)

    @staticmethod
    def _problem(entry: str) -> tuple[str, int, str]:
        code, _, place = entry.partition("@")
        line, _, path = place.partition(" ")
        return (path or ITEM, int(line or 0), code)

    @property
    def is_one_item(self) -> bool:
        """Whether the case is nothing but :data:`ITEM`, so that it can stand under another name in a merged tree."""
        return set(self.files) == {ITEM} and not self.links and not self.fifos

    @property
    def own_path(self) -> str:
        """The path of a one-item case in a merged tree."""
        return f"tin-tuc/2026/{self.id}.md"

    @property
    def own_bytes(self) -> bytes:
        """The bytes in a merged tree: the usual title gets the case's name, since titles of one day must differ."""
        return self.files[ITEM].replace(TITLE.encode(), f"{TITLE} {self.id}".encode(), 1)


def _case(expected: Expected, case_id: str, content: "str | bytes | Files", told: tuple[str, ...], **more: object) -> Case:
    files = content if isinstance(content, Mapping) else {ITEM: content}
    ready = {path: data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data for path, data in files.items()}
    tuples = {key: (value,) if isinstance(value, str) else value for key, value in more.items()}
    return Case(case_id, expected, ready, told, **tuples)  # type: ignore[arg-type]


def error(case_id: str, content: "str | bytes | Files", *told: str, **more: object) -> Case:
    """The build stops; these problems are told."""
    return _case("error", case_id, content, told, **more)


def warning(case_id: str, content: "str | bytes | Files", *told: str, **more: object) -> Case:
    """The item is published; these problems are told."""
    return _case("warning", case_id, content, told, **more)


def sanitised(case_id: str, content: "str | bytes | Files", *told: str, **more: object) -> Case:
    """The item is published without the danger, the rest is kept."""
    return _case("sanitised", case_id, content, told, **more)


def ok(case_id: str, content: "str | bytes | Files", **more: object) -> Case:
    """The item is published, and nothing is said."""
    return _case("ok", case_id, content, (), **more)


def withheld(case_id: str, content: "str | bytes | Files", **more: object) -> Case:
    """Nothing of the item is in the output, and nothing stops the others."""
    return _case("withheld", case_id, content, (), **more)


def item(body: str = BODY, *, title: str | None = TITLE, date: str | None = "2026-11-10 08:00", category: str | None = "chi-so", **more: str) -> str:
    """A news item: ``---`` is line 1, title 2, date 3, category 4, further keys from 5, the body two lines after them.

    A key that is None has no line; ``image_alt`` and the like are written as they are.
    """
    pairs = {"title": title, "date": date, "category": category, **more}
    lines = [f"{key}: {value}" for key, value in pairs.items() if value is not None]
    return "\n".join(["---", *lines, "---", body])


def pelican(*lines: str, body: str = BODY) -> str:
    """The same as Pelican writes it: ``Key: value`` lines, a blank line, the body. The first line is line 1."""
    return "\n".join([*lines, "", body])
