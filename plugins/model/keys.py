"""The keys an editor may write: their Vietnamese names, meaning and example, in one table."""

from typing import NamedTuple

from plugins.model.text import fold


class Key(NamedTuple):
    """``aliases`` are read without marks, case, blanks, hyphens and underscores."""

    label: str
    example: str
    meaning: str
    aliases: tuple[str, ...] = ()


NEWS_KEYS: dict[str, Key] = {
    "title": Key("tiêu đề", "Phường triển khai kế hoạch CCHC năm 2026", "Tên bài, viết như câu bình thường.", ("tiêu đề", "tên bài", "tựa đề")),
    "date": Key("ngày đăng", "24/5/2026 08:30", "Ngày giờ đăng, ngày viết trước; ở tương lai thì bài được hẹn giờ.", ("ngày", "ngày đăng", "thời gian", "ngày giờ")),
    "updated": Key("ngày cập nhật", "25/5/2026", "Ngày sửa nội dung gần nhất.", ("ngày cập nhật", "cập nhật", "modified", "ngày sửa")),
    "category": Key("chuyên mục", "Cải cách thủ tục hành chính", "Chuyên mục chính; thêm chuyên mục khác sau dấu chấm phẩy, hoặc dấu phẩy nếu viết slug.", ("chuyên mục", "danh mục", "mục", "categories")),
    "tags": Key("thẻ", "một cửa, dịch vụ công trực tuyến", "Từ khóa, cách nhau bằng dấu phẩy.", ("thẻ", "từ khóa", "tag", "keywords", "nhãn")),
    "summary": Key("tóm tắt", "Kế hoạch nêu 6 nhóm nhiệm vụ và thời hạn từng việc.", "Một, hai câu mở đầu (sa-pô), hiện ở danh sách và RSS.", ("tóm tắt", "trích yếu", "mô tả", "sa-pô", "sapo", "lead", "description")),
    "author": Key("tác giả", "Thanh Mai", "Tên hoặc bút danh, hiện cuối bài.", ("tác giả", "người viết", "bút danh", "authors")),
    "source": Key("nguồn", "Cổng TTĐT tỉnh https://sogiang.example/tin", "Nguồn tin khi đăng lại; có thể kèm địa chỉ.", ("nguồn", "nguồn tin")),
    "image": Key("ảnh", "hinh-anh/hoi-nghi.jpg", "Ảnh đại diện, tệp trong thư mục nội dung.", ("ảnh", "hình", "hình ảnh", "ảnh đại diện")),
    "image_caption": Key("chú thích ảnh", "Quang cảnh hội nghị sáng 24/5", "Dòng chữ dưới ảnh.", ("chú thích ảnh", "chú thích")),
    "image_alt": Key("mô tả ảnh", "Cán bộ một cửa hướng dẫn người dân quét mã QR", "Tả điều thấy trong ảnh, cho người khiếm thị.", ("mô tả ảnh", "alt", "ảnh thay thế")),
    "status": Key("trạng thái", "published", "published (đăng) hoặc draft (nháp).", ("trạng thái", "tình trạng")),
    "expires": Key("ngày hết hạn", "31/12/2026", "Từ lúc này bài tự ẩn khỏi trang.", ("hết hạn", "ngày hết hạn", "expiry")),
    "pinned": Key("ghim", "có", "có: đưa bài lên đầu trang chủ.", ("ghim", "nổi bật", "tin nổi bật")),
    "slug": Key("địa chỉ", "ke-hoach-cchc-2026", "Phần cuối của địa chỉ trang; bỏ trống thì lấy theo tên tệp.", ("địa chỉ", "đường dẫn")),
    "correction": Key("đính chính", "Bản trước ghi nhầm ngày họp; đúng là 24/5/2026.", "Lời đính chính, hiện nổi bật đầu bài.", ("đính chính",)),
    "id": Key("mã bài", "tag:phuong.example,2026:tin-tuc/ten-bai", "Mã cố định của bài trong RSS, do 'make new' ghi; không sửa.", ("mã bài",)),
}  # fmt: skip

PAGE_KEYS: dict[str, Key] = {
    **{key: NEWS_KEYS[key] for key in ("title", "summary", "slug", "status", "updated")},
    "order": Key("thứ tự", "10", "Số thứ tự trong sơ đồ trang, nhỏ đứng trước.", ("thứ tự",)),
}

# Pelican's keys that would move a page, its template or its language.
FORBIDDEN_KEYS = frozenset(
    {"saveas", "url", "template", "lang", "timezone", "locale", "translation", "status_url", "filename", "path"}
)


def bare(key: str) -> str:
    """A key as it is compared: ``Tiêu đề``, ``tieu-de`` and ``TIEU_DE`` are one."""
    return "".join(c for c in fold(key) if c.isalnum())


def known_names(keys: dict[str, Key]) -> dict[str, str]:
    """Every accepted spelling, bare, with the key that it means."""
    return {bare(name): key for key, entry in keys.items() for name in (key, *entry.aliases)}
