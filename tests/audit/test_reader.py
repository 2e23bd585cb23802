"""Phrases of the virtual screen reader as a transcript in Vietnamese."""

import pytest

from tests.audit.reader import FRAME, transcript, without_frame

SAID = [
    "document",
    "navigation, Danh mục chính",
    "list",
    "listitem, level 1, position 1, set size 2",
    "link, Trang chủ, current page",
    "end of listitem, level 1, position 1, set size 2",
    "listitem, level 1, position 2, set size 2",
    "link, Hộ tịch, chứng thực, đất đai",
    "end of listitem, level 1, position 2, set size 2",
    "end of list",
    "end of navigation, Danh mục chính",
    "main",
    "heading, Đăng ký khai sinh, level 1",
    "radio, Cao, not checked, position 2, set size 2",
    "searchbox, Từ cần tìm, placeholder Tên thủ tục, mã",
    "button, Danh mục, not expanded, 1 control",
    "end of main",
    "end of document",
]


def test_what_is_inside_stands_further_in_with_its_place_and_its_state() -> None:
    assert transcript(SAID) == [
        "[trang]",
        "  [điều hướng] Danh mục chính",
        "    [danh sách]",
        "      [mục 1/2]",
        "        [liên kết] Trang chủ (trang đang xem)",
        "      [mục 2/2]",
        "        [liên kết] Hộ tịch, chứng thực, đất đai",
        "  [nội dung chính]",
        "    [tiêu đề 1] Đăng ký khai sinh",
        "    [nút chọn 2/2] Cao (chưa chọn)",
        "    [ô tìm kiếm] Từ cần tìm (gợi ý: Tên thủ tục, mã)",
        "    [nút] Danh mục (đang gập)",
    ]


def test_the_same_phrase_may_hold_more_once_and_nothing_another_time() -> None:
    said = ["link, Tin", "image, Tin", "end of link, Tin", "link, Tin", "Chữ"]
    assert transcript(said) == ["[liên kết] Tin", "  [ảnh] Tin", "[liên kết] Tin", "Chữ"]


def test_a_role_that_the_table_does_not_know_is_an_error_and_a_text_is_a_text() -> None:
    assert transcript(["không phải vai trò, chỉ là chữ"]) == ["không phải vai trò, chỉ là chữ"]
    with pytest.raises(KeyError):
        transcript(["tree, Thư mục", "end of tree, Thư mục"])


def test_parts_of_the_frame_that_are_the_same_are_told_in_one_line() -> None:
    frame = ["[trang]", "  [đầu trang]", "    Phường", "  [nội dung chính]", "    Một", "  [chân trang]", "    Địa chỉ"]
    other = ["[trang]", "  [đầu trang]", "    Phường", "  [nội dung chính]", "    Hai", "  [chân trang]", "    Địa chỉ khác"]
    same = f"  [đầu trang] … như ở {FRAME}"
    assert without_frame(other, frame) == ["[trang]", same, *other[3:]]
