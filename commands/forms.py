"""Files for ``new``: one form for each kind of content, with what is known filled in and every key explained."""

from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields
from datetime import datetime

from plugins.model.keys import Key
from plugins.model.matter import KINDS
from plugins.model.vocab import CATEGORIES
from plugins.reading.limits import PLACEHOLDER

_PROSE = f"""
{PLACEHOLDER}

- Ý thứ nhất;
- Ý thứ hai.

Câu kết thúc bài./.
"""
_DOCUMENT = f"""
{PLACEHOLDER}

Toàn văn chữ của văn bản, hoặc một đoạn tóm tắt; bản đã ký số thì ghi ở khóa file.
"""
_EXCHANGE = f"""
## Câu hỏi

{PLACEHOLDER}

## Trả lời

{PLACEHOLDER}
"""
_PROCEDURE = f"""
## Trình tự thực hiện

{PLACEHOLDER}

## Cách thức thực hiện

| Hình thức nộp | Thời hạn giải quyết | Phí, lệ phí | Mô tả |
|---|---|---|---|
| Trực tiếp | | | |
| Trực tuyến | | | |
| Dịch vụ bưu chính | | | |

## Thành phần hồ sơ

| Tên giấy tờ | Mẫu đơn, tờ khai | Bản chính | Bản sao |
|---|---|---|---|
| {PLACEHOLDER} | | 1 | 0 |

Số lượng hồ sơ: 01 bộ

## Kết quả thực hiện

- {PLACEHOLDER}

## Yêu cầu, điều kiện thực hiện

{PLACEHOLDER}

## Căn cứ pháp lý

| Số ký hiệu | Trích yếu | Ngày ban hành | Cơ quan ban hành |
|---|---|---|---|
| | {PLACEHOLDER} | | |
"""


@dataclass(frozen=True, slots=True)
class Form:
    """``where`` is a file name with ``{year}``, ``{day}`` and ``{slug}``; ``today`` are the keys that get the day of writing.

    ``wanted`` must be filled in before it is published, besides the keys without which there is no record.
    """

    name: str
    where: str
    body: str
    today: tuple[str, ...] = ()
    wanted: tuple[str, ...] = ()
    published: str = "published"

    @property
    def folder(self) -> str:
        return self.where.partition("/")[0]

    @property
    def keys(self) -> Mapping[str, Key]:
        return KINDS[self.folder][1]

    @property
    def blank(self) -> tuple[str, ...]:
        """Keys that the editor must fill in."""
        record = KINDS[self.folder][0]
        return (*(one.name for one in fields(record) if one.default is MISSING), *self.wanted)


FORMS = {
    "tin": Form("tin, bài", "tin-tuc/{year}/{day}-{slug}.md", _PROSE),
    "thu-tuc": Form("thủ tục hành chính", "thu-tuc/{slug}.md", _PROCEDURE, wanted=("sector", "audience", "executing_authority"), published="hiện hành"),
    "van-ban": Form("văn bản của đơn vị", "van-ban/{year}/{slug}.md", _DOCUMENT, ("date",), ("signer", "file")),
    "trang": Form("trang cố định", "trang/{slug}.md", _PROSE),
    "hoi-dap": Form("câu hỏi và trả lời", "hoi-dap/{year}/{day}-{slug}.md", _EXCHANGE, ("answered",)),
    "phan-anh": Form("phản ánh, kiến nghị và trả lời", "phan-anh/{year}/{day}-{slug}.md", _EXCHANGE, ("answered",)),
}


def path_of(form: Form, slug: str, now: datetime) -> str:
    """Where the file stands, relative to the content folder."""
    return form.where.format(year=now.year, day=f"{now:%Y-%m-%d}", slug=slug)


def text_of(form: Form, known: Mapping[str, str], now: datetime) -> str:
    """The file: what is known, what must be filled in, and as remarks what may be."""
    values = dict.fromkeys(form.today, f"{now:%d/%m/%Y}") | {"status": "draft"} | dict(known)
    lines = ["---"]
    for key, entry in form.keys.items():
        lines.append(f"# {entry.label}: {entry.meaning}")
        if key in values:
            lines.append(f"{key}: {values[key]}")
        elif key in form.blank:
            lines += [f"#   (cần ghi, ví dụ: {entry.example})", f"{key}:"]
        else:
            lines.append(f"# {key}: {entry.example}")
        if key == "category":
            lines += [f"#   {c.slug} = {c.name}" for c in CATEGORIES]
    return "\n".join([*lines, "---"]) + "\n" + form.body
