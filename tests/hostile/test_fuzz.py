"""Seeded mutations of good items: a verdict or a refusal with reasons comes out, never anything else, never a loss."""

import re
import shutil
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plugins.model.keys import NEWS_KEYS
from plugins.model.problems import Severity

from .case import ITEM, item
from .cases import ALL
from .commune import GOOD, lay
from .line import judged

_GOOD_ITEM = item(
    "Đoạn **một** có [liên kết](/trang/gioi-thieu.md) và ![ảnh](/hinh-anh/anh-nho.png).\n\n## Mục\n\n1. Một\n2. Hai\n   - a\n\n"
    "| a | b |\n|---|---|\n| 1 | 2 |\n\n> Trích[^1]\n\n<p>html &amp; chữ</p>\n\n[^1]: Ghi chú.\n",
    tags="một cửa, hồ sơ",
    summary="Một câu.",
    status="published",
    updated="11/11/2026",
).encode()
_PIECES = [b"\x00", b"\xff", b"\xc3", b"\r", b"\n", b"\n\n", b"---\n", b":", b"[", b"](", b"<", b"<!--", b"-->", b"&#8;", b"`" * 3, b"{", b"}", b"\xe2\x80\xae", b"|", b">" * 9, b"\t", b"//[", b"]]>", b"%00", b"\xcc\x81" * 5]
_VALUES = ["", "2026", "draft", "[", "{", "&a", "*a", "!!int x", "'", '"', "| ", "//[x", "../..", "\u202e", "x" * 400, "có", "0", "1e999", "٢٠٢٦-٠١-٠١", "tag:a,2026:b", "::", "?", "@", "`"]
_SMALL = [case.files[ITEM] for case in ALL if case.is_one_item and len(case.files[ITEM]) < 2_000]
_HONEST = [case.files[ITEM] for case in ALL if case.is_one_item and case.expected in {"ok", "sanitised"} and len(case.files[ITEM]) < 2_000]


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    """A good item, or one of the table, after up to three changes of bytes, lines or keys."""
    data = draw(st.one_of(st.just(_GOOD_ITEM), st.sampled_from(_HONEST), st.sampled_from(_SMALL)))
    for _ in range(draw(st.integers(1, 3))):
        data = draw(st.sampled_from([_bytes, _lines, _keys]))(draw, data)
    return data


def _bytes(draw: st.DrawFn, data: bytes) -> bytes:
    at, cut = draw(st.integers(0, len(data))), draw(st.integers(0, 8))
    return data[:at] + draw(st.one_of(st.sampled_from(_PIECES), st.binary(max_size=4))) + data[at + cut :]


def _lines(draw: st.DrawFn, data: bytes) -> bytes:
    lines = data.split(b"\n")
    one, other = (draw(st.integers(0, len(lines) - 1)) for _ in range(2))
    change = draw(st.sampled_from(["drop", "double", "swap", "indent", "cut"]))
    if change == "drop":
        del lines[one]
    elif change == "double":
        lines.insert(other, lines[one])
    elif change == "swap":
        lines[one], lines[other] = lines[other], lines[one]
    elif change == "indent":
        lines[one] = b"    " + lines[one]
    else:
        lines = lines[:one]
    return b"\n".join(lines)


def _keys(draw: st.DrawFn, data: bytes) -> bytes:
    key = draw(st.sampled_from([*NEWS_KEYS, "save_as", "template", "x"]))
    value = draw(st.one_of(st.sampled_from(_VALUES), st.text(st.characters(exclude_categories=("Cs",)), max_size=12)))
    line = f"{key}: {value}\n".encode()
    pattern = rb"(?m)^" + key.encode() + rb": .*\n"
    if re.search(pattern, data):
        return re.sub(pattern, lambda _: line, data, count=1)
    return data.replace(b"---\n", b"---\n" + line, 1)


@settings(max_examples=300, derandomize=True, deadline=None, database=None, suppress_health_check=list(HealthCheck))
@given(mutated())
def test_a_mutated_item_is_published_kept_back_or_refused(data: bytes) -> None:
    """No other exception, every problem can be told, and found = published + kept back + refused."""
    folder = Path(tempfile.mkdtemp(prefix="cchc-"))
    try:
        lay(folder, {**GOOD, ITEM: data})
        verdict, problems = judged(folder)
    finally:
        shutil.rmtree(folder)
    assert verdict.found == 4 == verdict.public + len(verdict.withheld) + verdict.refused
    assert {p.path for p in problems} <= {ITEM}
    assert (verdict.refused == 1) == any(p.severity is Severity.ERROR for p in verdict.problems)
    for problem in problems:
        assert problem.what.isprintable()
        assert problem.remedy.isprintable()
        assert problem.remedy

