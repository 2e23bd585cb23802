"""QR codes: read again by another program, they lead to pages that exist."""

import io
import re

import pypdfium2
import pytest
import weasyprint
import zxingcpp
from lxml import etree
from PIL import Image

from plugins import ROOMS
from plugins.codes.plan import A_SHEET, plan
from plugins.generator import plan as plan_all
from plugins.model.page import File, Page
from plugins.model.procedure import ProcedureStatus
from plugins.press.press import press
from tests.factory import by_path, site
from tests.posting import ROOMS_OF_POSTING, posting_site, procedure

DOMAIN = "https://thunghiem.example/cchc"
SECTORS = ("Hộ tịch", "Chứng thực", "Đất đai")
SOME = [procedure(f"1.00119{number}", SECTORS[number % 3]) for number in range(5)]


def sample(procedures=tuple(SOME), **more):
    return posting_site(procedures, site={"domain": DOMAIN}, **more)


def files(of) -> list[File]:
    return [made for made in plan(of) if isinstance(made, File)]


def pages(of) -> dict[str, Page]:
    return {path: made for path, made in by_path(plan(of)).items() if isinstance(made, Page)}


def picture(file: File) -> Image.Image:
    """A code as pixels; a drawing is drawn by another program."""
    data = file.make(file.view)
    if file.path.endswith(".png"):
        return Image.open(io.BytesIO(data))
    drawing = data.decode().partition("?>")[2]
    pdf = weasyprint.HTML(string=f"<style>@page{{size:50mm;margin:0}}svg{{width:50mm;height:50mm}}</style>{drawing}").write_pdf()
    return pypdfium2.PdfDocument(pdf)[0].render(scale=4).to_pil()


def decode(file: File) -> zxingcpp.Barcode:
    found = zxingcpp.read_barcodes(picture(file).convert("L"))
    assert len(found) == 1, file.path
    return found[0]


def test_every_code_is_read_again_as_the_full_address_of_its_page():
    of = sample()
    expected = {
        "danh-muc": of.addresses.procedures(),
        **{f"linh-vuc/{slug}": of.addresses.procedure_list("linh-vuc", slug) for slug in ("ho-tich", "chung-thuc", "dat-dai")},
        **{one.code: of.addresses.procedure(one.code) for one in SOME},
    }
    made = {file.path: decode(file) for file in files(of)}
    assert {path: code.text for path, code in made.items()} == {
        f"thu-tuc/ma-qr/{stem}.{kind}": f"{DOMAIN}/{page}" for stem, page in expected.items() for kind in ("svg", "png")
    }
    assert {code.ec_level for code in made.values()} <= {"M", "Q", "H"}


@pytest.mark.skipif("procedures" not in dict(ROOMS), reason="the room of procedure pages is taken out")
def test_every_code_leads_to_a_page_that_some_room_plans():
    of = sample()
    planned = {made.path for made in plan_all(of) if isinstance(made, Page)}
    assert {file.view.address.removeprefix(f"{DOMAIN}/") for file in files(of)} <= planned


def test_a_drawing_has_a_title_a_quiet_zone_and_no_style_of_its_own():
    file = next(file for file in files(sample()) if file.path.endswith("1.001193.svg"))
    drawing = etree.fromstring(file.make(file.view))
    assert drawing.findtext("{*}title") == "Mã QR: Thủ tục đăng ký khai sinh 1.001193"
    assert drawing.get("viewBox").startswith("0 0 ")
    assert not [element.tag for element in drawing.iter() if {"style", "class", "width"} & set(element.attrib)]
    border = Image.open(io.BytesIO(next(f for f in files(sample()) if f.path.endswith("1.001193.png")).make(file.view))).convert("L")
    assert border.crop((0, 0, border.width, 4 * 8)).getextrema() == (255, 255)


def test_the_same_code_has_the_same_bytes():
    assert [file.make(file.view) for file in files(sample())] == [file.make(file.view) for file in files(sample())]


def test_an_abolished_replaced_or_earlier_procedure_has_no_code():
    old = [
        procedure("1.000001", status=ProcedureStatus.ABOLISHED),
        procedure("1.000002", replaced_by="1.001193"),
        procedure("1.001193", effective_to=procedure().publication.issued, path="thu-tuc/1.001193/den-2026-01-20.html"),
    ]
    assert by_path(plan(sample([*old, procedure()]))).keys() == by_path(plan(sample([procedure()]))).keys()


def test_two_spellings_of_a_sector_are_one_sheet_under_the_first_name():
    of = sample([procedure("1.000001", "Hộ tịch"), procedure("1.000002", "HỘ TỊCH"), procedure("1.000003", "Hộ Tịch")])
    view = pages(of)["thu-tuc/ma-qr/linh-vuc/ho-tich.html"].view
    assert [code.label for sheet in view.sheets for code in sheet.codes] == ["1.000001", "1.000002", "1.000003"]
    assert [sector.label for sector in pages(of)["thu-tuc/ma-qr/index.html"].view.sectors] == ["HỘ TỊCH"]


def test_a_sector_without_a_letter_stands_under_others():
    assert sorted(pages(sample([procedure("1.000001", "…")]))) == ["thu-tuc/ma-qr/index.html", "thu-tuc/ma-qr/linh-vuc/khac.html"]


def test_a_sheet_holds_twelve_codes_and_none_is_left_out():
    many = [procedure(f"1.{number:06d}") for number in range(30)]
    sheets = pages(sample(many))["thu-tuc/ma-qr/linh-vuc/ho-tich.html"].view.sheets
    assert [len(sheet.codes) for sheet in sheets] == [A_SHEET, A_SHEET, 6]
    assert [code.label for sheet in sheets for code in sheet.codes] == [one.code for one in many]
    assert sheets[2].heading == "Lĩnh vực Hộ tịch – tờ 3/3"


def test_the_first_sheet_has_the_catalogue_and_the_sectors_in_vietnamese_order():
    view = pages(sample())["thu-tuc/ma-qr/index.html"].view
    assert [code.name for code in view.sheets[0].codes] == ["Danh mục thủ tục hành chính", "Chứng thực", "Đất đai", "Hộ tịch"]
    assert [(sector.href, sector.count) for sector in view.sectors] == [
        ("thu-tuc/ma-qr/linh-vuc/chung-thuc.html", 2),
        ("thu-tuc/ma-qr/linh-vuc/dat-dai.html", 1),
        ("thu-tuc/ma-qr/linh-vuc/ho-tich.html", 2),
    ]


@pytest.mark.parametrize("out", ["procedures", "codes"])
def test_nothing_is_planned_when_there_is_no_page_to_lead_to(out):
    assert list(plan(sample(rooms=ROOMS_OF_POSTING - {out}))) == []


@pytest.mark.parametrize("there", [[], [procedure(status=ProcedureStatus.ABOLISHED)]], ids=["none", "abolished"])
def test_a_site_without_current_procedures_has_no_codes(there):
    assert list(plan(sample(there))) == []


def test_a_new_procedure_changes_its_sector_and_the_first_sheet_only():
    before, after = by_path(plan(sample())), by_path(plan(sample([*SOME, procedure("2.000815", "Chứng thực")])))
    assert sorted(after.keys() - before.keys()) == ["thu-tuc/ma-qr/2.000815.png", "thu-tuc/ma-qr/2.000815.svg"]
    assert sorted(path for path in before if repr(before[path]) != repr(after[path])) == [
        "thu-tuc/ma-qr/index.html",
        "thu-tuc/ma-qr/linh-vuc/chung-thuc.html",
    ]


def test_a_page_shows_name_code_and_unit_of_every_code(theme, tmp_path):
    of = sample()
    press(of, list(plan(of)), theme, tmp_path, tmp_path / "out", None, 1)
    html = (tmp_path / "out/thu-tuc/ma-qr/linh-vuc/ho-tich.html").read_text(encoding="utf-8")
    for one in (SOME[0], SOME[3]):
        assert f'src="../../../thu-tuc/ma-qr/{one.code}.svg"' in html
        assert f"{one.title}</a>" in html
    assert len(re.findall(r'<p class="c-codes__unit">Phường Thử Nghiệm</p>', html)) == 2
    assert (tmp_path / "out/thu-tuc/ma-qr/1.001193.png").read_bytes().startswith(b"\x89PNG")


def test_the_form_for_rating_has_its_code_where_there_is_one_even_without_procedures():
    assert list(plan(site())) == []
    made = by_path(plan(site(links={"feedback_form": "https://phieu.example/x"})))
    assert list(made) == ["thu-tuc/ma-qr/danh-gia.svg", "thu-tuc/ma-qr/danh-gia.png"]
    picture = Image.open(io.BytesIO(made["thu-tuc/ma-qr/danh-gia.png"].make(made["thu-tuc/ma-qr/danh-gia.png"].view)))
    assert [code.text for code in zxingcpp.read_barcodes(picture.convert("L"))] == ["https://phieu.example/x"]
