"""What a screen reader says of a page: Guidepup's virtual screen reader in Chromium, its roles told in Vietnamese.

The reader says ``list``, ``listitem, level 1, position 1, set size 2``, ``end of list``. Here what is inside something
stands below it, further in, so that nothing needs to end; a role that the table does not know is an error.
"""

import re
from collections.abc import Sequence

from playwright.sync_api import Page

from tests.audit.tools import READER, package

# The page of an ordinary frame, whose transcript alone is whole.
FRAME = "so-do-trang"
_AT = "__doc-man-hinh.js"
_END = "end of "
_READ = """async (address) => {
  for (const box of document.querySelectorAll("details")) box.open = true;
  const { virtual } = await import(address);
  await virtual.start({ container: document.body });
  for (let step = 0; step < 20000 && (await virtual.lastSpokenPhrase()) !== "end of document"; step += 1) await virtual.next();
  const said = await virtual.spokenPhraseLog();
  await virtual.stop();
  return said;
}"""
ROLES = {
    "document": "trang",
    "banner": "đầu trang",
    "contentinfo": "chân trang",
    "complementary": "phần phụ",
    "main": "nội dung chính",
    "navigation": "điều hướng",
    "region": "vùng",
    "search": "tìm kiếm",
    "article": "bài",
    "form": "biểu mẫu",
    "group": "nhóm",
    "heading": "tiêu đề",
    "paragraph": "đoạn",
    "blockquote": "trích dẫn",
    "list": "danh sách",
    "listitem": "mục",
    "term": "tên",
    "definition": "giá trị",
    "link": "liên kết",
    "button": "nút",
    "image": "ảnh",
    "img": "ảnh",
    "figure": "hình",
    "caption": "chú thích",
    "table": "bảng",
    "rowgroup": "nhóm hàng",
    "row": "hàng",
    "cell": "ô",
    "columnheader": "đầu cột",
    "rowheader": "đầu hàng",
    "textbox": "ô nhập",
    "searchbox": "ô tìm kiếm",
    "combobox": "ô chọn",
    "option": "lựa chọn",
    "listbox": "danh sách chọn",
    "checkbox": "ô đánh dấu",
    "radio": "nút chọn",
    "radiogroup": "nhóm nút chọn",
    "status": "thông báo",
    "alert": "cảnh báo",
    "time": "thời gian",
    "strong": "nhấn mạnh",
    "emphasis": "nhấn",
    "insertion": "thêm vào",
    "deletion": "bỏ đi",
    "mark": "đánh dấu",
    "code": "mã",
    "separator": "ngăn cách",
    "meter": "thang đo",
    "progressbar": "tiến độ",
    "note": "ghi chú",
    "superscript": "chỉ số trên",
    "subscript": "chỉ số dưới",
    "generic": "phần",
}
# What follows the name. A pattern without a text is left out: the nesting shows it, or it says nothing to a reader.
_STATES: tuple[tuple[str, str], ...] = (
    (r"current page", "trang đang xem"),
    (r"current date", "ngày đang xem"),
    (r"current item|current", "mục đang xem"),
    (r"not checked", "chưa chọn"),
    (r"checked", "đã chọn"),
    (r"not expanded", "đang gập"),
    (r"expanded", "đang mở"),
    (r"not selected", "chưa chọn"),
    (r"selected", "đã chọn"),
    (r"not pressed", "chưa bấm"),
    (r"pressed", "đã bấm"),
    (r"disabled", "không dùng được"),
    (r"required", "bắt buộc"),
    (r"has popup menu|has popup listbox|has popup", "mở danh sách"),
    (r"sorted in ascending order", "xếp tăng dần"),
    (r"sorted in descending order", "xếp giảm dần"),
    (r"\d+ control.*|\d+ detail.*|1 .*flow.*", ""),
    (r"orientated (?:horizontally|vertically)|not read only|not required|autocomplete.*|invalid|not invalid", ""),
)


def spoken(page: Page, site: str) -> list[str]:
    """Phrases of the reader over an open page of the site; folded boxes are read unfolded. Raises NotHere."""
    script = package(READER) / "lib" / "esm" / "index.browser.js"
    # The page's own policy allows scripts of its own host alone.
    page.route(f"**/{_AT}", lambda route: route.fulfill(path=script, content_type="text/javascript"))
    said: list[str] = page.evaluate(_READ, site + _AT)
    page.unroute(f"**/{_AT}")
    return said


def transcript(said: Sequence[str]) -> list[str]:
    """Lines in Vietnamese, two blanks further in at each level. Raises KeyError for a role that the table does not know."""
    begin = _beginnings(said)
    lines: list[str] = []
    depth = 0
    for at, phrase in enumerate(said):
        if phrase.startswith(_END):
            depth -= 1
            continue
        lines.append("  " * depth + _told(phrase, at in begin))
        depth += at in begin
    return lines


def _beginnings(said: Sequence[str]) -> set[int]:
    """Places of the phrases that a later ``end of …`` ends: the same phrase may stand alone as well."""
    found, waiting = set(), []
    for at in range(len(said) - 1, -1, -1):
        if said[at].startswith(_END):
            waiting.append(said[at].removeprefix(_END))
        elif waiting and said[at] == waiting[-1]:
            waiting.pop()
            found.add(at)
    return found


def _told(phrase: str, holds_more: bool) -> str:
    role, _, rest = phrase.partition(", ")
    if role not in ROLES and not holds_more:
        return phrase
    word = ROLES[role]
    parts: list[str] = rest.split(", ") if rest else []
    states: list[str] = []
    numbers: dict[str, str] = {}
    while parts and (state := _state(parts[-1], numbers)) is not None:
        states = [state, *states] if state else states
        parts.pop()
    # A hint may hold commas as a name may.
    name, _, hint = ", ".join(parts).partition(", placeholder ")
    states += [f"gợi ý: {hint}"] if hint else []
    return " ".join(filter(None, (f"[{word}{_place(role, numbers)}]", name, *(f"({state})" for state in states))))


def _state(part: str, numbers: dict[str, str]) -> str | None:
    """The text of a state, "" for one that is left out or kept in ``numbers``; None for a part of the name."""
    if found := re.fullmatch(r"(level|position|set size) (\d+)", part):
        numbers[found[1]] = found[2]
        return ""
    return next((text for pattern, text in _STATES if re.fullmatch(pattern, part)), None)


def _place(role: str, numbers: dict[str, str]) -> str:
    if role == "heading":
        return f" {numbers['level']}"
    return f" {numbers['position']}/{numbers['set size']}" if {"position", "set size"} <= numbers.keys() else ""


def without_frame(lines: Sequence[str], frame: Sequence[str]) -> list[str]:
    """The transcript with one line for each part of the page that is the same as in the page that shows the frame."""
    known = {tuple(block) for block in _blocks(frame)}
    out: list[str] = []
    for block in _blocks(lines):
        out += [f"{block[0]} … như ở {FRAME}"] if len(block) > 1 and tuple(block) in known else block
    return out


def _blocks(lines: Sequence[str]) -> list[list[str]]:
    """Lines cut before each one at the level of the page's own parts (below ``[trang]``)."""
    blocks: list[list[str]] = []
    for line in lines:
        if not blocks or not line.startswith("    "):
            blocks.append([])
        blocks[-1].append(line)
    return blocks


def read_aloud(page: Page, site: str) -> list[str]:
    """The transcript of an open page. Raises NotHere."""
    return transcript(spoken(page, site))
