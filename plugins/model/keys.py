"""The keys an editor may write: their Vietnamese names, meaning and example, in one table."""

from functools import lru_cache
from typing import NamedTuple

from plugins.model.text import fold


class Key(NamedTuple):
    """``aliases`` are read without marks, case, blanks, hyphens and underscores."""

    label: str
    example: str
    meaning: str
    aliases: tuple[str, ...] = ()


_CHECKED = Key("người kiểm tra dữ liệu cá nhân", "Nguyễn Thị Hạnh", "Họ tên người đã kiểm tra rằng dữ liệu cá nhân trong bài được phép công khai; không hiện trên trang.", ("đã kiểm tra dữ liệu cá nhân", "người kiểm tra dữ liệu cá nhân"))
_APPROVAL = {
    "approved_by": Key("người duyệt", "Trần Văn Bình", "Họ tên người đã duyệt cho đăng; không hiện trên trang.", ("người duyệt", "duyệt bởi", "người phê duyệt")),
    "approved_on": Key("ngày duyệt", "24/5/2026", "Ngày duyệt; đi với approved_by, không hiện trên trang.", ("ngày duyệt", "duyệt ngày", "ngày phê duyệt")),
    "approved_text": Key("mã bản duyệt", "3f7a91c2", "Mã của bản đã duyệt, in trên bản xem trước (make preview); bài sửa sau khi duyệt thì không đăng được; không hiện trên trang.", ("mã bản duyệt", "mã duyệt", "mã bản xem trước")),
}

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
    "expires": Key("ngày hết hạn", "31/12/2026", "Hết ngày (hoặc giờ) này bài tự ẩn khỏi trang.", ("hết hạn", "ngày hết hạn", "expiry")),
    "pinned": Key("ghim", "có", "có: đưa bài lên đầu trang chủ.", ("ghim", "nổi bật", "tin nổi bật")),
    "slug": Key("địa chỉ", "ke-hoach-cchc-2026", "Phần cuối của địa chỉ trang; bỏ trống thì lấy theo tên tệp.", ("địa chỉ", "đường dẫn")),
    "correction": Key("đính chính", "Bản trước ghi nhầm ngày họp; đúng là 24/5/2026.", "Lời đính chính, hiện nổi bật đầu bài.", ("đính chính",)),
    "exemplar": Key("điển hình", "Chị Ninh Hạ Vy, công chức Tư pháp – Hộ tịch", "Cá nhân, tập thể hoặc sáng kiến được nêu gương; đi với chuyên mục Gương điển hình, sáng kiến.", ("điển hình", "nhân vật", "sáng kiến", "tên sáng kiến")),
    "exemplar_kind": Key("loại điển hình", "cá nhân", "cá nhân, tập thể hoặc sáng kiến.", ("loại điển hình", "loại gương", "kiểu điển hình")),
    "recognition": Key("công nhận", "Giấy khen của Chủ tịch UBND phường, năm 2026", "Khen thưởng hoặc văn bản công nhận sáng kiến, nếu có.", ("công nhận", "khen thưởng")),
    "task": Key("nhiệm vụ", "2026-03", "Nhiệm vụ của kế hoạch năm mà tệp này thực hiện, viết năm-mã; nhiều nhiệm vụ thì cách nhau bằng dấu chấm phẩy.", ("nhiệm vụ", "mã nhiệm vụ", "thực hiện nhiệm vụ")),
    "radio": Key("lời phát thanh", "Sáng mai, mời bà con đến nhà văn hóa tổ dân phố để được hướng dẫn nộp hồ sơ.", "Lời viết riêng để đọc trên loa (make radio), thay cho bài.", ("lời phát thanh", "phát thanh", "lời đọc", "lời đọc trên loa")),
    "aliases": Key("địa chỉ cũ", "tin-tuc/ten-cu.html", "Các địa chỉ cũ của bài trên trang, cách nhau bằng dấu phẩy; mở địa chỉ cũ thì được dẫn tới bài.", ("địa chỉ cũ", "alias")),
    "id": Key("mã bài", "tag:phuong.example,2026:tin-tuc/ten-bai", "Mã cố định của bài trong RSS, do 'make new' ghi; không sửa.", ("mã bài",)),
    **_APPROVAL,
    "personal_data_checked": _CHECKED,
}  # fmt: skip

PAGE_KEYS: dict[str, Key] = {
    **{key: NEWS_KEYS[key] for key in ("title", "summary", "slug", "status", "updated", "aliases")},
    "order": Key("thứ tự", "10", "Số thứ tự trong sơ đồ trang, nhỏ đứng trước.", ("thứ tự",)),
    **_APPROVAL,
    "personal_data_checked": _CHECKED,
}

PROCEDURE_KEYS: dict[str, Key] = {
    "code": Key("mã thủ tục", "1.001193", "Mã trên Cơ sở dữ liệu quốc gia; có hay không có đuôi đơn vị đều được.", ("mã thủ tục", "mã", "mã tthc", "mã số")),
    "title": Key("tên thủ tục", "Đăng ký khai sinh", "Tên đúng như quyết định công bố.", ("tên thủ tục", "tên", "tên tthc", "tiêu đề")),
    "sector": Key("lĩnh vực", "Hộ tịch", "Lĩnh vực của thủ tục.", ("lĩnh vực",)),
    "level": Key("cấp thực hiện", "Cấp xã", "Cấp thực hiện, như trong quyết định.", ("cấp thực hiện", "cấp")),
    "audience": Key("đối tượng thực hiện", "Công dân Việt Nam; Người nước ngoài", "Đối tượng, cách nhau bằng dấu chấm phẩy.", ("đối tượng thực hiện", "đối tượng")),
    "kind": Key("loại thủ tục", "TTHC được luật giao quy định chi tiết", "Loại thủ tục, như trong quyết định.", ("loại thủ tục", "loại tthc", "loại")),
    "keywords": Key("từ khóa", "khai sinh; giấy khai sinh", "Từ người dân hay dùng, cách nhau bằng dấu chấm phẩy.", ("từ khóa",)),
    "life_event": Key("sự kiện", "Có con nhỏ", "Sự kiện trong đời; bỏ trống thì suy theo lĩnh vực.", ("sự kiện", "sự kiện cuộc đời")),
    "description": Key("mô tả", "Dùng khi trẻ mới sinh.", "Mô tả ngắn.", ("mô tả",)),
    "executing_authority": Key("cơ quan thực hiện", "Ủy ban nhân dân cấp xã", "Cơ quan giải quyết.", ("cơ quan thực hiện", "cơ quan giải quyết")),
    "competent_authority": Key("cơ quan có thẩm quyền", "Chủ tịch UBND cấp xã", "Cơ quan có thẩm quyền quyết định.", ("cơ quan có thẩm quyền", "thẩm quyền")),
    "authorised_authority": Key("cơ quan được ủy quyền", "Công chức tư pháp – hộ tịch", "Cơ quan được ủy quyền.", ("cơ quan được ủy quyền",)),
    "cooperating_authority": Key("cơ quan phối hợp", "Công an xã", "Cơ quan phối hợp.", ("cơ quan phối hợp",)),
    "receiving_address": Key("địa chỉ tiếp nhận", "Trung tâm Phục vụ hành chính công xã", "Nơi nhận hồ sơ, như trong quyết định.", ("địa chỉ tiếp nhận", "địa chỉ tiếp nhận hs")),
    "online_level": Key("mức độ trực tuyến", "toàn trình", "toàn trình, một phần hoặc thông tin.", ("mức độ", "mức độ trực tuyến", "dịch vụ công")),
    "post_receive": Key("nhận hồ sơ qua bưu chính", "có", "Nhận hồ sơ qua bưu chính công ích.", ("nhận qua bưu chính", "tiếp nhận bcci")),
    "post_return": Key("trả kết quả qua bưu chính", "có", "Trả kết quả qua bưu chính công ích.", ("trả qua bưu chính", "trả kết quả bcci")),
    "one_stop": Key("một cửa", "có", "Thực hiện tại bộ phận một cửa.", ("một cửa",)),
    "borderless": Key("phi địa giới", "có", "Thực hiện không phụ thuộc địa giới hành chính.", ("phi địa giới", "không phụ thuộc địa giới")),
    "portal_link": Key("liên kết cổng dịch vụ công", "https://dichvucong.gov.vn/thu-tuc-hanh-chinh/…", "Trang của thủ tục trên Cổng Dịch vụ công quốc gia.", ("link truy cập", "liên kết")),
    "decision": Key("số quyết định công bố", "2637/QĐ-UBND", "Quyết định công bố gần nhất.", ("số quyết định", "quyết định")),
    "source_decision": Key("quyết định theo nguồn", "6375/QĐ-BQP", "Số quyết định trong tệp đã nhập, do 'make import' ghi; 'decision' sửa theo quyết định của tỉnh thì được giữ.", ("quyết định theo nguồn",)),
    "decision_date": Key("ngày quyết định", "16/11/2025", "Ngày ký quyết định công bố.", ("ngày quyết định",)),
    "decision_issuer": Key("cơ quan công bố", "Chủ tịch UBND tỉnh", "Cơ quan ban hành quyết định công bố.", ("cơ quan công bố", "cơ quan ban hành")),
    "effective_from": Key("ngày hiệu lực", "16/11/2025", "Ngày bắt đầu có hiệu lực.", ("ngày hiệu lực", "hiệu lực từ")),
    "effective_to": Key("hết hiệu lực", "30/6/2026", "Ngày hết hiệu lực; dùng cho bản cũ.", ("hết hiệu lực", "hiệu lực đến")),
    "status": Key("tình trạng", "mới ban hành", "hiện hành, mới ban hành, sửa đổi bổ sung, thay thế, bãi bỏ, hoặc nháp.", ("tình trạng", "trạng thái")),
    "changes": Key("nội dung sửa đổi", "Giảm thời hạn từ 5 xuống 3 ngày làm việc.", "Điều gì đã thay đổi.", ("nội dung sửa đổi", "thay đổi")),
    "posted_on": Key("ngày niêm yết", "18/11/2025", "Ngày đăng công khai trên trang.", ("ngày đăng", "ngày niêm yết", "ngày công khai")),
    "abolished_by": Key("văn bản bãi bỏ", "Nghị định 280/2025/NĐ-CP", "Văn bản quy định việc bãi bỏ.", ("văn bản bãi bỏ", "lý do bãi bỏ")),
    "replaced_by": Key("thay bằng", "1.014383", "Mã thủ tục thay thế.", ("thay bằng", "thay thế bởi")),
    "compared_on": Key("ngày đối chiếu", "01/11/2026", "Lần cuối đối chiếu với Cơ sở dữ liệu quốc gia.", ("ngày đối chiếu", "đối chiếu ngày")),
    "compared_by": Key("người đối chiếu", "Nguyễn Thị Hạnh", "Người đối chiếu.", ("người đối chiếu",)),
    "next_due": Key("hạn đối chiếu", "01/02/2027", "Hạn đối chiếu lần tới; bỏ trống thì sau 90 ngày.", ("hạn đối chiếu",)),
    "local_address": Key("địa chỉ tại địa phương", "Số 18 đường Bến Lam", "Nơi nộp tại đơn vị; nhập lại không mất.", ("địa chỉ tại địa phương",)),
    "local_hours": Key("giờ tiếp nhận tại địa phương", "7 giờ 30 – 11 giờ 30", "Giờ tiếp nhận riêng; nhập lại không mất.", ("giờ tại địa phương", "giờ tiếp nhận")),
    "local_phone": Key("điện thoại tại địa phương", "0200 3850 117", "Số hỏi riêng về thủ tục; nhập lại không mất.", ("điện thoại tại địa phương",)),
    "local_cost": Key("mức thu tại địa phương", "Lệ phí 8.000 đồng (Nghị quyết HĐND tỉnh)", "Phí, lệ phí do tỉnh quy định; nhập lại không mất.", ("phí tại địa phương", "mức thu tại địa phương")),
    "local_note": Key("ghi chú tại địa phương", "Chiều thứ Năm nhận hồ sơ tại nhà văn hóa.", "Điều đơn vị muốn dặn thêm; nhập lại không mất.", ("ghi chú tại địa phương",)),
    **_APPROVAL,
    "personal_data_checked": _CHECKED,
}  # fmt: skip

DECISION_KEYS: dict[str, Key] = {
    "number": Key("số, ký hiệu", "2637/QĐ-UBND", "Số và ký hiệu của quyết định công bố.", ("số", "số ký hiệu", "số quyết định")),
    "title": Key("trích yếu", "Về việc công bố Danh mục thủ tục hành chính …", "Trích yếu của quyết định.", ("trích yếu", "tiêu đề", "tên")),
    "date": Key("ngày ban hành", "16/11/2025", "Ngày ký.", ("ngày", "ngày ban hành", "ngày ký")),
    "issuer": Key("cơ quan ban hành", "Chủ tịch Ủy ban nhân dân tỉnh", "Cấp xã không công bố thủ tục: đây là tỉnh hoặc cơ quan được ủy quyền.", ("cơ quan ban hành",)),
    "signer": Key("người ký", "Nguyễn Văn A", "Người ký.", ("người ký",)),
    "effective_from": Key("ngày hiệu lực", "16/11/2025", "Ngày có hiệu lực; bỏ trống là ngày ký.", ("ngày hiệu lực", "hiệu lực")),
    "file": Key("tệp", "tai-lieu/qd-2637.pdf", "Toàn văn quyết định.", ("tệp", "tệp đính kèm", "toàn văn")),
    "new": Key("mới ban hành", "1.014383; 1.014384", "Mã các thủ tục mới ban hành.", ("mới ban hành", "ban hành mới")),
    "amends": Key("sửa đổi, bổ sung", "2.000815", "Mã các thủ tục được sửa đổi, bổ sung.", ("sửa đổi bổ sung", "sửa đổi")),
    "replaces": Key("thay thế", "2.001009 -> 1.014383", "Mã cũ -> mã mới thay thế.", ("thay thế",)),
    "abolishes": Key("bãi bỏ", "2.001009: Nghị định 280/2025/NĐ-CP", "Mã thủ tục bị bãi bỏ: văn bản quy định việc bãi bỏ.", ("bãi bỏ", "bị bãi bỏ")),
    "status": Key("trạng thái", "published", "published (đăng) hoặc draft (nháp).", ("trạng thái",)),
    **_APPROVAL,
    "personal_data_checked": _CHECKED,
}  # fmt: skip

ANSWER_KEYS: dict[str, Key] = {
    "title": Key("câu hỏi", "Đăng ký khai sinh trực tuyến thì bao giờ có kết quả?", "Câu hỏi hoặc phản ánh gọn trong một câu, không có tên người.", ("tiêu đề", "tên", "câu hỏi")),
    "asked": Key("ngày hỏi", "20/4/2026", "Ngày nhận được câu hỏi, phản ánh.", ("ngày hỏi", "ngày nhận", "ngày gửi", "ngày phản ánh")),
    "answered": Key("ngày trả lời", "23/4/2026", "Ngày trả lời; ở tương lai thì được hẹn đến ngày đó mới đăng.", ("ngày trả lời", "trả lời ngày")),
    "unit": Key("đơn vị trả lời", "Trung tâm Phục vụ hành chính công phường", "Phòng, đơn vị trả lời.", ("đơn vị trả lời", "đơn vị", "cơ quan trả lời", "người trả lời")),
    "sector": Key("lĩnh vực", "Hộ tịch", "Lĩnh vực của câu hỏi, phản ánh.", ("lĩnh vực",)),
    "procedures": Key("thủ tục liên quan", "1.001193; 1.004873", "Mã các thủ tục được hỏi đến; trang của thủ tục sẽ dẫn tới câu trả lời này.", ("thủ tục liên quan", "thủ tục", "mã thủ tục")),
    "scope": Key("phạm vi", "một đơn vị", "một đơn vị, nhiều cơ quan, hoặc kéo dài: để biết hạn trả lời là bao nhiêu ngày làm việc.", ("phạm vi", "thẩm quyền", "loại hạn")),
    "correction": NEWS_KEYS["correction"],
    "task": NEWS_KEYS["task"],
    "status": NEWS_KEYS["status"],
    "slug": NEWS_KEYS["slug"],
    "id": Key("mã bài", "tag:phuong.example,2026:hoi-dap/ten-bai", "Mã cố định trong RSS; chỉ ghi khi đổi tên tệp mà muốn giữ mã cũ.", ("mã bài",)),
    **_APPROVAL,
    "personal_data_checked": _CHECKED,
}  # fmt: skip

# Keys that an editor may reach for and that are never published: who asked.
ASKER_NAMES = ("người hỏi", "người phản ánh", "người gửi", "họ tên", "họ và tên", "tên người hỏi", "địa chỉ người hỏi", "điện thoại", "số điện thoại", "email", "cccd", "asker", "author", "tác giả")  # fmt: skip

COMPLAINT_KEYS: dict[str, Key] = {
    **ANSWER_KEYS,
    "outcome": Key("kết quả", "đã giải quyết", "đã giải quyết, giải quyết một phần, đang giải quyết, chuyển cơ quan khác, hoặc không có cơ sở.", ("kết quả", "kết quả giải quyết", "kết quả xử lý")),
    "channel": Key("kênh tiếp nhận", "Đường dây nóng", "Phản ánh đến qua đâu.", ("kênh tiếp nhận", "kênh", "nguồn")),
}  # fmt: skip

DOCUMENT_KEYS: dict[str, Key] = {
    "number": Key("số", "12/KH-UBND", "Số, ký hiệu của văn bản; hoặc riêng phần số, khi ký hiệu ghi ở symbol.", ("số", "số ký hiệu", "số, ký hiệu", "số hiệu", "số văn bản")),
    "symbol": Key("ký hiệu", "KH-UBND", "Ký hiệu, khi number chỉ ghi phần số.", ("ký hiệu",)),
    "type": Key("loại văn bản", "Kế hoạch", "Tên loại văn bản; bỏ trống thì suy theo ký hiệu.", ("loại", "loại văn bản", "tên loại", "thể loại")),
    "title": Key("trích yếu", "Cải cách hành chính năm 2026", "Trích yếu nội dung, viết như câu bình thường.", ("trích yếu", "tiêu đề", "tên", "tên văn bản")),
    "date": Key("ngày ban hành", "15/01/2026", "Ngày ký; ở tương lai thì được hẹn đến ngày đó mới đăng.", ("ngày", "ngày ban hành", "ngày ký", "ngày văn bản")),
    "effective_from": Key("ngày hiệu lực", "15/01/2026", "Ngày có hiệu lực, nếu khác ngày ký.", ("ngày hiệu lực", "hiệu lực", "hiệu lực từ", "effective")),
    "effective_to": Key("hết hiệu lực", "31/12/2026", "Ngày hết hiệu lực.", ("hết hiệu lực", "hiệu lực đến", "ngày hết hiệu lực")),
    "issuer": Key("cơ quan ban hành", "Ủy ban nhân dân phường Lam Khê", "Bỏ trống thì là Ủy ban nhân dân của đơn vị.", ("cơ quan ban hành", "cơ quan")),
    "place": Key("địa danh", "Lam Khê", "Địa danh ghi trước ngày; bỏ trống thì lấy theo tên đơn vị.", ("địa danh", "nơi ban hành")),
    "signer": Key("người ký", "Đoàn Thế Kiên", "Họ và tên người ký.", ("người ký", "họ tên người ký")),
    "signer_title": Key("chức vụ người ký", "TM. Ủy ban nhân dân; Chủ tịch", "Quyền hạn, chức vụ của người ký; mỗi dòng cách nhau bằng dấu chấm phẩy.", ("chức vụ", "chức vụ người ký", "quyền hạn, chức vụ", "quyền hạn")),
    "file": Key("tệp", "tai-lieu/ke-hoach-12.pdf", "Bản đã ký số để tải về, tệp trong thư mục nội dung.", ("tệp", "tệp đính kèm", "toàn văn")),
    "replaces": Key("thay thế", "Kế hoạch số 8/KH-UBND ngày 10/01/2025", "Văn bản bị văn bản này thay thế; nhiều văn bản thì cách nhau bằng dấu chấm phẩy.", ("thay thế", "thay thế văn bản", "thay thế cho")),
    "replaced_by": Key("bị thay thế bởi", "Kế hoạch số 9/KH-UBND ngày 12/01/2027", "Văn bản thay thế văn bản này.", ("thay bằng", "bị thay thế bởi", "được thay thế bởi", "bị thay thế bằng")),
    "recipients": Key("nơi nhận", "Sở Nội vụ; Thường trực Đảng ủy; Lưu: VT", "Nơi nhận, cách nhau bằng dấu chấm phẩy.", ("nơi nhận",)),
    "task": NEWS_KEYS["task"],
    "status": NEWS_KEYS["status"],
    **_APPROVAL,
    "personal_data_checked": _CHECKED,
}  # fmt: skip

# Pelican's keys that would move a page, its template or its language.
FORBIDDEN_KEYS = frozenset(
    {"saveas", "url", "template", "lang", "timezone", "locale", "translation", "status_url", "filename", "path"}
)


@lru_cache(maxsize=4096)
def bare(key: str) -> str:
    """A key as it is compared: ``Tiêu đề``, ``tieu-de`` and ``TIEU_DE`` are one."""
    return "".join(c for c in fold(key) if c.isalnum())


def known_names(keys: dict[str, Key]) -> dict[str, str]:
    """Every accepted spelling, bare, with the key that it means."""
    return {bare(name): key for key, entry in keys.items() for name in (key, *entry.aliases)}
