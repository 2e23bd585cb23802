"""What a person changes between two builds, done the same way in every contestant's own files, and undone after a round."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from bench.contestants import Contestant
from bench.corpus import Corpus
from bench.layouts import HOTLINE, NEW_HOTLINE, put

NEW_TITLE = "Đính chính: "


class Sources:
    """The files of one contestant, with what they were before the round."""

    def __init__(self, contestant: Contestant, corpus: Corpus) -> None:
        self.contestant = contestant
        self.corpus = corpus
        self._before: dict[Path, bytes | None] = {}

    def file(self, number: int) -> Path:
        return self.contestant.site / self.contestant.layout.news_path(self.corpus.item(number))

    def put(self, path: Path, text: str | None) -> None:
        """Write a file, or take it away."""
        self._before.setdefault(path, path.read_bytes() if path.exists() else None)
        if text is None:
            path.unlink()
        else:
            put(path, text)

    def swap(self, path: Path, old: str, new: str) -> None:
        """Replace a text that must be there."""
        text = path.read_text(encoding="utf-8")
        if old not in text:
            raise ValueError(f"{path.name}: {old!r}")
        self.put(path, text.replace(old, new))

    def restore(self) -> None:
        for path, data in self._before.items():
            path.unlink(missing_ok=True)
            if data is not None:
                put(path, data)
        self._before.clear()


def _none(_: Sources) -> None:
    """Nothing is changed."""


def _edit(sources: Sources) -> None:
    file = sources.file(edited(sources.corpus))
    sources.put(file, file.read_text(encoding="utf-8") + "\nĐoạn này được thêm vào sau khi bài đã đăng.\n")


def _title(sources: Sources) -> None:
    item = sources.corpus.item(retitled(sources.corpus))
    sources.put(sources.file(item.number), _text(sources, item.number, NEW_TITLE + item.title))


def _new(sources: Sources) -> None:
    number = sources.corpus.news + 1
    sources.put(sources.file(number), _text(sources, number, sources.corpus.item(number).title))


def _delete(sources: Sources) -> None:
    item = sources.corpus.item(deleted(sources.corpus))
    sources.put(sources.file(item.number), None)
    if sources.contestant.redirects is not None:  # an address that was public has to lead somewhere
        before = sources.contestant.redirects.read_text(encoding="utf-8")
        sources.put(sources.contestant.redirects, f"{before}tin-tuc/{item.slug}.html -> chuyen-muc/{item.category}.html\n")


def _theme(sources: Sources) -> None:
    sources.swap(sources.contestant.base, "<body>", '<body class="ban-2">')


def _profile(sources: Sources) -> None:
    sources.swap(sources.contestant.profile, HOTLINE, NEW_HOTLINE)


def _text(sources: Sources, number: int, title: str) -> str:
    return sources.contestant.layout.news_text(replace(sources.corpus.item(number), title=title), sources.corpus.procedures)


# Old items, so that they stand in no feed of a site of some size.
def edited(corpus: Corpus) -> int:
    return corpus.news // 4


def retitled(corpus: Corpus) -> int:
    return corpus.news // 3


def deleted(corpus: Corpus) -> int:
    return corpus.news // 5


# In the order in which they are done; each starts from what the one before left.
STEPS: dict[str, Callable[[Sources], None]] = {
    "cold": _none,
    "none": _none,
    "edit": _edit,
    "title": _title,
    "new": _new,
    "delete": _delete,
    "theme": _theme,
    "profile": _profile,
}
