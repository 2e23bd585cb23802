"""What portals print around an article: search boxes, counters, lists of other items, the imprint of the portal."""

import re

from importers.values import bare

_TOOLS = re.compile(
    r"(?:nhap )?(?:tu khoa )?tim kiem(?: tin tuc| nang cao)?|chung nhan tin nhiem mang|tin nhiem mang|trang chu|dang nhap|dang ky|dang xuat|lien he|so do (?:trang|cong|website|site)|rss|english|vi en"
    r"|(?:ban )?in(?: trang| bai(?: viet)?| tin| an)?(?: nay)?|phien ban in|gui (?:email|mail|bai viet|cho ban be|qua email)|email|chia se(?: bai viet| tren| qua)?(?: (?:facebook|zalo|twitter))*"
    r"|facebook|zalo|twitter|tweet|like|share|print|co chu|(?:tang|giam) (?:kich )?co chu|a a a?|nghe bai viet|doc bai viet|nghe noi dung|quay lai|tro ve|ve dau trang|dau trang|len dau trang|luu bai viet|luu tin|back|top|xem anh|doc tin"
    r"|(?:so )?(?:luot|lan) (?:xem|doc|truy cap)(?: bai viet)? ?\d*(?: luot| lan)?|(?:da )?xem \d+(?: lan| luot)?|\d+ (?:luot|lan) (?:xem|doc)|views? \d*|\d{1,7}"
    r"|facebook twitter(?: \w+){0,3}|chon (?:co|kieu) chu|do tuong phan|che do doc|font size"
)
_AFTER = re.compile(
    r"(?:cac |nhung )?(?:tin|bai|bai viet|tin bai|tin tuc)(?: (?:khac|lien quan|moi hon|cu hon|cung chuyen muc|cung loai|da dua|da dang|moi nhat|noi bat|tiep theo|truoc do|doc nhieu(?: nhat)?|xem nhieu(?: nhat)?))+"
    r"|cac (?:tin|bai)(?: da)? dua|xem (?:tin )?theo ngay|xem them|doc them|tin cung muc|thong ke(?: luot)? truy cap|luot truy cap(?: \d+)*|tong (?:so )?(?:luot )?truy cap(?: \d+)*|(?:truy cap )?hien tai(?: \d+)*(?: khach)?|dang (?:online|truy cap)(?: \d+)*"
    r"|binh luan(?: \d+)?|y kien (?:ban doc|phan hoi|cua ban)|gui (?:binh luan|y kien)|viet binh luan|phan hoi|danh gia(?: bai viet)?|ban quyen.*|copyright.*|thiet ke (?:boi|va).*|don vi thiet ke.*|(?:lien ket|weblink)(?: website| web)?|lien ket trang"
    r"|giay phep (?:so|thiet lap|hoat dong).*|co quan (?:chu quan|thuong truc)\b.*|(?:chiu )?trach nhiem (?:noi dung|chinh|xuat ban).*|truong ban bien tap.*|ghi ro nguon.*|(?:tu khoa|tags?|the)$"
)
_PORTAL = re.compile(r"(?:cong|trang)(?: thong tin)? (?:thong tin )?dien tu\b.*")


def is_tool(line: str) -> bool:
    """A line that belongs to the frame of a page, wherever it stands."""
    return len(line) <= 60 and bool(_TOOLS.fullmatch(bare(line)))


def ends_article(line: str) -> bool:
    """A line after which nothing belongs to the article any more."""
    if len(line) > 250:
        return False
    folded = bare(line)
    if line.isupper() and len(line) <= 90 and _PORTAL.fullmatch(folded):
        return True
    is_short = len(line) <= 60 or ":" in line[:60] or folded.startswith(("giay phep", "ghi ro", "co quan", "ban quyen"))
    return is_short and bool(_AFTER.fullmatch(folded))
