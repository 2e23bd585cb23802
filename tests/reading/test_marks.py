"""Short forms and dates in prose: which are marked, and what is left alone."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.gate.prose import woven
from plugins.model.glossary import glossary
from plugins.reading.cited import cited_in
from plugins.reading.marks import escaped, marks_in, marks_of, spans
from plugins.reading.sanitise import sanitise

MEANINGS = glossary({"KSTT": "Kiểm soát thủ tục", "TP": "trưởng phòng"}).shown


def marked(html: str) -> list[str]:
    """What would stand inside each element."""
    return [html[start:end] for start, end, _ in spans(marks_in(html, MEANINGS, cited_in(html)))]


def shown(html: str) -> str:
    from hashlib import blake2b

    return woven(html, blake2b(html.encode(), digest_size=16).hexdigest(), (), marks_in(html, MEANINGS))


def test_the_first_use_of_a_short_form_is_explained_and_no_other():
    assert shown("<p>UBND phường, TTHC của UBND.</p>") == (
        '<p><abbr title="Ủy ban nhân dân">UBND</abbr> phường, <abbr title="thủ tục hành chính">TTHC</abbr> của UBND.</p>'
    )


def test_a_date_tells_machines_its_day_wherever_it_is_whole():
    assert shown("<p>Từ ngày 24/5/2022 đến ngày 2 tháng 06 năm 2022.</p>") == (
        '<p>Từ ngày <time datetime="2022-05-24">24/5/2022</time> đến ngày <time datetime="2022-06-02">2 tháng 06 năm 2022</time>.</p>'
    )


@pytest.mark.parametrize(
    ("html", "stretches"),
    [
        ("<p>Bộ KH&amp;CN, Sở; KH&amp;CN</p>", ["KH&amp;CN"]),
        ("<p>Phòng KSTT, TP ký</p>", ["KSTT", "TP"]),
        ("<p>(CCHC)</p><ul><li>TTHC;</li></ul>", ["CCHC", "TTHC"]),
        ("<table><tr><td>UBND</td><td>1/2/2026</td></tr></table>", ["UBND", "1/2/2026"]),
        ("<p>phát triển KT-XH, QP-AN</p>", ["KT-XH", "QP-AN"]),
        ("<p>-UBND các xã</p>", ["UBND"]),
        ("<p>ngày 24-5-2026, 28/2/2026-1/3/2026</p>", ["24-5-2026", "28/2/2026", "1/3/2026"]),
        ("<p>ngày 24&nbsp;tháng 5\nnăm 2026</p>", ["24&nbsp;tháng 5\nnăm 2026"]),
        ("<p>Kế hoạch số 131/KH-UBND ngày 24/5/2022 của UBND huyện</p>", ["24/5/2022", "UBND"]),
        ("<h2>UBND</h2><p><a href='/a'>UBND</a>, UBND</p>", ["UBND"]),
    ],
)
def test_these_are_marked(html: str, stretches: list[str]):
    assert marked(html) == stretches


@pytest.mark.parametrize(
    "html",
    [
        "<p>Số 131/KH-UBND, 131/ KH-UBND, 12/QĐ - UBND, 5/UBND, UBND/12</p>",  # symbols
        "<p>VPHĐND-UBND, XUBND, UBNDX, UBND1, UBND-x, A&amp;UBND, .UBND</p>",  # parts of other words
        "<p>KH, VT, DN, BTC, BCH, PDF, QĐ-UBND</p>",  # two meanings, names, what is for the ear alone
        "<p>Phòng tắt, ubnd, Ubnd</p>",
        '<p><a href="/UBND">UBND 24/5/2022</a></p>',
        '<h2 id="x">UBND ngày 24/5/2022</h2><h3>CCHC</h3>',
        "<p><code>UBND 24/5/2022</code></p><pre>CCHC\n\nTTHC</pre>",
        '<p><abbr title="Ủy ban">UBND</abbr> và UBND, <time datetime="2022-05-24">24/5/2022</time></p>',
        '<p><img alt="UBND 24/5/2022 &gt; CCHC" src="x"></p><p lang="vi" title="a > UBND">a</p>',
        "<p>31/2/2026, 24/13/2026, 0/5/2026, 24/5/26, 24/5/20261, 1/24/5/2022, 24/5/2022/NĐ, 24.5.2022, 1-2-3-2022, 45/2016/QĐ-TTg</p>",
        "<table><caption>UBND, 1/2/2026</caption></table>",
    ],
)
def test_these_are_left_alone(html: str):
    assert marked(html) == []


def test_what_becomes_a_link_to_a_document_is_left_to_it():
    html = "<p>Theo Thông tư số 2/2020/TT-BTP và Kế hoạch số <strong>5/KH-UBND</strong> của UBND xã.</p>"
    assert [html[start:end] for start, end, _ in spans(marks_in(html, MEANINGS, cited_in(html)))] == ["UBND"]


def test_a_meaning_is_escaped_and_one_that_begins_with_digits_is_no_date():
    html = "<p>ABC, XYZ</p>"
    made = woven(html, "", (), "")
    assert made == html
    from hashlib import blake2b

    marks = marks_in(html, {"ABC": '4 "tại" <chỗ>', "XYZ": "2026"})
    assert woven(html, blake2b(html.encode(), digest_size=16).hexdigest(), (), marks) == (
        '<p><abbr title="4 &quot;tại&quot; &lt;chỗ&gt;">ABC</abbr>, <abbr title="2026">XYZ</abbr></p>'
    )


@given(st.lists(st.sampled_from(["UBND", "TTHC ", "131/KH-UBND", " 24/5/2022 ", "<p>", "</p>", "<b>", "</b>", "&", "-", "/", "<a href='/x'>", "</a>", "KH&CN", "ngày 2 tháng 6 năm 2022"])))
def test_the_text_of_any_body_stays_letter_for_letter_the_same(parts: list[str]):
    html = sanitise("".join(parts))
    assert re.sub(r"</?(?:abbr|time)\b[^>]*>", "", shown(html)) == html
    assert sanitise(shown(html)) == shown(html)


def test_what_the_lead_explains_the_body_does_not_explain_again():
    lead, body = marks_of("UBND phường & Sở họp ngày 24/5/2026.", "<p>UBND phường, TTHC của UBND.</p>", MEANINGS)
    text = escaped("UBND phường & Sở họp ngày 24/5/2026.")
    assert [(text[start:end], value) for start, end, value in spans(lead)] == [("UBND", "Ủy ban nhân dân"), ("24/5/2026", "2026-05-24")]
    assert [value for _, _, value in spans(body)] == ["thủ tục hành chính"]


def test_without_a_lead_the_body_explains_all():
    assert marks_of("", "<p>UBND.</p>", MEANINGS) == ("", "3 7 Ủy ban nhân dân")
