"""Life events that a procedure belongs to."""

import pytest

from plugins.model.life_events import life_events_of


@pytest.mark.parametrize(
    ("sector", "title", "events"),
    [
        ("Hộ tịch", "Đăng ký khai sinh", ("Có con nhỏ",)),
        ("Hộ tịch", "Đăng ký kết hôn", ("Hôn nhân và gia đình",)),
        ("Đất đai", "Cấp giấy chứng nhận trong trường hợp được giao đất", ("Nhà ở, đất đai",)),
        ("Giáo dục mầm non", "Hỗ trợ ăn trưa", ("Học tập",)),
        ("Hoạt động xây dựng", "Cấp phép", ("Nhà ở, đất đai",)),
        ("Tín ngưỡng", "Thông báo lễ hội", ()),
    ],
)
def test_a_procedure_is_found_by_the_words_of_its_sector_and_title_not_by_like_sounding_ones(sector, title, events):
    assert life_events_of(sector, title) == events
