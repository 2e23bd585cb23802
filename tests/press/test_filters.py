"""Jinja filters: pure functions."""

import pytest

from plugins.filters import FILTERS, absolute, clock, iso, json_data, prose, size, to
from plugins.model.dates import parse_date
from plugins.model.frame import frame_of
from plugins.model.prose import ROOT_MARK, Prose
from tests.factory import site


@pytest.mark.parametrize(
    ("href", "root", "expected"),
    [
        ("tin-tuc/a.html", "../", "../tin-tuc/a.html"),
        ("index.html", "../", "../"),
        ("index.html", "./", "./"),
        ("https://tinh.example/a", "../", "https://tinh.example/a"),
        ("mailto:a@b.example", "../", "mailto:a@b.example"),
        ("tel:02003850118", "../", "tel:02003850118"),
        ("", "../", ""),
    ],
)
def test_a_site_path_gets_the_pages_root_and_a_full_address_stays(href, root, expected):
    assert to(href, root) == expected


def test_a_full_address_has_the_domain_and_its_path():
    frame = frame_of(site(site={"domain": "https://x.example/cchc/"}))
    assert absolute("tin-tuc/a.html", frame) == "https://x.example/cchc/tin-tuc/a.html"
    assert absolute("index.html", frame) == "https://x.example/cchc/"


def test_midnight_is_a_date_without_a_clock():
    assert clock(parse_date("5/3/2026")) == ""
    assert clock(parse_date("5/3/2026 08:05")) == "08:05"


def test_prose_gets_the_pages_root_in_its_links():
    assert prose(Prose("x", f'<a href="{ROOT_MARK}trang/a.html">'), "../../") == '<a href="../../trang/a.html">'


def test_every_filter_of_the_contract_is_there(theme):
    contract = (theme / "README.md").read_text(encoding="utf-8")
    assert all(f"|{name}" in contract for name in FILTERS)


@pytest.mark.parametrize(("count", "shown"), [(0, "0 B"), (820, "820 B"), (35_400, "35 kB"), (1_240_000, "1,2 MB")])
def test_bytes_are_shown_as_people_read_them(count, shown):
    assert size(count) == shown


def test_a_day_and_a_moment_have_their_machine_form():
    moment = parse_date("5/3/2026 08:30")
    assert iso(moment) == "2026-03-05T08:30:00+07:00"
    assert iso(moment.date()) == "2026-03-05"


def test_json_in_a_page_cannot_end_its_element():
    assert json_data('{"a":"</script>&"}') == '{"a":"\\u003c/script>&"}'
