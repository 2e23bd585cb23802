"""What sending must do: two manifests compared, and the order that never shows a reader a dead link."""

from collections.abc import Container, Iterable

from publishing.paths import unsafe
from publishing.precompress import original
from publishing.targets.contract import Changes, Entry, Manifest, TargetRefused

_LISTS = ("chuyen-muc/", "ngay/", "the/", "feeds/", "thu-tuc/linh-vuc/", "tim-kiem", "so-do-trang.html", "sitemap")


def compare(held: Manifest | None, new: Manifest, doubtful: Iterable[Manifest] = (), unsure: Iterable[str] = ()) -> Changes:
    """From what the target holds to the new release.

    ``doubtful`` are releases whose sending was cut: where they differ from what is held, nobody knows what lies there;
    nor at the paths ``unsure``.
    Raises :class:`TargetRefused` for a path that must not be sent.
    """
    if wrong := unsafe(new.files):
        raise TargetRefused(f"Bản dựng có đường dẫn không gửi đi được: {', '.join(map(repr, wrong[:3]))}. Đổi tên tệp nguồn rồi đăng lại.")
    there: dict[str, Entry | None] = dict(held.files) if held else {}
    for begun in doubtful:
        for path in there.keys() | begun.files.keys():
            if there.get(path) != begun.files.get(path):
                there[path] = None
    there.update(dict.fromkeys(unsure))
    put = [path for path, entry in new.files.items() if there.get(path) != entry]
    drop = order(there.keys() - new.files.keys(), there)[::-1]
    return Changes(order(put, there), drop, sum(new.files[path].size for path in put))


def order(put: Iterable[str], there: Container[str]) -> tuple[str, ...]:
    """What pages need; what is new, which no page links to yet; changed pages; changed lists; the home page last of all.

    Backwards it is the order of dropping: nothing goes while a page that names it stays.
    """
    return tuple(sorted(put, key=lambda path: (_turn(path, path in there), path)))


def _turn(path: str, changed: bool) -> int:
    path = original(path)  # a packed copy is sent when its file is: it links to the same pages
    if path == "index.html":
        return 5
    if is_list(path):
        return 4 if changed else 2
    if path.endswith(".html"):
        return 3 if changed else 1
    return 0


def is_list(path: str) -> bool:
    """Whether a file names others: index pages, months, tags, feeds, site maps, the search index."""
    return path.endswith("/index.html") or path.startswith(_LISTS)
