"""The keys of ``content/ke-hoach/<năm>.toml``: their Vietnamese names, meaning and example."""

from plugins.model.keys import Key

PLAN_KEYS: dict[str, Key] = {
    "number": Key("số, ký hiệu", '"31/KH-UBND"', "Số, ký hiệu của kế hoạch.", ("số", "số ký hiệu", "so-ky-hieu")),
    "date": Key("ngày ký", '"20/01/2026"', "Ngày ký; ở tương lai thì đến ngày đó mới đăng.", ("ngày", "ngày ký", "ngày ban hành")),
    "title": Key("trích yếu", '"Thông tin, tuyên truyền cải cách hành chính năm 2026"', "Trích yếu, viết như câu bình thường.", ("trích yếu", "tiêu đề", "tên")),
    "replaces": Key("thay thế", '"Kế hoạch số 8/KH-UBND ngày 10/01/2025"', "Kế hoạch bị thay thế; nhiều kế hoạch cách nhau bằng dấu chấm phẩy.", ("thay thế", "thay thế cho")),
    "issuer": Key("cơ quan ban hành", '"Ủy ban nhân dân phường Lam Khê"', "Bỏ trống thì là Ủy ban nhân dân của đơn vị.", ("cơ quan ban hành", "cơ quan")),
    "place": Key("địa danh", '"Lam Khê"', "Địa danh ghi trước ngày; bỏ trống thì lấy theo tên đơn vị.", ("địa danh",)),
    "basis": Key("căn cứ", '["Căn cứ Kế hoạch số 12/KH-UBND ngày 15/01/2026 của UBND phường"]', "Các căn cứ, mỗi căn cứ một chuỗi.", ("căn cứ",)),
    "purpose": Key("mục đích, yêu cầu", '["Người dân biết cách nộp hồ sơ trực tuyến."]', "Các ý của mục đích, yêu cầu.", ("mục đích", "mục đích, yêu cầu")),
    "duties": Key("tổ chức thực hiện", '["Văn phòng HĐND và UBND phường theo dõi, tổng hợp."]', "Các ý của phần tổ chức thực hiện.", ("tổ chức thực hiện",)),
    "closing": Key("lời kết", '"Trong quá trình thực hiện có vướng mắc, đề nghị phản ánh về Văn phòng."', "Đoạn cuối; dấu ./. tự có.", ("lời kết", "kết thúc")),
    "recipients": Key("nơi nhận", '"Sở Nội vụ; Các phòng; Lưu: VT"', "Nơi nhận, cách nhau bằng dấu chấm phẩy.", ("nơi nhận",)),
    "signer_title": Key("chức vụ người ký", '"TM. Ủy ban nhân dân; Chủ tịch"', "Quyền hạn, chức vụ; mỗi dòng cách nhau bằng dấu chấm phẩy.", ("chức vụ", "chức vụ người ký")),
    "signer": Key("người ký", '"Đoàn Thế Kiên"', "Họ và tên người ký.", ("người ký",)),
    "status": Key("trạng thái", '"published"', "published (đăng) hoặc draft (nháp).", ("trạng thái",)),
    "task": Key("nhiệm vụ", "[[task]]", "Mỗi nhiệm vụ một bảng [[task]].", ("nhiệm vụ",)),
}  # fmt: skip
TASK_KEYS: dict[str, Key] = {
    "code": Key("mã nhiệm vụ", '"03"', "Mã trong kế hoạch; bài viết nhắc bằng năm-mã, ví dụ 2026-03.", ("mã", "mã nhiệm vụ")),
    "content": Key("nội dung", '"Phát chuyên mục truyền thanh về CCHC"', "Việc phải làm.", ("nội dung", "việc")),
    "category": Key("nội dung CCHC", '"Cải cách thủ tục hành chính"', "Chuyên mục của trang; nhiều chuyên mục cách nhau bằng dấu chấm phẩy.", ("chuyên mục", "nội dung CCHC", "lĩnh vực")),
    "forms": Key("hình thức", '["truyền thanh", "trang thông tin điện tử"]', "Các hình thức thực hiện.", ("hình thức", "form")),
    "frequency": Key("thời gian thực hiện", '"Mỗi tháng 01 số, thứ Sáu cuối tháng"', "Lời của kế hoạch về thời gian, tần suất.", ("tần suất", "thời gian", "thời gian thực hiện")),
    "minimum": Key("số lượng tối thiểu", "1", "Ít nhất bao nhiêu trong mỗi kỳ ở per; bỏ trống là kế hoạch không nêu số lượng.", ("tối thiểu", "số lượng", "ít nhất")),
    "per": Key("tính theo", '"tháng"', "tháng, quý, sáu tháng hoặc năm; bỏ trống là năm.", ("mỗi", "tính theo", "kỳ")),
    "deadline": Key("hạn", '"30/11/2026"', "Hạn hoàn thành; bỏ trống là hết năm báo cáo (14/12).", ("hạn", "hạn hoàn thành", "thời hạn")),
    "lead": Key("chủ trì", '"Phòng Văn hóa - Xã hội"', "Đơn vị chủ trì.", ("chủ trì", "thực hiện", "đơn vị chủ trì")),
    "partners": Key("phối hợp", '"Đoàn Thanh niên phường; 14 tổ dân phố"', "Đơn vị phối hợp, cách nhau bằng dấu chấm phẩy.", ("phối hợp", "đơn vị phối hợp")),
    "done": Key("việc đã làm", "[[task.done]]", "Việc đã làm mà trang không có bài, mỗi việc một bảng.", ("đã làm", "kết quả", "việc đã làm")),
}  # fmt: skip
DONE_KEYS: dict[str, Key] = {
    "date": Key("ngày", '"30/01/2026"', "Ngày làm.", ("ngày",)),
    "form": Key("hình thức", '"truyền thanh"', "Một hình thức.", ("hình thức",)),
    "content": Key("nội dung", '"Số tháng 01 của chuyên mục truyền thanh"', "Đã làm gì.", ("nội dung", "việc")),
    "proof": Key("minh chứng", '"Sổ theo dõi phát thanh, trang 12"', "Tài liệu kiểm chứng, lưu ở đâu.", ("minh chứng", "tài liệu kiểm chứng")),
}  # fmt: skip
