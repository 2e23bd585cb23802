"""The parts of a procedure's body, as one file says them: before links and addresses are known."""

from dataclasses import dataclass
from enum import StrEnum

from plugins.model.packed import Packed
from plugins.model.procedure import Channel, LegalResource


class Part(StrEnum):
    """Headings of the law, in the order of an announced procedure (1.1–1.11)."""

    STEPS = "Trình tự thực hiện"
    CHANNELS = "Cách thức thực hiện"
    EVIDENCE = "Thành phần hồ sơ"
    OUTPUTS = "Kết quả thực hiện"
    CONDITIONS = "Yêu cầu, điều kiện thực hiện"
    LEGAL = "Căn cứ pháp lý"
    EXTRA = "Thông tin thêm"


# Other spellings of the headings, folded; a heading is also known by its own folded name.
PART_NAMES: dict[str, Part] = {
    "trinh tu": Part.STEPS,
    "cach thuc": Part.CHANNELS,
    "thanh phan, so luong ho so": Part.EVIDENCE,
    "thanh phan va so luong ho so": Part.EVIDENCE,
    "ho so": Part.EVIDENCE,
    "ket qua": Part.OUTPUTS,
    "ket qua thuc hien thu tuc hanh chinh": Part.OUTPUTS,
    "yeu cau, dieu kien": Part.CONDITIONS,
    "yeu cau dieu kien": Part.CONDITIONS,
    "yeu cau, dieu kien thuc hien thu tuc hanh chinh": Part.CONDITIONS,
    "can cu phap ly cua thu tuc hanh chinh": Part.LEGAL,
    "ghi chu": Part.EXTRA,
}

# Columns of the fixed tables: canonical name → folded spellings.
CHANNEL_COLUMNS = {
    "Hình thức nộp": ("hinh thuc nop", "hinh thuc", "cach thuc"),
    "Thời hạn giải quyết": ("thoi han giai quyet", "thoi gian", "thoi han", "thoi gian giai quyet"),
    "Phí, lệ phí": ("phi, le phi", "phi le phi", "le phi", "phi"),
    "Mô tả": ("mo ta", "ghi chu"),
}
EVIDENCE_COLUMNS = {
    "Tên giấy tờ": ("ten giay to", "giay to"),
    "Mẫu đơn, tờ khai": ("mau don, to khai", "mau don to khai", "bieu mau", "bm dien tu", "mau"),
    "Bản chính": ("ban chinh",),
    "Bản sao": ("ban sao",),
    "Hình thức": ("hinh thuc", "loai giay to", "loai", "cach nop"),
}
LEGAL_COLUMNS = {
    "Số ký hiệu": ("so ky hieu", "so, ky hieu", "ma van ban", "so hieu"),
    "Trích yếu": ("trich yeu", "ten van ban phap ly", "ten van ban"),
    "Cơ quan ban hành": ("co quan ban hanh",),
    "Ngày ban hành": ("ngay ban hanh",),
    "Ngày hiệu lực": ("ngay hieu luc",),
}


@dataclass(frozen=True, slots=True)
class TypedForm(Packed):
    """A form as typed: its label and where the link leads, if it is one."""

    label: str
    target: str


@dataclass(frozen=True, slots=True)
class TypedEvidence(Packed):
    """A row of the evidence table as typed."""

    name: str
    how: str
    originals: str
    copies: str
    forms: tuple[TypedForm, ...]


@dataclass(frozen=True, slots=True)
class Parts(Packed):
    """All parts of one body. HTML is clean; links in it are still as typed."""

    steps: tuple[tuple[str, str, str], ...] = ()
    channels: tuple[Channel, ...] = ()
    evidence: tuple[tuple[str, tuple[TypedEvidence, ...]], ...] = ()
    file_count: str = ""
    outputs: tuple[str, ...] = ()
    conditions: str = ""
    conditions_html: str = ""
    legal_resources: tuple[LegalResource, ...] = ()
    extra_html: str = ""
