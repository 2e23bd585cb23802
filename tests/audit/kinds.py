"""All kinds of pages of a site: the one list that the audit and the tests in the browser walk.

A page belongs to the first kind whose pattern fits its address. Variants have no pattern: they are further examples of
the sample site, of kinds that look different there.
"""

import re
from dataclasses import dataclass
from pathlib import Path

SAMPLE_NOW = "2026-11-20"  # the moment at which the sample site is shown
LEADS_ON = b'http-equiv="refresh"'


@dataclass(frozen=True, slots=True)
class Kind:
    """``name`` is the file of its transcript; ``example`` its page in the sample site, "" without one; ``pattern`` of addresses."""

    name: str
    label: str
    example: str
    pattern: str = ""


KINDS: tuple[Kind, ...] = (
    Kind("trang-chu", "Trang chủ", "index.html", r"index\.html"),
    Kind("tim-kiem", "Tìm kiếm", "tim-kiem.html", r"tim-kiem\.html"),
    Kind("so-do-trang", "Sơ đồ trang", "so-do-trang.html", r"so-do-trang\.html"),
    Kind("thong-ke", "Thống kê truy cập", "thong-ke.html", r"thong-ke\.html"),
    Kind("ngoai-tuyen", "Không có mạng", "ngoai-tuyen.html", r"ngoai-tuyen\.html"),
    Kind("khong-tim-thay", "Không tìm thấy (404)", "404.html", r"404\.html"),
    Kind("tin", "Tin, bài", "tin-tuc/huong-dan-nop-ho-so-truc-tuyen.html", r"tin-tuc/.+\.html"),
    Kind("ke-hoach", "Tin, bài có bảng", "tin-tuc/ke-hoach-tuyen-truyen-cchc-2024.html"),
    Kind("cac-chuyen-muc", "Các chuyên mục", "chuyen-muc/index.html", r"chuyen-muc/index\.html"),
    Kind("chuyen-muc", "Chuyên mục", "chuyen-muc/chi-so.html", r"chuyen-muc/[^/]+\.html"),
    Kind("chuyen-muc-nam", "Chuyên mục theo năm", "chuyen-muc/chi-so/2026.html", r"chuyen-muc/[^/]+/\d+\.html"),
    Kind("luu-tru", "Lưu trữ", "ngay/index.html", r"ngay/index\.html"),
    Kind("luu-tru-nam", "Lưu trữ theo năm", "ngay/2026.html", r"ngay/\d+\.html"),
    Kind("luu-tru-thang", "Lưu trữ theo tháng", "ngay/2026/03.html", r"ngay/\d+/\d+\.html"),
    Kind("luu-tru-ngay", "Lưu trữ theo ngày", "ngay/2026/03/05.html", r"ngay/\d+/\d+/\d+\.html"),
    Kind("cac-tu-khoa", "Các từ khóa", "the/index.html", r"the/index\.html"),
    Kind("tu-khoa", "Từ khóa", "the/mot-cua.html", r"the/.+\.html"),
    Kind("trang-tinh", "Trang tĩnh", "trang/lien-he.html", r"trang/.+\.html"),
    Kind("danh-muc-thu-tuc", "Danh mục thủ tục", "thu-tuc/index.html", r"thu-tuc/index\.html"),
    Kind("thu-tuc-a-z", "Thủ tục theo chữ cái", "thu-tuc/a-z.html", r"thu-tuc/a-z\.html"),
    Kind("doi-chieu", "Đối chiếu mã thủ tục", "thu-tuc/doi-chieu.html", r"thu-tuc/doi-chieu\.html"),
    Kind("thu-tuc", "Thủ tục", "thu-tuc/1.001193.html", r"thu-tuc/\d\.\d+\.html"),
    Kind("thu-tuc-bai-bo", "Thủ tục đã bãi bỏ", "thu-tuc/2.001009.html"),
    Kind("thu-tuc-thay-the", "Thủ tục được thay thế", "thu-tuc/1.010941.html"),
    Kind("thu-tuc-ban-cu", "Thủ tục, bản trước", "thu-tuc/2.000815/den-2026-03-16.html", r"thu-tuc/\d\.\d+/.+\.html"),
    Kind("bien-dong", "Biến động thủ tục", "thu-tuc/bien-dong/index.html", r"thu-tuc/bien-dong/index\.html"),
    Kind("bien-dong-ky", "Biến động trong kỳ", "thu-tuc/bien-dong/2026.html", r"thu-tuc/bien-dong/.+\.html"),
    Kind("bien-dong-thang", "Biến động trong tháng", "thu-tuc/bien-dong/2026-03.html"),
    Kind("ma-qr", "Mã QR", "thu-tuc/ma-qr/index.html", r"thu-tuc/ma-qr/index\.html"),
    Kind("ma-qr-linh-vuc", "Mã QR của một lĩnh vực", "thu-tuc/ma-qr/linh-vuc/ho-tich.html", r"thu-tuc/ma-qr/.+\.html"),
    Kind("danh-sach-thu-tuc", "Danh sách thủ tục", "thu-tuc/linh-vuc/ho-tich.html", r"thu-tuc/.+/.+\.html"),
    Kind("su-kien", "Danh sách theo việc của người dân", "thu-tuc/su-kien/co-con-nho.html"),
    Kind("cac-quyet-dinh", "Các quyết định công bố", "quyet-dinh/index.html", r"quyet-dinh/index\.html"),
    Kind("quyet-dinh", "Quyết định công bố", "quyet-dinh/3187-qd-ubnd-2025.html", r"quyet-dinh/.+\.html"),
    Kind("hoi-dap", "Hỏi – đáp", "hoi-dap/index.html", r"hoi-dap/index\.html"),
    Kind("hoi-dap-nam", "Hỏi – đáp theo năm", "hoi-dap/nam-2026.html", r"hoi-dap/nam-\d+\.html"),
    Kind("cau-hoi", "Câu hỏi và trả lời", "hoi-dap/sua-sai-mot-dau-trong-giay-khai-sinh.html", r"hoi-dap/.+\.html"),
    Kind("phan-anh", "Phản ánh, kiến nghị", "phan-anh/index.html", r"phan-anh/index\.html"),
    Kind("phan-anh-nam", "Phản ánh, kiến nghị theo năm", "phan-anh/nam-2026.html", r"phan-anh/nam-\d+\.html"),
    Kind("mot-phan-anh", "Kết quả trả lời phản ánh", "phan-anh/quay-so-3-khong-niem-yet-muc-thu.html", r"phan-anh/.+\.html"),
    Kind("cac-van-ban", "Văn bản", "van-ban/index.html", r"van-ban/index\.html"),
    Kind("danh-sach-van-ban", "Danh sách văn bản", "van-ban/nam/2026.html", r"van-ban/(?:loai|co-quan|nam)/.+\.html"),
    Kind("van-ban-vien-dan", "Văn bản được viện dẫn", "van-ban/2025/nghi-dinh-100.html", r"van-ban/(?:\d{4}|khong-ro)/.+\.html"),
    Kind("noi-nhac-den", "Bài nhắc đến văn bản, theo năm", "", r"van-ban/[^/]+/.+\.html"),
    Kind("van-ban", "Văn bản của đơn vị", "van-ban/ke-hoach-12-kh-ubnd-2026-ubnd-phuong-lam-khe.html", r"van-ban/.+\.html"),
    Kind("cac-ke-hoach", "Các kế hoạch tuyên truyền", "ke-hoach/index.html", r"ke-hoach/index\.html"),
    Kind("ke-hoach-nam", "Kế hoạch tuyên truyền của năm", "ke-hoach/2026.html", r"ke-hoach/\d+\.html"),
    Kind("bao-cao", "Báo cáo theo kỳ", "", r"bao-cao/.+\.html"),
    Kind("cac-chi-so", "Các chỉ số", "chi-so/index.html", r"chi-so/index\.html"),
    Kind("mot-chi-so", "Một chỉ số", "chi-so/sipas.html", r"chi-so/.+\.html"),
    Kind("guong-dien-hinh", "Gương điển hình", "guong-dien-hinh/index.html", r"guong-dien-hinh/index\.html"),
    Kind("guong-dien-hinh-nam", "Gương điển hình theo năm", "guong-dien-hinh/nam-2026.html", r"guong-dien-hinh/.+\.html"),
    Kind("du-lieu", "Dữ liệu mở", "du-lieu/index.html", r"du-lieu/.+\.html"),
)
# Kinds that the sample site has only with another profile, or not at once.
SOMETIMES = frozenset({"thong-ke", "ngoai-tuyen", "noi-nhac-den", "bao-cao"})


def kind_of(path: str) -> Kind | None:
    """The kind of a page by its address in the site."""
    return next((kind for kind in KINDS if kind.pattern and re.fullmatch(kind.pattern, path)), None)


def pages_of(public: Path) -> dict[str, Kind | None]:
    """All pages of a site with their kinds; old addresses that only lead on are left out, a strange page has no kind."""
    files = (file for file in sorted(public.rglob("*.html")) if LEADS_ON not in file.read_bytes()[:2000])
    return {path: kind_of(path) for path in (file.relative_to(public).as_posix() for file in files)}


def examples(public: Path) -> dict[Kind, str]:
    """One page of each kind that the site has: the sample's own, else the largest."""
    largest: dict[Kind, tuple[int, str]] = {}
    for path, kind in pages_of(public).items():
        if kind:
            largest[kind] = max(largest.get(kind, (0, "")), ((public / path).stat().st_size, path))
    chosen = {kind: kind.example if (public / kind.example).is_file() else largest.get(kind, (0, ""))[1] for kind in KINDS}
    return {kind: path for kind, path in chosen.items() if path}
