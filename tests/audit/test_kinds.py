"""The list of kinds of pages: each address has its kind, the sample's own page is taken, else the largest."""

from pathlib import Path

import pytest

from tests.audit.kinds import KINDS, examples, kind_of, pages_of


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("index.html", "trang-chu"),
        ("tin-tuc/a.html", "tin"),
        ("chuyen-muc/chi-so.html", "chuyen-muc"),
        ("chuyen-muc/chi-so/2026.html", "chuyen-muc-nam"),
        ("ngay/2026/03/05.html", "luu-tru-ngay"),
        ("thu-tuc/1.001193.html", "thu-tuc"),
        ("thu-tuc/2.000815/den-2026-03-16.html", "thu-tuc-ban-cu"),
        ("thu-tuc/linh-vuc/ho-tich.html", "danh-sach-thu-tuc"),
        ("thu-tuc/ma-qr/linh-vuc/ho-tich.html", "ma-qr-linh-vuc"),
        ("thu-tuc/bien-dong/2026-q1.html", "bien-dong-ky"),
        ("hoi-dap/nam-2026.html", "hoi-dap-nam"),
        ("hoi-dap/nam-moi.html", "cau-hoi"),
    ],
)
def test_an_address_has_its_kind(path: str, name: str) -> None:
    kind = kind_of(path)
    assert kind
    assert kind.name == name


def test_an_address_that_nobody_knows_has_none() -> None:
    assert kind_of("moi/a.html") is None


def test_names_are_file_names_and_stand_once() -> None:
    names = [kind.name for kind in KINDS]
    assert len(set(names)) == len(names)
    assert all(name.replace("-", "").isalpha() and name.isascii() for name in names)


def test_the_sample_has_its_own_page_of_a_kind_and_another_site_its_largest(tmp_path: Path) -> None:
    for path, text in {"index.html": "a", "tin-tuc/mot.html": "a", "tin-tuc/hai.html": "aa", "moi/a.html": "a"}.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    (tmp_path / "tin-tuc/cu.html").write_text(f'<meta http-equiv="refresh">{"a" * 999}', encoding="utf-8")
    assert {kind.name: path for kind, path in examples(tmp_path).items()} == {"trang-chu": "index.html", "tin": "tin-tuc/hai.html"}
    assert pages_of(tmp_path)["moi/a.html"] is None
    own = next(kind.example for kind in KINDS if kind.name == "tin")
    (tmp_path / own).write_text("", encoding="utf-8")
    assert own in examples(tmp_path).values()
