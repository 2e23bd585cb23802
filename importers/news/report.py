"""The report of an import, in Vietnamese: each item with what was changed, guessed and left to decide."""

from importers.news.notes import Notes
from importers.news.plan import Change, NewsPlan, State

_MEANING = {
    State.NEW: "chưa có trong nội dung",
    State.DONE: "đã nhập trước đây; tệp đang có được giữ nguyên",
    State.REFUSED: "không nhập được, xem lý do bên dưới",
}
_MOST = 20  # sources of an earlier import that are told by name


def report(plan: NewsPlan) -> str:
    """The whole text."""
    lines: list[str] = []
    for change in plan.changes:
        if change.state is State.NEW:
            lines += [*_item(change), ""]
    done = [change for change in plan.changes if change.state is State.DONE]
    lines += [f"{change.state:<10} {change.name}: {change.path}" for change in done[:_MOST]] + ([f"{'':<10} … và {len(done) - _MOST} tệp nữa"] if len(done) > _MOST else [])
    counts = [f"{state:<10} {plan.count(state):>5}   {_MEANING[state]}" for state in State if plan.count(state)]
    return "\n".join([*lines, *counts])


def _item(change: Change) -> list[str]:
    item = change.item
    if item is None:
        return []
    standing = "nháp" if item.is_draft else "sẵn sàng đăng"
    notes = change.notes or Notes()
    lines = [f"{change.state:<10} {item.path} ({standing})", f"{'':<10} từ {change.name}: {item.title}"]
    for label, sentences in (("đã đổi", notes.changed), ("đã đoán", notes.guessed), ("cần quyết định", notes.decide)):
        lines += [f"{'':<12}{label}: {sentence}" for sentence in sentences]
    return lines
