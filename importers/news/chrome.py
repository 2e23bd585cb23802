"""What portals print around an article: search boxes, counters, lists of other items, the imprint of the portal."""

import re

from importers.values import bare

_TOOL = (
    r"(?:nhap )?(?:tu khoa )?tim kiem(?: tin tuc| nang cao)?|chung nhan tin nhiem mang|tin nhiem mang|trang chu|dang nhap|dang ky|dang xuat|lien he|so do (?:trang|cong|website|site)|rss|english|vi en"
    r"|(?:ban )?in(?: trang| bai(?: viet)?| tin| an)?(?: nay)?|phien ban in|gui (?:email|mail|bai viet|cho ban be|qua email)|email|chia se(?: bai viet| tren| qua)?(?: (?:facebook|zalo|twitter))*"
    r"|facebook|zalo|twitter|tweet|like|share|print|co chu|(?:tang|giam) (?:kich )?co chu|a a a?|nghe bai viet|doc bai viet|nghe noi dung|quay lai|tro ve|ve dau trang|dau trang|len dau trang|luu bai viet|luu tin|back|top|xem anh|doc tin"
    r"|(?:so )?(?:luot|lan) (?:xem|doc|truy cap)(?: bai viet)? ?\d*(?: luot| lan)?|(?:da )?xem \d+(?: lan| luot)?|\d+ (?:luot|lan) (?:xem|doc)|views? \d*"
    r"|facebook twitter(?: \w+){0,3}|chon (?:co|kieu) chu|do tuong phan|che do doc|font size|(?:xem (?:voi )?)?co chu(?: a)*|ban in|lui(?: tiep(?: theo)?)?|(?:viet|dang|nguoi dang|tac gia)?(?: ?boi)? ?(?:quan tri(?: vien)?|admin|administrator)"
)
_TOOLS = re.compile(rf"\d{{1,7}}|(?:{_TOOL})(?: (?:{_TOOL}))*")  # numbers below each other are a date
_BARS = re.compile(r"\s*[|\t•·]\s*|\s{3,}")
_AFTER = re.compile(
    r"(?:cac |nhung )?(?:tin|bai|bai viet|tin bai|tin tuc)(?: (?:khac|lien quan|moi hon|cu hon|cung chuyen muc|cung loai|da dua|da dang|moi nhat|noi bat|tiep theo|truoc do|doc nhieu(?: nhat)?|xem nhieu(?: nhat)?))+"
    r"|cac (?:tin|bai)(?: da)? dua|xem (?:tin )?theo ngay|xem them|doc them|tin cung muc|thong ke(?: luot)? truy cap|luot truy cap(?: \d+)*|tong (?:so )?(?:luot )?truy cap(?: \d+)*|(?:truy cap )?hien tai(?: \d+)*(?: khach)?|dang (?:online|truy cap)(?: \d+)*"
    r"|binh luan(?: \d+)?|y kien (?:ban doc|phan hoi|cua ban)|gui (?:binh luan|y kien)|viet binh luan|phan hoi|danh gia(?: bai viet)?|ban quyen.*|copyright.*|thiet ke (?:boi|va).*|don vi thiet ke.*|(?:lien ket|weblink)(?: website| web)?|lien ket trang"
    r"|giay phep (?:so|thiet lap|hoat dong).*|co quan (?:chu quan|thuong truc)\b.*|(?:chiu )?trach nhiem (?:noi dung|chinh|xuat ban).*|truong ban bien tap.*|ghi ro nguon.*|(?:tu khoa|tags?|the)$"
    r"|tong so diem cua bai viet.*|xep hang \d.*|click de danh gia.*|danh gia bai viet.*|co lien quan|tra loi|tin bai lien quan|bai viet lien quan|dang online.*|hom (?:nay|qua)(?: \d+)*|so nguoi truy cap.*|chia se"
    r"|(?:binh luan|y kien)(?: ban doc)? \d+|van ban (?:moi|lien quan)|bai (?:viet )?(?:moi|cu) hon|(?:trang|bai) (?:truoc|sau|tiep)(?: theo)?"
)
_KEYWORDS = re.compile(r"(?:từ khóa|từ khoá|tags?|thẻ)\s*:\s*\S", re.IGNORECASE)
_PORTAL = re.compile(r"(?:cong|trang)(?: thong tin)? (?:thong tin )?dien tu\b.*")


def is_tool(line: str) -> bool:
    """A line that belongs to the frame of a page, wherever it stands."""
    return len(line) <= 100 and all(len(part) <= 60 and bool(_TOOLS.fullmatch(bare(part))) for part in _BARS.split(line.strip()) if bare(part)) and bool(bare(line))


def ends_article(line: str) -> bool:
    """A line after which nothing belongs to the article any more."""
    if len(line) > 250:
        return False
    folded = bare(line)
    if _KEYWORDS.match(line):
        return True
    if line.isupper() and len(line) <= 90 and _PORTAL.fullmatch(folded):
        return True
    is_short = len(line) <= 60 or ":" in line[:60] or folded.startswith(("giay phep", "ghi ro", "co quan", "ban quyen"))
    return is_short and bool(_AFTER.fullmatch(folded))
