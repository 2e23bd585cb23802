"""Words that names of Vietnamese state and Party bodies are made of."""

import re
from collections.abc import Callable
from functools import lru_cache

_TERM = r"(?:\s+(?:khóa|khoá|Khóa)\s+[IVXLC\d]{1,6}\b)?"


def _each(text: str) -> frozenset[str]:
    return frozenset(" ".join(words.split()) for words in text.split(","))


def _any(text: str) -> str:
    """Alternatives, the longest first, with any blanks between words."""
    names = sorted((" ".join(name.split()) for name in text.split("|")), key=len, reverse=True)
    return "|".join(name.replace(" ", r"\s+") for name in names)


# Names that are complete as they stand.
_FIXED = "Thủ tướng Chính phủ|Thủ tướng CP|Thủ tướng|Phó Thủ tướng Chính phủ|Phó Thủ tướng Thường trực Chính phủ|Phó Thủ tướng Thường trực|Thủ tướng Phủ|Chính phủ Cách mạng lâm thời Cộng hòa miền Nam Việt Nam|Toàn quyền Đông Dương|Tổng thống Việt Nam Cộng hòa|Tổng Tham mưu trưởng Quân đội nhân dân Việt Nam|Tổng Tham mưu trưởng|Tổng Thư ký Quốc hội - Chủ nhiệm Văn phòng Quốc hội|Phó Thủ tướng|Phủ Thủ tướng|Chính phủ|Chính phủ lâm thời|Chủ tịch Chính phủ|Chủ tịch Chính phủ lâm thời|Văn phòng Chính phủ|Cục Cảnh sát quản lý hành chính về trật tự xã hội|Thanh tra Chính phủ|Tổng Thanh tra Chính phủ|Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ|Hội đồng Chính phủ|Hội đồng Bộ trưởng|Hội đồng Nhà nước|Chủ tịch nước|Văn phòng Chủ tịch nước|Quốc hội|Văn phòng Quốc hội|Chủ tịch Quốc hội|Ủy ban Thường vụ Quốc hội|Uỷ ban Thường vụ Quốc hội|UBTVQH|UBTV Quốc hội|Bộ Chính trị, Ban Bí thư|Bộ Chính trị|Ban Bí thư|Ban Bí thư Trung ương|Ban Chấp hành Trung ương|BCH Trung ương|BCHTW|BCH TW|BBT TW|BBT Trung ương|Văn phòng Trung ương|Ban Chính sách, chiến lược Trung ương|Trưởng Ban Chính sách, chiến lược Trung ương"
FIXED = re.compile(
    rf"(?!(?:(?:Ban\s+\w+\s+\w+|BCH|BTV)\s+)?Trung\s+ương\s+(?:Đoàn|Hội)\b)(?:{_any(_FIXED)}"
    rf"|Trung\s+ương(?!\s+(?:Đoàn|Hội)))(?:{_TERM}(?=\s+nước\s))?(?:\s+(?:nước\s+)?(?:CHXHCN|Cộng\s+h(?:òa|oà)\s+(?:XHCN|xã\s+hội\s+chủ\s+nghĩa))\s+Việt\s+Nam|\s+(?:nước\s+)?Việt\s+Nam\s+Dân\s+chủ\s+Cộng\s+h(?:òa|oà))?(?:\s+Đảng(?:\s+Cộng\s+sản\s+Việt\s+Nam)?)?(?:\s+\d{{1,2}}(?=\s+kh[oó]))?{_TERM}(?!\w)",
    re.IGNORECASE,
)
# Offices of persons, and parts of a body: a body follows.
_ROLES = "Bộ trưởng, Chủ nhiệm|Bộ trưởng - Chủ nhiệm|Bộ trưởng, Trưởng|Bộ trưởng - Trưởng|Bộ trưởng|Thứ trưởng Thường trực|Thứ trưởng|Giám đốc phụ trách|Phó Giám đốc phụ trách|Quyền Giám đốc|Quyền Chủ tịch|Giám đốc|Phó Giám đốc|Tổng Giám đốc|Chánh|Phó Chánh|Trưởng|Phó Trưởng|Chủ tịch|Phó Chủ tịch|Chủ nhiệm|Phó Chủ nhiệm|Cục trưởng|Phó Cục trưởng|Tổng cục trưởng|Chi cục trưởng|Vụ trưởng|Viện trưởng|Hiệu trưởng|Trạm trưởng|Hạt trưởng|Đội trưởng|Tổ trưởng|Phó Hiệu trưởng|Thống đốc|Phó Thống đốc|Bí thư|Phó Bí thư|Thường trực|Thường vụ|Ban Thường vụ|Ban Thường trực|Ban Chấp hành|BCH|BTV|Ban Bí thư|Đoàn Chủ tịch|Chánh án|Phó Chánh án|Hội đồng trường|Hội đồng quản trị|Hội đồng thành viên|Hội đồng quản lý|Tư lệnh|Chỉ huy trưởng|Tổng Thư ký|Văn phòng|VP|Ban Dân vận|Ban Tổ chức|Ban Tuyên giáo|Ban Nội chính|Ủy ban Kiểm tra|Uỷ ban Kiểm tra|UBKT"
ROLE = re.compile(
    rf"(?:{_any(_ROLES)})\s+(?!$)",
    re.IGNORECASE,
)
# The first words of any other body.
_HEADS = "Bộ|Sở|Ban|Phòng|Cục|Tổng cục|Chi cục|Vụ|Viện|Văn phòng|VP|Ủy ban|Uỷ ban|UB|UBND|UNBD|UBMTTQ|UBMTTQVN|HĐND|Hội đồng|Hội|Liên đoàn|Tổng Liên đoàn|Đoàn|Mặt trận|Tỉnh ủy|Tỉnh uỷ|Thành ủy|Thành uỷ|Huyện ủy|Huyện uỷ|Quận ủy|Quận uỷ|Thị ủy|Thị uỷ|Đảng ủy|Đảng uỷ|Đảng bộ|Quân ủy|Quân uỷ|Công an|Tòa án|Toà án|TAND|TANDTC|Viện kiểm sát|VKSND|VKSNDTC|Trung tâm|Trường|Đại học|Đại hội|Học viện|Bệnh viện|Kho bạc|Thanh tra|Ngân hàng|Kiểm toán|Tổng Kiểm toán|Bảo hiểm|BHXH|Tổ|Liên Bộ|Liên ngành|Liên Sở|Hải quan|Thuế|Đài|Thông tấn|Tập đoàn|Tổng công ty|Công ty|Quân khu|Bộ Tư lệnh|Chủ tịch|BCĐ|TTPVHCC|Trạm|Đội|Hạt|Quỹ|Chi bộ|Chi nhánh|Thôn|Khu phố|Hợp tác xã|Công đoàn|Thi hành án|Đảng đoàn|Tiểu ban|Hiệp hội|Liên hiệp|MTTQ|LĐLĐ|BQL|KBNN|Điện lực|Bưu điện|Tỉnh đoàn|Thành đoàn|Huyện đoàn|Quận đoàn|Thị đoàn|TW|Trung ương|Liên minh|Liên hiệp các Hội|Nhà xuất bản|Vườn quốc gia|Cảng vụ|Thống kê|Tổng đội|Nhà máy|Bảo tàng|Thư viện Quốc gia|Trung đoàn|Lữ đoàn|Sư đoàn|Binh đoàn|Quân đoàn|Quân chủng|Ty|Nhà hát|Tạp chí|Xí nghiệp|Bộ đội Biên phòng|Đồn|Giáo hội|Đại hội đồng|Bộ Tổng Tham mưu"
HEAD = re.compile(
    rf"(?:Hội\s+nghị\s+lần\s+thứ\s+\w{{1,8}}|Hội\s+nghị\s+Trung\s+ương(?:\s+lần\s+thứ\s+\w{{1,8}}|\s+\d{{1,2}})?|(?!(?:Bộ\s+(?:trưởng|đội(?!\s+Biên)|phận|luật)|Hội\s+(?:nghị|trường|viên|thảo))(?!\w))(?:{_any(_HEADS)}))(?!\w)",
    re.IGNORECASE,
)
_FIRST_WORD = re.compile(r"\w*")
_OPENINGS = tuple(re.compile("|".join(sorted({name.split()[0] for name in names.split("|")})), re.IGNORECASE) for names in (f"{_FIXED}|Trung ương", _ROLES, f"{_HEADS}|Hội nghị"))


def openings(text: str, place: int, limit: int) -> tuple[bool, bool, bool]:
    """Whether :data:`FIXED`, :data:`ROLE`, :data:`HEAD` may match at a place: a cheap look at the first word there, before a thorough one at all."""
    word = _FIRST_WORD.match(text, place, limit)
    return _opened_by(word[0] if word else "")


@lru_cache(maxsize=4_096)
def _opened_by(word: str) -> tuple[bool, bool, bool]:
    fixed, role, head = (one.fullmatch(word) is not None for one in _OPENINGS)
    return fixed, role, head


# Bodies that are named after their task, in small letters and of any length, up to their level: "Hội đồng tuyển dụng công chức tỉnh".
COMMITTEE = re.compile(r"(?:Ban\s+(?:Chỉ|Quản|Điều|Vận|Tổ|Đại)|Hội\s+đồng(?!\s+nhân)|Tổ|Tiểu\s+ban|Trung\s+tâm|Quỹ|Đoàn|Đội|BCĐ)(?!\w)", re.IGNORECASE)
HIGHER = _each("huyện, quận, tỉnh, tp, tp., tx., thành phố, thị xã")
LEVELS = _each("tỉnh, quận, huyện, xã, phường, cấp, tp, tp., tx., tt., thôn, ấp, buôn, khóm")
LEVEL_PAIRS = _each("thành phố, thị xã, thị trấn, đặc khu, khu vực, khu phố")
# What goes on with a name in small letters.
COMPOUNDS = _each(
    "đầu tư xây dựng, nhân dân, dân phố, cơ sở, doanh nghiệp, tư nhân, tập thể, công an, thường vụ, thường trực, hành chính, hành chính công, thủ tục, cải cách, chuyên trách, công tác, công chức, viên chức, cán bộ, nông thôn, "
    "vận tải, pháp luật, văn bản, quy phạm, môi trường, công nghệ, xã hội, thể thao, du lịch, thông tin, truyền thông, điện tử, nhà nước, tối cao, "
    "trung ương, chính phủ, quốc hội, kinh tế, kỹ thuật, tài chính, kế hoạch, đầu tư, đất đai, tài nguyên, khoáng sản, dân số, bảo hiểm, y tế, giáo dục, "
    "đào tạo, khoa học, tư pháp, nội vụ, quốc phòng, an ninh, trật tự, giao thông, xây dựng, công thương, nông nghiệp, phát triển, lao động, thương binh, "
    "dân tộc, tôn giáo, chuyển đổi, chuyển đổi số, chỉ đạo, quản lý, các khu công nghiệp, khu công nghiệp, các khu kinh tế, khu kinh tế, công nghiệp, kiểm tra, giám sát, "
    "kiểm soát, phục vụ, tuyên giáo, tổ chức, cộng sản, chữ thập, cựu chiến binh, phụ nữ, thanh niên, nông dân, tổng hợp, đối ngoại, ngoại vụ, quản trị, "
    "thống kê, kiểm sát, kiểm lâm, thú y, thủy sản, thuỷ sản, lâm nghiệp, thủy lợi, trồng trọt, bảo vệ, thực vật, chất lượng, an toàn, thực phẩm, dịch bệnh, "
    "đại biểu, toàn quốc, liên ngành, hợp tác, quốc gia, quốc tế, dự án, đô thị, hạ tầng, phòng chống, phòng không, chuyên ngành, địa phương, chấp hành, lâm thời, "
    "bầu cử, thi đua, khen thưởng, thi đua khen thưởng, dân vận, biên phòng, ủy ban, uỷ ban, tự do, độc lập, miền bắc, miền trung, miền nam, các cơ quan, "
    "hội đồng, ngoại giao, sự nghiệp, đăng ký, giao dịch, chăm sóc, sức khỏe, trẻ em, việc làm, liên hiệp, chữ thập đỏ, tổ dân phố, cộng đồng, rừng phòng hộ, rừng đặc dụng, tuyển sinh, di tích, dịch vụ, phòng thủ dân sự, dân sự, đề án 06, bình đẳng, chữa cháy, văn hóa, văn hoá, mặt trận, tổ quốc, pháp chế, hàng hải, hàng không, đường bộ, đường sắt, đăng kiểm, hải quan, sở hữu, trí tuệ, tiêu chuẩn, đo lường, "
    "dự trữ, kinh doanh, thương mại, cảnh sát, nhập khẩu, xuất khẩu, xuất nhập, lưu trữ, văn thư, thể dục, thú y, dạy nghề, thi hành, thi hành án, hình sự, điều tra, "
    "trung học, chuyên nghiệp, dự phòng, nghề nghiệp, công sản, đấu thầu, công trình, các công trình, ngoài nước, xuất nhập cảnh, xuất nhập khẩu, khí hậu, biến đổi, tài nguyên nước, nước, "
    "hậu cần, tham mưu, tần số, vô tuyến, vô tuyến điện, phát thanh, truyền hình, tiếng nói, xổ số, kiến thiết, lưu ký, bù trừ, chứng khoán, cổ đông, thành viên, quản trị, công chánh, "
    "bảo đảm, đê điều, tệ nạn, tội phạm, ma túy, ma tuý, tham nhũng, tiêu cực, an ninh mạng, công nghệ cao, nguyên tử, biểu diễn, tác giả, nhà giáo, bất động sản, thị trường, điện lực, "
    "dịch tễ, côn trùng, vệ sinh, sốt rét, nông thôn mới, nông lâm sản, nông sản, sự cố, cán sự, cán sự đảng, viên chức, tuyển dụng, thi tuyển, xét tuyển, tư vấn, phổ biến, hóa gia đình, gia đình, "
    "phật giáo, cửa khẩu, xung phong, cấp cao tại, công nghiệp nặng, người có công, chứng thực, quốc tịch, hộ tịch, cứu trợ, từ thiện, khuyến học, văn hiến, dân dụng, giá, nhà đất, quân sự, thư ký, pháp lý, mặt bằng, phổ thông, phổ thông chuyên, bảo trợ, nhân lực, các đoàn thể, nước ngoài, tâm thần, cổ truyền, người tiêu dùng, hạt nhân, bức xạ,  cứu hộ, cứu nạn, thiên tai, tìm kiếm"
)
# What a name of a law begins with in small letters: "Luật tổ chức chính quyền địa phương 2015".
LAW_FIELDS = COMPOUNDS | _each(
    "ban hành, nhà ở, đấu thầu, ngân sách, kế toán, kiểm toán, thuế thu, thuế giá, thuế xuất, thuế tiêu, thuế bảo, thuế tài, thuế sử, hôn nhân, hộ tịch, "
    "quốc tịch, cư trú, căn cước, công chứng, luật sư, trợ giúp, hòa giải, tiếp công, tiếp cận, khiếu nại, tố cáo, thanh tra, phòng, khám bệnh, an toàn, chăn nuôi, "
    "công đoàn, người cao, người khuyết, nghĩa vụ, dân quân, sĩ quan, báo chí, xuất bản, quảng cáo, di sản, điện ảnh, thư viện, viễn thông, "
    "trưng cầu, xử lý, tố tụng, giám định, phá sản, cạnh tranh, chứng khoán, ngân hàng, các tổ, dầu khí, điện lực, giá, dược"
)
# Family names: whoever signed stands behind the body ("Chủ tịch UBND tỉnh Nguyễn Văn An").
SURNAMES = _each("Nguyễn, Trần, Lê, Phạm, Huỳnh, Phan, Võ, Vũ, Đặng, Bùi, Đỗ, Hồ, Ngô, Dương, Đinh, Trịnh, Hoàng")
# Names hold some commas: "Cục Phòng, chống tệ nạn xã hội", "Ban Thi đua, Khen thưởng"; and a task that "về" begins.
COMPOUNDS |= {
    "phòng , chống", "phòng cháy , chữa cháy", "khám , chữa bệnh", "thi đua , khen thưởng", "cứu nạn , cứu hộ", "phát thanh , truyền hình", "bưu chính , viễn thông", "văn hóa , giáo dục",
    "tài chính , ngân sách", "tham nhũng , tiêu cực", "hộ tịch , quốc tịch , chứng thực", "quản lý , giám sát", "phổ biến , giáo dục", "sự cố , thiên tai", "cứu nạn cứu hộ", "xuất bản , in",
    "quốc gia phòng chống dịch", "quốc gia phòng , chống dịch", "quốc gia phòng , chống covid-19", "quốc gia phòng chống covid-19",
    "quốc gia về chuyển đổi số", "quốc gia về phòng , chống thiên tai", "trung ương về phòng , chống thiên tai", "trung ương về phòng , chống tham nhũng", "triển khai đề án 06", "nhà nước về chất lượng", "quản lý hành chính về trật tự", "vốn nhà nước tại doanh nghiệp", "xây dựng công trình", "quản lý giáo dục", "cán bộ quản lý giáo dục",
    "quốc gia giao dịch bảo đảm", "trung ương về phòng , chống tham nhũng , tiêu cực", "nhà nước về chất lượng công trình xây dựng", "phối hợp phổ biến , giáo dục pháp luật", "phối hợp phổ biến giáo dục pháp luật",
    "nhà và thị trường", "đê điều và phòng , chống thiên tai", "mạng và phòng , chống tội phạm",
}  # fmt: skip
# Small words at which a name has ended.
STOPS = _each(
    "về, đã, là, thì, để, nhằm, được, có, trong, tại, theo, cho, ngày, năm, do, gửi, số, khi, sau, trước, đến, từ, như, mà, nêu, sẽ, phải, cần, cũng, này, "
    "trên, hoặc, hay, bằng, bị, không, nên, gồm, thuộc, ký, v/v, giao, đề, vẫn, chưa, ra, cùng, nay, đối, với, qua, yêu, làm, nói, việc, thay, căn, ban, "
    "vừa, đang, nhưng, còn, rằng, tháng, vào, xác, nhất, trình, kèm, lần, nhấn, khẳng, đánh, ghi, chấp, mới, hiện, tham, tập, rà, mời, cử, liên, các, những"
)
# Verbs whose first syllable also begins names; after a capital only those of the second set end one: "Ban Chỉ đạo", "Ban Tổ chức".
STOP_PAIRS = _each(
    "ban hành, quy định, qui định, hướng dẫn, triển khai, phê duyệt, công bố, sửa đổi, bổ sung, thực hiện, quyết định, phân công, phân cấp, ủy quyền, "
    "uỷ quyền, thông báo, chỉ đạo, kết luận, đề nghị, tăng cường, tiếp tục, kiện toàn, thành lập, bãi bỏ, về việc, tổ chức, phát động, xác định, cụ thể, "
    "nêu rõ, lấy ý, xử phạt, đẩy mạnh, quán triệt, thống nhất, hợp nhất, phối hợp, xây dựng, chủ trì, điều chỉnh, kiểm tra, tuyên truyền, phục vụ, giao nhiệm, "
    "giám sát, đánh giá, bảo đảm, đảm bảo, góp phần, giải quyết, áp dụng, nhấn mạnh, chấp thuận, liên quan, phòng chống, tập trung, phát triển, khen thưởng, đào tạo, quản lý, thống kê, tuyển dụng, thi tuyển, xét tuyển, tư vấn, phổ biến"
)
STOP_TITLES = _each("đại hội, tình trạng, ban hành, quy định, qui định, hướng dẫn, phê duyệt, công bố, sửa đổi, về việc, triển khai, thực hiện, bãi bỏ, thành lập, tăng cường")
# Inside a committee's name such words end nothing: "phòng, chống tham nhũng", "xây dựng nông thôn mới"; of verbs only these do.
TASK_STOPS = STOPS - _each("tham, đề, tập, liên, mới, thay, đánh, khẳng, số, cho, hiện, việc, làm")
TASK_VERBS = _each("ban hành, về việc, quy định, qui định, phê duyệt, công bố, sửa đổi")
# After the capitals of another name a word or two may follow, "Cục Tin học hóa", "Hạt Kiểm lâm liên huyện", none of them one of these.
TAIL_STOPS = STOPS - {"liên"} | _each(
    "hết, tiếp, nhận, tuyển, mở, tuyên, vận, hỗ, chúc, kêu, động, phát, còn, cấp, hoàn, lấy, đăng, phối, bổ, điều, thu, hủy, huỷ, khuyến, bảo, chuyển, giải, nâng, kiểm, "
    "rất, luôn, đều, vừa, ngay, thường, ở, ấy, đó, kia, ai, gì, sao, lại, và, với, trả, phản, báo, thông, nhắc, cảnh, trao, phúc, đáp, hỏi, góp, rút, quán, khẩn, tích, chủ, kịp, lưu, chia, thuê, bán, mua, cả, toàn, một, hai, ba, năm"
)


_TWO = re.compile(r"\s(?:và|-|–)\s(?=HĐND|UBND|Hội đồng nhân dân|Ủy ban nhân dân)")


def second_of_office(text: str, role: str, end: int, limit: int, another: Callable[[str, int, int], int]) -> int:
    """One office serves two bodies: "Văn phòng HĐND và UBND huyện"."""
    both = _TWO.match(text, end, limit)
    return another(text, both.end(), limit) if both and role.casefold().startswith(("văn phòng", "vp")) else end
