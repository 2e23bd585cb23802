"""The category that an item most likely belongs to, by the words of its title. Always a guess."""

import re

from importers.values import bare
from plugins.model.vocab import CATEGORIES, Category

_WORDS = (
    ("hoi-dap", r"hoi dap|phan anh|kien nghi|tra loi cu tri|giai dap"),
    ("chi-so", r"par ?index|papi|sipas|\bpci\b|chi so (?:cchc|cai cach|hai long|hieu qua|nang luc|hanh chinh)"),
    ("guong-dien-hinh", r"guong|dien hinh|sang kien|cach lam hay|mo hinh hay"),
    ("tuyen-truyen", r"tuyen truyen|truyen thong|pho bien"),
    ("chinh-quyen-so", r"chuyen doi so|dich vu cong truc tuyen|so hoa|chinh quyen (?:so|dien tu)|vneid|dinh danh|chu ky so|khong dung tien mat|nen tang so"),
    ("cai-cach-thu-tuc-hanh-chinh", r"thu tuc hanh chinh|tthc|mot cua|tiep nhan va tra ket qua|phuc vu hanh chinh cong|niem yet"),
    ("cai-cach-che-do-cong-vu", r"cong vu|can bo|cong chuc|vien chuc|ky luat|ky cuong|tuyen dung"),
    ("cai-cach-tai-chinh-cong", r"ngan sach|tai chinh|tai san cong|du toan|quyet toan"),
    ("cai-cach-to-chuc-bo-may", r"bo may|sap xep|phan cap|sap nhap|quy che lam viec"),
    ("cai-cach-the-che", r"the che|quy pham phap luat|ra soat van ban"),
)
_BY_SLUG = {category.slug: category for category in CATEGORIES}


def likely(title: str, of_a_document: bool) -> Category:
    """Documents steer: they go to "Chỉ đạo, điều hành"; an article goes by its words, else to "Thông tin, tuyên truyền"."""
    if of_a_document:
        return _BY_SLUG["chi-dao-dieu-hanh"]
    folded = bare(title)
    return next((_BY_SLUG[slug] for slug, words in _WORDS if re.search(words, folded)), _BY_SLUG["tuyen-truyen"])
