"""The rows of a run as a page in Vietnamese, and as a few figures for the statement on accessibility."""

from collections.abc import Mapping, Sequence
from typing import Any

from tests.audit import access
from tests.audit.lighthouse import CATEGORIES
from tests.audit.measure import Row

_HEAD = ("Loại trang", "HTML", "CSS", "JS", "Cộng", "Yêu cầu", "CLS", "Lighthouse", "axe", "Lời đọc")
_INTRO = """# Kiểm định trang

Số đo thật của mỗi loại trang, do `make audit` ghi lại; đừng sửa tay. Cách đo và cách đọc ở cuối trang."""
_HOW = """## Cách đo

`make audit` dựng nội dung, đưa lên nginx ở máy này (nén gzip như [hướng dẫn](dang-len-may-chu.md)), rồi với mỗi loại trang:

- **Dung lượng** (kB sau khi nén) và **yêu cầu**: những gì điện thoại 360 × 800 điểm tải về ở lần xem đầu, bộ nhớ đệm trống. *Cộng* là
  HTML + CSS + JS, không kể ảnh. *Yêu cầu* kể cả ảnh nằm trong màn hình đầu; số sau dấu cộng là ảnh ở dưới mà trình duyệt tải sớm.
- **CLS**: trang xô lệch bao nhiêu trong lúc hiện ra; 0 là đứng yên.
- **Lighthouse**: tốc độ / khả năng tiếp cận / thực hành tốt / cho máy tìm kiếm, mỗi mục 100 điểm, điện thoại và mạng chậm giả lập.
  Trang 404 cố ý không để máy tìm kiếm ghi nhận, nên mất điểm ở mục cuối.
- **axe**: số lỗi theo WCAG 2.2 mức A, AA và các quy tắc thực hành tốt, ở {widths} điểm, giao diện sáng và tối.
- **Lời đọc**: những gì máy đọc màn hình đọc ra, từng dòng một. Hộp gập được đọc như đã mở.

Chạy lại: `make audit`. Cần Chromium, nginx và Node.js 18.16 trở lên; lần đầu tải thêm vài gói vào `.cache/audit`. Đo nội dung của đơn
vị mình: `make audit CONTENT=thư-mục OUT=thư-mục-kết-quả`, không gửi gì đến nơi đăng. Chỉ vài loại trang: `KINDS=trang-chu,thu-tuc`.
Lighthouse nhiều lượt lấy trung vị: `ROUNDS=3`; bỏ Lighthouse: `ROUNDS=0`."""


def as_markdown(rows: Sequence[Row], facts: Mapping[str, str], transcripts: str) -> str:
    """The page. ``transcripts`` is where their files lie, seen from it, with a slash at the end."""
    told = "\n".join(f"- {label}: {text}" for label, text in facts.items())
    table = "\n".join([_line(_HEAD), _line(["---"] * len(_HEAD)), *(_line(_cells(row, transcripts)) for row in rows)])
    blocks = [_INTRO, sentence(rows, facts), told, table, *_faults(rows), _HOW.format(widths=_widths())]
    return "\n\n".join(blocks) + "\n"


def as_values(rows: Sequence[Row], facts: Mapping[str, str]) -> dict[str, Any]:
    """Figures of the whole, and the sentence that a statement on accessibility may quote."""
    worst = _worst(rows)
    return {
        "câu": sentence(rows, facts),
        "ngày": facts["Ngày đo"],
        "loại trang": len(rows),
        "lỗi axe": sum(row.axe for row in rows),
        "Lighthouse thấp nhất": dict(zip(CATEGORIES, worst, strict=True)) if worst else {},
        "nặng nhất (byte)": max(row.view.code for row in rows),
    }


def sentence(rows: Sequence[Row], facts: Mapping[str, str]) -> str:
    """The result in one sentence, to be copied into a statement."""
    found = sum(row.axe for row in rows)
    told = f"không có lỗi nào trên {len(rows)} loại trang" if not found else f"{found} lỗi trên {len(rows)} loại trang"
    worst = _worst(rows)
    points = f"; Lighthouse {facts['Lighthouse']} chấm khả năng tiếp cận từ {worst[1]}/100" if worst else ""
    return (
        f"Ngày {facts['Ngày đo']}, công cụ axe {facts['axe']} kiểm tra theo WCAG 2.2 mức AA ở các màn hình rộng {_widths()} điểm, "
        f"giao diện sáng và tối: {told}{points}."
    )


def _worst(rows: Sequence[Row]) -> list[int]:
    """The lowest points of each category; nothing without Lighthouse."""
    told = [row.scores.points for row in rows if row.scores]
    return [min(points) for points in zip(*told, strict=True)]


def _cells(row: Row, transcripts: str) -> list[str]:
    view = row.view
    early = f" + {view.early}" if view.early else ""
    points = " / ".join(map(str, row.scores.points)) if row.scores else "–"
    sizes = [_number(size / 1000) for size in (view.html, view.css, view.js, view.code)]
    aloud = f"[{len(row.transcript)} dòng]({transcripts}{row.kind.name}.txt)"
    return [f"{row.kind.label} `{row.path}`", *sizes, f"{view.requests}{early}", _number(view.shift, 3), points, str(row.axe), aloud]


def _faults(rows: Sequence[Row]) -> list[str]:
    """What is not as it should be, each page with its findings."""
    lines = []
    for row in rows:
        lines += [f"- `{row.path}`, {place}: {what}" for place, found in row.faults.items() for what in map(_quoted, found)]
        lines += [f"- `{row.path}`, Lighthouse: {what}" for what in (row.scores.lost if row.scores else ())]
        lines += [f"- `{row.path}`: gọi {url} ở nơi khác" for url in row.view.foreign]
        lines += [f"- `{row.path}`: {row.view.fonts} phông chữ tải về"] if row.view.fonts else []
    return ["## Chưa đạt", "\n".join(lines)] if lines else []


def _quoted(found: str) -> str:
    rule, _, element = found.partition(": ")
    return f"{rule}: `` {element} ``"


def _widths() -> str:
    *first, last = map(str, access.WIDTHS)
    return f"{', '.join(first)} và {last}"


def _number(value: float, digits: int = 1) -> str:
    return f"{value:.{digits}f}".replace(".", ",") if value else "0"


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
