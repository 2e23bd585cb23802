"""The words of the synthetic corpus: administrative Vietnamese as a commune writes it, cut into parts that fit together."""

CATEGORIES: tuple[tuple[str, str, int], ...] = (  # slug, name, weight
    ("cai-cach-the-che", "Cải cách thể chế", 8),
    ("cai-cach-thu-tuc-hanh-chinh", "Cải cách thủ tục hành chính", 20),
    ("cai-cach-to-chuc-bo-may", "Cải cách tổ chức bộ máy hành chính nhà nước", 7),
    ("cai-cach-che-do-cong-vu", "Cải cách chế độ công vụ", 9),
    ("cai-cach-tai-chinh-cong", "Cải cách tài chính công", 7),
    ("chinh-quyen-so", "Xây dựng và phát triển chính quyền điện tử, chính quyền số", 15),
    ("chi-dao-dieu-hanh", "Chỉ đạo, điều hành", 10),
    ("tuyen-truyen", "Thông tin, tuyên truyền", 9),
    ("guong-dien-hinh", "Gương điển hình, sáng kiến", 5),
    ("chi-so", "Chỉ số CCHC", 5),
    ("hoi-dap", "Hỏi – đáp, phản ánh kiến nghị", 5),
)
TAGS = (
    "một cửa", "dịch vụ công trực tuyến", "chuyển đổi số", "hộ tịch", "chứng thực", "đất đai", "bảo trợ xã hội",
    "người có công", "cư trú", "thanh toán trực tuyến", "chữ ký số", "số hóa hồ sơ", "bưu chính công ích",
    "niêm yết", "tiếp công dân", "kỷ luật hành chính", "văn hóa công sở", "tiết kiệm chi", "khảo sát hài lòng",
    "tổ công nghệ số", "họp giao ban", "kiểm tra công vụ", "tập huấn", "sáng kiến", "phản ánh kiến nghị",
    "sắp xếp bộ máy", "văn bản điện tử", "an sinh xã hội",
)  # fmt: skip
AUTHORS = ("Diệu An", "Thanh Mai", "Hải Yến", "Trọng Khang", "Mỹ Hạnh", "Quang Vinh", "Lệ Thu", "Ban biên tập")
# Each place stands in the title of every 24th item, so that no two items of one day share a title.
PLACES = (
    "tổ dân phố Bến Đá", "tổ dân phố Chợ Mới", "tổ dân phố Đồng Găng", "tổ dân phố Gò Sim", "tổ dân phố Hòn Ngang",
    "tổ dân phố Lò Vôi", "tổ dân phố Nà Lũng", "tổ dân phố Phú Khê", "tổ dân phố Quán Tre", "tổ dân phố Rừng Thông",
    "thôn An Cựu", "thôn Bình Lãng", "thôn Cầu Đất", "thôn Đông Viên", "thôn Hà Thượng", "thôn Kim Bồng",
    "thôn Long Cốc", "thôn Mai Hạ", "thôn Nghĩa Trũng", "thôn Phương Độ", "thôn Tân Ấp", "thôn Thượng Xá",
    "thôn Vạn Linh", "thôn Yên Thủy",
)  # fmt: skip
ACTORS = (
    "Ủy ban nhân dân phường", "Trung tâm Phục vụ hành chính công", "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân",
    "Phòng Văn hóa – Xã hội", "Phòng Kinh tế, Hạ tầng và Đô thị", "Công an phường", "Đoàn Thanh niên phường",
    "Hội Liên hiệp Phụ nữ phường", "Ủy ban Mặt trận Tổ quốc Việt Nam phường", "Tổ công nghệ số cộng đồng",
    "Ban Biên tập chuyên trang", "Bộ phận tư pháp – hộ tịch", "Bộ phận địa chính – xây dựng", "Trạm Y tế phường",
    "Đài truyền thanh phường",
)  # fmt: skip
TASKS = (
    "rà soát danh mục thủ tục đang niêm yết", "số hóa sổ hộ tịch còn lưu trên giấy", "hướng dẫn nộp hồ sơ trực tuyến",
    "trả kết quả qua dịch vụ bưu chính công ích", "thu phí, lệ phí không dùng tiền mặt", "cập nhật quy trình nội bộ",
    "đối chiếu dữ liệu đất đai với hồ sơ gốc", "lấy ý kiến người dân sau mỗi lần giải quyết hồ sơ",
    "trực hỗ trợ vào sáng thứ Bảy", "xử lý phản ánh, kiến nghị về thủ tục", "soạn tờ gấp hướng dẫn bằng chữ to",
    "kiểm tra giờ giấc làm việc tại quầy", "công khai hồ sơ trễ hạn và lý do", "ký số văn bản ngay khi ban hành",
    "rút gọn mẫu đơn, bỏ những ô đã có trong cơ sở dữ liệu", "đưa thủ tục đến tận nhà người cao tuổi",
    "sắp xếp lại quầy theo số lượng hồ sơ", "tập huấn kỹ năng cho tổ trưởng", "công khai dự toán và quyết toán",
    "xin lỗi bằng văn bản khi trả kết quả chậm", "mở chuyên mục phát thanh về cải cách hành chính",
    "chấm điểm chỉ số cải cách hành chính", "thống nhất mẫu phiếu hẹn trả", "liên thông đăng ký khai sinh và bảo hiểm y tế",
)  # fmt: skip
AIMS = (
    "để người dân chỉ phải đi lại một lần", "nhằm giảm thời gian chờ tại quầy", "để ai cũng tra được hồ sơ của mình",
    "nhằm giữ đúng lời hẹn ghi trên phiếu", "để cán bộ không phải nhập một dữ liệu hai lần",
    "nhằm giảm giấy tờ phải sao chụp", "để việc giám sát có số liệu mà dựa vào", "nhằm giảm chi cho in ấn",
    "để người ở xa trung tâm không bị thiệt", "nhằm nâng mức hài lòng của tổ chức, cá nhân",
)  # fmt: skip
TIMES = (
    "trong quý {quarter} năm {year}", "trước ngày {day}/{month}/{year}", "từ đầu năm {year}", "vào tuần thứ hai hằng tháng",
    "trong hai tuần của tháng {month}", "sau giờ làm việc thứ Tư", "ngay trong tháng {month}/{year}", "hai tháng một lần",
)  # fmt: skip
RESULTS = (
    "{many} hồ sơ được tiếp nhận, {percent},{tenth}% giải quyết trước và đúng hạn",
    "thời gian chờ trung bình còn {few} phút", "{percent}% phiếu khảo sát chọn mức hài lòng trở lên",
    "{some} hồ sơ được nộp trực tuyến toàn trình", "số lượt phải bổ sung giấy tờ giảm {some} lượt",
    "{some} hộ được hướng dẫn tại nhà văn hóa", "{many} trang sổ được số hóa và ký số", "chi in ấn giảm {few},{tenth} triệu đồng",
)  # fmt: skip
SENTENCES = (
    "{Actor} vừa {task} {time}, {aim}.",
    "Theo phân công, {actor} chủ trì {task}; {actor2} phối hợp {task2}.",
    "Kết quả bước đầu: {result}.",
    "Tại {place}, việc {task} được làm {time}, có đại diện các hộ cùng theo dõi.",
    "So với cùng kỳ năm trước, {result}; đây là mức tốt nhất từ khi có số liệu.",
    "Khó khăn lớn nhất vẫn là thiếu người khi vừa phải {task}, vừa phải {task2}.",
    "Người đứng đầu từng bộ phận chịu trách nhiệm nếu việc {task} chậm so với kế hoạch.",
    "Căn cứ {source}, {actor} sẽ {task} {time}.",
    "Nội dung này thực hiện {source}, {aim}.",
    "Trước đó, {actor} đã thử {task} ở {place} và ghi nhận {result}.",
    "Người dân chưa quen thao tác được hướng dẫn ngay tại quầy, không phải ghi lại điều cơ quan đã biết.",
    "Ý kiến góp ý được {actor} tổng hợp và trả lời công khai trên chuyên trang.",
    "Từ tháng {month}, {place} là nơi đầu tiên {task}, {aim}.",
    "Đoàn giám sát đề nghị {actor} {task} {time} và báo cáo bằng số liệu.",
    "Cùng thời gian, {actor} {task2}, nhờ đó {result}.",
    "Việc {task} không phát sinh thêm thủ tục, không yêu cầu thêm giấy tờ.",
    "Bà con ở {place} cho biết cách làm mới dễ hiểu, phiếu hẹn ghi rõ giờ trả và số quầy.",
    "{Actor} cũng nhắc từng bộ phận giữ phòng tiếp dân gọn gàng, biển tên rõ ràng, lời nói đúng mực.",
    "Số liệu được chốt vào ngày {day}/{month}/{year}: {result}.",
    "Trường hợp máy chủ bận, quầy vẫn nhận hồ sơ giấy và nhập lại trong ngày, {aim}.",
)
TITLES = (
    "{Place} bắt đầu {task} từ tháng {month}/{year}", "Họp bàn việc {task} tại {place}", "{Place}: {result}",
    "Kinh nghiệm {task} ở {place}", "Kiểm tra việc {task} tại {place} quý {quarter}/{year}",
    "Trả lời ý kiến cử tri {place} về việc {task}", "{Actor} về {place} để {task}", "Sơ kết một năm {task} tại {place}",
)  # fmt: skip
HEADINGS = (
    "Vì sao phải làm", "Cách làm", "Kết quả", "Còn vướng ở đâu", "Việc tiếp theo", "Ai làm việc gì", "Kinh phí",
    "Ý kiến người dân", "Thời gian thực hiện", "Điều cần lưu ý",
)  # fmt: skip
SOURCES = (
    ("Kế hoạch số {some}/KH-UBND ngày {day}/{month}/{year}", "Ủy ban nhân dân phường"),
    ("Quyết định số {many}/QĐ-UBND ngày {day}/{month}/{year}", "Ủy ban nhân dân tỉnh"),
    ("Nghị quyết số {some}/NQ-HĐND ngày {day}/{month}/{year}", "Hội đồng nhân dân phường"),
    ("Công văn số {many}/SNV-CCHC ngày {day}/{month}/{year}", "Sở Nội vụ"),
    ("Báo cáo số {some}/BC-UBND ngày {day}/{month}/{year}", "Ủy ban nhân dân phường"),
)
SECTORS = (
    "Hộ tịch", "Chứng thực", "Đất đai", "Bảo trợ xã hội", "Người có công", "Nuôi con nuôi", "Thi đua, khen thưởng",
    "Tôn giáo", "Trồng trọt", "Chăn nuôi", "Hoạt động xây dựng", "Tiếp công dân",
)  # fmt: skip
PROCEDURE_VERBS = ("Đăng ký", "Cấp lại", "Xác nhận", "Điều chỉnh", "Công nhận", "Cấp bản sao", "Gia hạn", "Chấm dứt")
PROCEDURE_OBJECTS = (
    "việc sinh cho trẻ em", "quan hệ giám hộ", "hộ tham gia mô hình trồng rau", "danh hiệu gia đình văn hóa",
    "chuyển đổi cây trồng trên đất lúa", "trợ cấp hằng tháng", "chữ ký trong giấy tờ", "sinh hoạt tín ngưỡng",
    "giấy phép xây dựng nhà ở riêng lẻ", "mai táng phí", "thẻ người khuyết tật", "biến động thửa đất",
    "kê khai chăn nuôi", "trích lục hồ sơ cũ", "thân nhân người có công", "tình trạng nhà ở",
)  # fmt: skip
PAPERS = (
    "Tờ khai theo mẫu", "Bản sao giấy tờ chứng minh nhân thân", "Văn bản ủy quyền (khi nộp thay)", "Biên bản họp gia đình",
    "Sơ đồ vị trí có xác nhận của tổ trưởng", "Ảnh chụp hiện trạng", "Giấy xác nhận của cơ sở y tế",
    "Bản cam kết có chữ ký của chủ hộ",
)  # fmt: skip
LAWS = (
    ("60/2014/QH13", "Luật Hộ tịch", "Quốc hội", "20/11/2014", "01/01/2016"),
    ("61/2018/NĐ-CP", "Cơ chế một cửa, một cửa liên thông", "Chính phủ", "23/4/2018", "21/6/2018"),
    ("45/2020/NĐ-CP", "Thực hiện thủ tục hành chính trên môi trường điện tử", "Chính phủ", "08/4/2020", "22/5/2020"),
    ("02/2016/QH14", "Luật Tín ngưỡng, tôn giáo", "Quốc hội", "18/11/2016", "01/01/2018"),
    ("31/2024/QH15", "Luật Đất đai", "Quốc hội", "18/01/2024", "01/8/2024"),
)
