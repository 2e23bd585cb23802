"""Text of another age is told; looking for it quickly finds the same."""

from hypothesis import given
from hypothesis import strategies as st

from plugins.reading.oldtext import _MAY_BE_VNI, _VNI, old_text

LETTERS = "aăâeêioôơuưyAĂÂEÊOÔUYáàãạảéèẽíìóòõúùýâêôđĐÁÀÃÂÉÈÊÍÒÓÔÕÙÚñöÖøûïåäë nghtrc"


@given(st.text(LETTERS, max_size=30))
def test_the_quick_look_misses_no_pair_of_vni(text):
    assert not _VNI.search(text) or _MAY_BE_VNI.search(text.encode())


def test_ordinary_prose_is_passed_by_the_quick_look():
    assert not _MAY_BE_VNI.search("Ủy ban nhân dân phường triển khai kế hoạch số 131/KH-UBND về cải cách hành chính, toàn trình, hoà giải".encode())


def test_a_line_typed_with_a_vni_font_is_told():
    assert [p.code for p in old_text("UÛy ban nhaân daân phöôøng", ordinary=False)] == ["legacy-font"]
    assert [p.code for p in old_text("nhaân daân baâu haâu", ordinary=True)] == ["legacy-font"]


def test_what_is_meant_is_told_also_where_a_blank_took_the_place_of_a_letter():
    (told,) = old_text("Thá»§ tá»¥c hÃ nh chÃ­nh cáº¥p xÃ£")
    assert "'Thủ tục hành chính cấp xã'" in told.remedy
