"""Which mentions mean one document, and which must stay apart."""

import pytest

from plugins.model.cited import Cited, completed, slug_of
from plugins.model.issuers import Here, central_issuer, split_place
from plugins.model.register import Register

HERE = Here("Phường Lam Khê", "Tỉnh Sơn Giang")


def cited(number: str, date: str = "", issuer: str = "", kind: str = "Kế hoạch") -> Cited:
    return Cited(kind, number, date, issuer)


@pytest.mark.parametrize(
    ("one", "slug"),
    [
        (cited("30/2020/NĐ-CP", "2020-03-05", "Chính phủ", "Nghị định"), "nghi-dinh-30-2020-nd-cp"),
        (cited("76/NQ-CP", "2021-07-15", "", "Nghị quyết"), "nghi-quyet-76-nq-cp-2021"),
        (cited("76/NQ-CP", "", "", "Nghị quyết"), "nghi-quyet-76-nq-cp"),
        (cited("06/KH-UBND", "2024-01-09", "UBND phường"), "ke-hoach-6-kh-ubnd-2024-ubnd-phuong-lam-khe"),
        (cited("6/KH-UBND", "2024", "Ủy ban nhân dân phường Lam Khê"), "ke-hoach-6-kh-ubnd-2024-ubnd-phuong-lam-khe"),
        (cited("604/QĐ-UBND", "2026-03-17", "Chủ tịch UBND tỉnh", "Quyết định"), "quyet-dinh-604-qd-ubnd-2026-ubnd-tinh-son-giang"),
        (cited("41/BC-BPC", "2024-12-01", "Ban Pháp chế", "Báo cáo thẩm tra"), "bao-cao-41-bc-bpc-2024-ban-phap-che"),
        (cited("512/SKHCN", "2025-06-30", "", "Văn bản"), "cong-van-512-skhcn-2025"),
        (Cited("Luật", "", "2016", "", "Luật Báo chí năm 2016"), "luat-bao-chi-nam-2016"),
    ],
)
def test_what_names_a_document_stands_in_its_address(one: Cited, slug: str):
    assert slug_of(one, HERE) == slug


def test_one_number_in_two_years_or_of_two_issuers_is_two_documents():
    slugs = {slug_of(cited("119/QĐ-UBND", date, issuer), HERE) for date, issuer in (("2009-11-23", "UBND tỉnh Bắc Giang"), ("2025-03-05", "UBND xã Long Phụng"))}
    assert len(slugs) == 2
    assert slug_of(cited("01/ĐA-UBND", kind="Đề án"), HERE) != slug_of(cited("01/DA-UBND", kind="Dự án"), HERE)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("UBND phường", "UBND phường Lam Khê"),
        ("Chủ tịch UBND tỉnh", "UBND tỉnh Sơn Giang"),
        ("HỘI ĐỒNG NHÂN DÂN PHƯỜNG", "HĐND phường Lam Khê"),
        ("UBND TP. Huế", "UBND thành phố Huế"),
        ("Sở Nội vụ tỉnh Sơn Giang", "Sở Nội vụ"),
        ("UBND huyện Phú Lộc", "UBND huyện Phú Lộc"),
        ("UBND phường Lam Khê, tỉnh Sơn Giang", "UBND phường Lam Khê"),
        ("UBND phường Lam Khê, tỉnh Khác", "UBND phường Lam Khê, tỉnh Khác"),
        ("", ""),
    ],
)
def test_an_issuer_is_told_by_its_place(typed: str, meant: str):
    assert HERE.issuer(typed) == meant


@pytest.mark.parametrize(("typed", "meant"), [("UBND đặc khu", "UBND đặc khu Cô Tô"), ("Chủ tịch UBND thành phố", "UBND thành phố Huế")])
def test_a_special_zone_and_a_city_are_told_by_both_words_of_their_level(typed: str, meant: str):
    assert Here("Đặc khu Cô Tô", "Thành phố Huế").issuer(typed) == meant


@pytest.mark.parametrize(("place", "parts"), [("Phường Lam Khê", ("Phường", "Lam Khê")), ("Đặc khu Cô Tô", ("Đặc khu", "Cô Tô")), ("", ("", ""))])
def test_the_name_of_a_place_stands_after_its_level(place: str, parts: tuple[str, str]):
    assert split_place(place) == parts


OWN = Cited("Kế hoạch", "187/KH-UBND", "2026-11-11", "UBND phường Lam Khê")
REGISTER = Register(HERE, (("cua-minh", OWN),))


@pytest.mark.parametrize(
    ("one", "is_own"),
    [
        (cited("187/KH-UBND", "2026-11-11"), True),  # the whole day
        (cited("187/KH-UBND", "", "UBND phường"), True),  # the issuer
        (cited("187/KH-UBND", "2026", "UBND phường"), True),
        (cited("187/KH-UBND"), False),  # neither
        (cited("187/KH-UBND", "2026"), False),
        (cited("187/KH-UBND", "2026-11-12"), False),
        (cited("187/KH-UBND", "", "UBND tỉnh"), False),
        (cited("187/QĐ-UBND", "2026-11-11", kind="Quyết định"), False),
    ],
)
def test_a_document_of_the_unit_is_meant_by_its_day_or_its_issuer_and_never_by_its_number_alone(one: Cited, is_own: bool):
    assert (REGISTER.slug(one) == "cua-minh") is is_own


def test_a_shorter_mention_takes_what_the_fuller_ones_of_the_text_agree_on():
    full = cited("6/KH-UBND", "2024-01-09", "UBND phường")
    assert completed([cited("06/KH-UBND"), full])[0].date == "2024-01-09"
    other = cited("6/KH-UBND", "2023-02-01", "UBND tỉnh")
    assert completed([cited("6/KH-UBND"), full, other])[0] == cited("6/KH-UBND")
    assert completed([cited("7/KH-UBND"), full])[0] == cited("7/KH-UBND")


@pytest.mark.parametrize(
    ("number", "issuer"),
    [("30/2020/NĐ-CP", "Chính phủ"), ("64/2025/QH15", "Quốc hội"), ("02/2017/TT-VPCP", "Văn phòng Chính phủ"), ("131/KH-UBND", ""), ("01/2014/TTLT-BNV-BTC", ""), ("", "")],
)
def test_a_symbol_tells_the_issuer_where_it_can_mean_one_only(number: str, issuer: str):
    assert central_issuer(number) == issuer
