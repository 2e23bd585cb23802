"""Life events: how people look for a procedure when they do not know its sector."""

import re

# Event → words of sectors or titles that belong to it, with their marks: "trường" of a school is not "trường hợp".
_EVENTS: dict[str, tuple[str, ...]] = {
    "Có con nhỏ": ("khai sinh", "nhận cha, mẹ, con", "nuôi con nuôi", "trẻ em"),
    "Học tập": ("giáo dục", "học sinh", "sinh viên", "mầm non", "tiểu học", "trung học", "học phí"),
    "Việc làm": ("lao động", "việc làm", "nghề nghiệp"),
    "Cư trú và giấy tờ tùy thân": ("cư trú", "thường trú", "tạm trú", "căn cước", "định danh", "hộ chiếu", "xuất nhập cảnh"),
    "Hôn nhân và gia đình": ("kết hôn", "tình trạng hôn nhân", "ly hôn", "gia đình"),
    "Nhà ở, đất đai": ("đất đai", "nhà ở", "xây dựng", "quy hoạch"),
    "Sức khỏe, y tế": ("y tế", "khám bệnh", "chữa bệnh", "an toàn thực phẩm", "dược phẩm", "dược"),
    "Phương tiện, giao thông": ("đăng ký xe", "phương tiện", "đường thủy", "đường bộ", "giao thông", "hàng hải"),
    "Hưu trí, người có công, trợ giúp xã hội": (
        *("người có công", "bảo trợ xã hội", "hưu trí", "thương binh", "trợ cấp", "trợ giúp xã hội"),
        *("người khuyết tật", "người cao tuổi"),
    ),
    "Người thân qua đời": ("khai tử", "mai táng", "thừa kế", "di sản", "di chúc"),
    "Chứng thực, xác nhận giấy tờ": ("chứng thực", "bản sao", "xác nhận"),
    "Kinh doanh": ("hộ kinh doanh", "doanh nghiệp", "hợp tác xã", "thuế", "kinh doanh", "thương mại"),
    "Nghĩa vụ quân sự": ("nghĩa vụ quân sự", "dân quân", "quân nhân"),
    "Khiếu nại, tố cáo, tiếp công dân": ("khiếu nại", "tố cáo", "tiếp công dân"),
}
LIFE_EVENTS = tuple(_EVENTS)
_PATTERNS = {event: re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b") for event, words in _EVENTS.items()}


def life_events_of(sector: str, title: str) -> tuple[str, ...]:
    """Events that a procedure belongs to by its sector and title (NFC); none when nothing fits."""
    text = f"{sector} · {title}".lower()
    return tuple(event for event, pattern in _PATTERNS.items() if pattern.search(text))
