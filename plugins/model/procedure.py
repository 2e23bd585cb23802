"""Administrative procedures, in the words of CPSV-AP; the parts are those of Nghị định 63/2010/NĐ-CP, Điều 8 khoản 2
(as amended by Nghị định 92/2017/NĐ-CP), in the order 1.1–1.11 of an announced procedure.

Times and fees stay the announced text, word for word; a number stands beside them only where it is certain.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from plugins.model.packed import Packed
from plugins.model.prose import Prose
from plugins.model.text import fold

# 1.001193 · 1.001193.H05 · 1.001193.000.00.00.H56 · 2.000815.000.00.00.H55.02 (DOMAIN: codes as printed in decisions)
_CODE = re.compile(r"([1-9]\.\d{6})(?:\.000\.00\.00)?(?:\.([A-Z]\d{2}))?(?:\.\d{2})?")


class ChannelKind(StrEnum):
    """How a file can be handed in (cách thức thực hiện)."""

    DIRECT = "Trực tiếp"
    ONLINE = "Trực tuyến"
    POST = "Dịch vụ bưu chính"


class OnlineLevel(StrEnum):
    """Level of the online service (Nghị định 42/2022/NĐ-CP, Điều 11 khoản 1)."""

    FULL = "toàn trình"
    PARTIAL = "một phần"
    INFORMATION = "thông tin"


class ProcedureStatus(StrEnum):
    """What the latest publication decision did to the procedure."""

    IN_FORCE = "hiện hành"
    NEW = "mới ban hành"
    AMENDED = "sửa đổi, bổ sung"
    REPLACING = "thay thế"
    ABOLISHED = "bãi bỏ"


class EvidenceKind(StrEnum):
    """What happens with a paper (thành phần hồ sơ)."""

    SUBMIT = "nộp"
    SHOW = "xuất trình"
    DATABASE = "khai thác từ cơ sở dữ liệu"
    NOTE = "lưu ý"


@dataclass(frozen=True, slots=True)
class StepCase:
    """Steps of one case (trình tự thực hiện); ``title`` is empty when there is one case only."""

    title: str
    text: str
    prose: Prose


@dataclass(frozen=True, slots=True)
class Channel(Packed):
    """One way to hand in, with its own time limit, fee and note, as announced (lines separated by ``\\n``)."""

    kind: ChannelKind
    processing_time: str
    cost: str
    note: str


@dataclass(frozen=True, slots=True)
class Form:
    """A form of a paper: its name, and the published file where there is one (path in the site, bytes, ending)."""

    label: str
    path: str = ""
    size: int = 0
    ending: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One paper. ``originals`` and ``copies`` are as announced; both empty or zero: a note, not a paper."""

    name: str
    kind: EvidenceKind
    originals: str
    copies: str
    forms: tuple[Form, ...]

    @property
    def is_paper(self) -> bool:
        return self.kind is not EvidenceKind.NOTE


@dataclass(frozen=True, slots=True)
class EvidenceCase:
    """Papers of one case; ``title`` is empty when there is one case only."""

    title: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class LegalResource(Packed):
    """One legal basis; dates as announced, empty when not given; ``href`` its entry in the register, set at the gate."""

    number: str
    title: str
    issuer: str
    issued: str
    effective: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class Publication:
    """How the procedure was announced and posted. The counts are working days from signature, and from effect, to posting."""

    decision: str
    issued: date | None
    issuer: str
    effective_from: date | None
    effective_to: date | None
    status: ProcedureStatus
    changes: str
    posted_on: date | None
    days_after_decision: int | None
    days_after_effect: int | None
    abolished_by: str
    replaced_by: str
    compared_on: date | None
    compared_by: str
    next_due: date | None


@dataclass(frozen=True, slots=True)
class LocalOverlay:
    """What the unit itself adds; an import never touches it."""

    address: str
    hours: str
    phone: str
    cost: str
    note: str


@dataclass(frozen=True, slots=True)
class Procedure:
    """One procedure at one time. ``path`` is its page; an earlier version has its own. ``modified`` is None when no day
    of its announcement, posting or comparison is known."""

    code: str
    unit_suffix: str
    source_path: str
    path: str
    title: str
    sector: str
    level: str
    audience: tuple[str, ...]
    kind: str
    keywords: tuple[str, ...]
    life_events: tuple[str, ...]
    description: str
    executing_authority: str
    competent_authority: str
    authorised_authority: str
    cooperating_authority: str
    receiving_address: str
    online_level: OnlineLevel | None
    post_receive: bool | None
    post_return: bool | None
    one_stop: bool | None
    borderless: bool | None
    portal_link: str
    channels: tuple[Channel, ...]
    steps: tuple[StepCase, ...]
    evidence: tuple[EvidenceCase, ...]
    file_count: str
    outputs: tuple[str, ...]
    conditions: str
    conditions_prose: Prose
    legal_resources: tuple[LegalResource, ...]
    publication: Publication
    local: LocalOverlay
    extra: Prose
    modified: datetime | None

    @property
    def in_force(self) -> bool:
        """Whether this is what applies today: not abolished, replaced, or an earlier version."""
        p = self.publication
        return p.status is not ProcedureStatus.ABOLISHED and not p.replaced_by and p.effective_to is None

    @property
    def sort_key(self) -> tuple[str, str]:
        return (self.code, self.path)


def read_code(raw: str) -> tuple[str, str] | None:
    """(base code, unit suffix) of a code as printed: blanks inside are removed, Excel's ``1001193.0`` is refused."""
    match = _CODE.fullmatch(re.sub(r"\s+", "", raw))
    return (match[1], match[2] or "") if match else None


def is_internal(code: str) -> bool:
    """Codes 5. and 6. are internal procedures (QĐ 2109/QĐ-BXD)."""
    return code.strip()[:1] in {"5", "6"}


def is_empty_word(text: str) -> bool:
    """The export writes "Không có thông tin" where there is nothing."""
    return fold(text).strip(" .:-") in {"", "khong co thong tin", "none", "null"}
