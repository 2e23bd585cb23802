"""Columns are found by their labels: exactly, by another usual spelling, or by the nearest spelling."""

from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from importers.values import bare
from plugins.model.parts import CHANNEL_COLUMNS, EVIDENCE_COLUMNS, LEGAL_COLUMNS

Spellings = Mapping[str, tuple[str, ...]]
_NEAR = 0.84

CODE = {"code": ("ma tthc", "ma so", "ma thu tuc", "ma thu tuc hanh chinh", "ma so tthc", "ma so thu tuc", "ma")}
TITLE = {"title": ("ten tthc", "ten thu tuc", "ten thu tuc hanh chinh", "ten")}
# Front matter keys of the catalogue and of a detail export → folded labels.
FACTS: dict[str, tuple[str, ...]] = {
    **CODE,
    **TITLE,
    "portal_link": ("link truy cap", "lien ket", "duong dan", "link", "dia chi truy cap"),
    "decision": ("so quyet dinh", "so quyet dinh cong bo", "quyet dinh cong bo", "so qd", "so qd cong bo"),
    "decision_date": ("ngay quyet dinh", "ngay ban hanh", "ngay ky", "ngay cong bo"),
    "decision_issuer": ("co quan ban hanh", "co quan cong bo", "co quan ban hanh quyet dinh"),
    "sector": ("linh vuc", "linh vuc thuc hien"),
    "level": ("cap thuc hien", "cap giai quyet"),
    "audience": ("doi tuong thuc hien", "doi tuong"),
    "kind": ("loai tthc", "loai thu tuc", "loai thu tuc hanh chinh"),
    "keywords": ("tu khoa",),
    "receiving_address": ("dia chi tiep nhan", "dia chi tiep nhan hs", "dia chi tiep nhan ho so", "noi tiep nhan ho so"),
    "executing_authority": ("co quan thuc hien", "co quan giai quyet", "co quan truc tiep thuc hien"),
    "competent_authority": ("co quan co tham quyen", "co quan co tham quyen quyet dinh"),
    "cooperating_authority": ("co quan phoi hop", "co quan phoi hop thuc hien"),
    "authorised_authority": ("co quan duoc uy quyen", "co quan uy quyen"),
    "description": ("mo ta",),
    "status": ("trang thai", "tinh trang", "tinh trang hieu luc", "trang thai hieu luc"),
}
LINES = {"receiving_address", "description"}  # facts that keep their lines
STEPS = {**CODE, "case": ("truong hop xu ly", "truong hop"), "text": ("mo ta chi tiet", "trinh tu thuc hien", "noi dung thuc hien")}
CHANNELS = {**CODE, **CHANNEL_COLUMNS}
EVIDENCE = {**CODE, **EVIDENCE_COLUMNS, "Hình thức": ("loai giay to", "hinh thuc"), "case": ("truong hop", "truong hop xu ly")}
DETAIL_EVIDENCE = {**EVIDENCE_COLUMNS, "count": ("so luong",)}
OUTPUTS = {**CODE, "Tên kết quả": ("ten ket qua", "ket qua", "ket qua thuc hien")}
LEGAL = {**CODE, **LEGAL_COLUMNS}
CONDITIONS = {**CODE, "text": ("yeu cau dieu kien thuc hien", "yeu cau dieu kien", "yeu cau")}


@lru_cache(maxsize=4096)
def _known(name: str, spellings: tuple[str, ...]) -> frozenset[str]:
    return frozenset({bare(name), *map(bare, spellings)})


def likeness(typed: str, known: frozenset[str]) -> float:
    """1.0 for a known spelling, less for a near one, 0 for another word; ``typed`` is bare."""
    if typed in known:
        return 1.0
    best = 0.0
    for other in known:
        if min(len(typed), len(other)) >= 5 and 2 * min(len(typed), len(other)) >= _NEAR * (len(typed) + len(other)):
            best = max(best, SequenceMatcher(None, typed, other, autojunk=False).ratio())
    return best if best >= _NEAR else 0.0


def columns(header: Sequence[str], wanted: Spellings) -> dict[str, int]:
    """Wanted column → its place. The best likeness wins, then the leftmost; no column serves twice."""
    labels = [(i, bare(label)) for i, label in enumerate(header) if label and len(label) <= 80]
    names = {name: _known(name, spellings) for name, spellings in wanted.items()}
    if not any(label in known for _, label in labels for known in names.values()):
        return {}  # no header has all its labels misspelt
    scores = sorted((-likeness(label, known), i, order, name) for i, label in labels if label for order, (name, known) in enumerate(names.items()))
    found: dict[str, int] = {}
    for score, i, _, name in scores:
        if score < 0 and name not in found and i not in found.values():
            found[name] = i
    return found
