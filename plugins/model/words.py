"""Every message of the gate in one table: code → does it stop the build, what is wrong, how it should look."""

from typing import NamedTuple


class Rule(NamedTuple):
    """``what`` and ``remedy`` are filled with the facts of a problem."""

    stops: bool
    what: str
    remedy: str


_DATE_REMEDY = "viết ngày trước, ví dụ 24/5/2026 08:30 hoặc 2026-05-24 08:30"

RULES: dict[str, Rule] = {
    # — tệp và mã hóa —
    "file-empty": Rule(True, "Tệp rỗng, không có nội dung", "viết phần đầu (title, date, category) và nội dung, hoặc xóa tệp"),
    "file-too-large": Rule(True, "Tệp nặng {size}", "mỗi bài tối đa {limit}; tách bài hoặc đưa phần dài thành tệp đính kèm"),
    "file-unreadable": Rule(True, "Không đọc được tệp ({reason})", "kiểm tra quyền đọc của tệp rồi chạy lại"),
    "file-changed": Rule(True, "Tệp bị thay đổi hoặc biến mất trong lúc đang đọc", "lưu tệp xong rồi chạy lại"),
    "file-kind": Rule(True, "Tệp '{name}' không phải bài viết Markdown", "thư mục này chỉ nhận tệp .md, ảnh và tài liệu đính kèm; đổi sang .md hoặc chuyển đi"),
    "file-place": Rule(True, "Tệp .md nằm ngoài các thư mục nội dung", "chuyển vào một trong các thư mục: {folders}"),
    "file-special": Rule(True, "'{name}' không phải tệp thường (ống, thiết bị, ổ cắm)", "xóa nó khỏi thư mục nội dung"),
    "file-name": Rule(True, "Tên tệp không hợp lệ: '{name}'", "đặt tên không có ký tự điều khiển, ví dụ 2026-03-02-ten-bai.md"),
    "file-leftover": Rule(False, "Tệp tạm '{name}' được bỏ qua, không đăng", "xóa tệp tạm do Word, Windows hoặc trình soạn thảo để lại"),
    "folder-unknown": Rule(False, "Thư mục '{name}' chưa được dùng, mọi tệp trong đó không được đăng", "các thư mục được dùng: {folders}"),
    "link-outside": Rule(True, "Liên kết tượng trưng (symlink) trỏ ra ngoài hoặc thành vòng lặp", "chép tệp thật vào thư mục nội dung"),
    "link-dangling": Rule(False, "Liên kết tượng trưng (symlink) trỏ tới tệp không tồn tại, bị bỏ qua", "xóa liên kết này"),
    "encoding-not-utf8": Rule(True, "Tệp không phải UTF-8 ({guess})", "mở bằng Notepad, chọn Lưu thành (Save As), Mã hóa (Encoding): UTF-8"),
    "control-character": Rule(True, "Có ký tự điều khiển không nhìn thấy {shown}", "xóa ký tự này (thường do dán từ PDF), gõ lại dòng"),
    "bidi-character": Rule(True, "Có ký tự đảo chiều chữ {shown}, có thể giả mạo tên", "xóa ký tự này, gõ lại dòng"),
    "invisible-removed": Rule(False, "Đã bỏ {count} ký tự ẩn (độ rộng bằng 0, gạch nối mềm)", "không cần làm gì; nên dán dạng văn bản thuần từ lần sau"),
    "marks-flood": Rule(True, "Một chữ cái mang quá nhiều dấu", "gõ lại chữ này"),
    "mojibake": Rule(False, "Chữ có vẻ bị vỡ mã: '{sample}'", "có lẽ là '{likely}'; mở lại văn bản gốc và dán lại"),
    "legacy-font": Rule(False, "Chữ có vẻ gõ bằng phông cũ {font}: '{sample}'", "chuyển văn bản sang Unicode rồi dán lại"),
    "replacement-character": Rule(False, "Có ký tự thay thế � do mất chữ khi chuyển mã", "mở văn bản gốc và gõ lại chữ bị mất"),
    "private-character": Rule(False, "Có ký tự riêng của phông {shown} (thường là dấu đầu dòng của Word)", "thay bằng '-' hoặc '+'"),
    "lookalike-letter": Rule(False, "Từ '{word}' lẫn chữ cái của bảng chữ khác ({shown})", "gõ lại từ này bằng bàn phím tiếng Việt"),
    # — phần đầu bài —
    "matter-missing": Rule(True, "Không có phần đầu bài (title, date, category)", "bắt đầu tệp bằng dòng ---, các dòng 'title: …', 'date: …', 'category: …', rồi dòng ---"),
    "matter-unclosed": Rule(True, "Phần đầu bài mở bằng --- nhưng không có dòng --- đóng lại", "thêm một dòng --- ngay sau khóa cuối cùng"),
    "matter-yaml": Rule(True, "Phần đầu bài không đọc được: {reason}", "đặt giá trị có dấu hai chấm hoặc ký tự đặc biệt trong ngoặc kép, ví dụ title: \"Hỏi: nộp ở đâu?\""),
    "matter-not-a-key": Rule(True, "Dòng '{line_text}' không phải 'khóa: giá trị'", "để một dòng trống giữa phần đầu và nội dung bài"),
    "matter-nested": Rule(True, "Giá trị của '{key}' không phải chữ hoặc danh sách", "viết trên một dòng, các mục cách nhau bằng dấu phẩy"),
    "key-unknown": Rule(True, "Khóa lạ '{key}'", "{hint}Các khóa được dùng: {keys}"),
    "key-forbidden": Rule(True, "Khóa '{key}' không được dùng: địa chỉ và mẫu trang do chương trình đặt", "bỏ dòng này; muốn đổi địa chỉ hãy dùng slug"),
    "key-twice": Rule(True, "Khóa '{key}' được viết hai lần (lần đầu ở dòng {first})", "giữ lại một dòng"),
    "key-missing": Rule(True, "Thiếu '{key}' ({label})", "thêm dòng '{key}: {example}'"),
    "value-empty": Rule(True, "'{key}' để trống", "viết giá trị, ví dụ '{key}: {example}', hoặc bỏ dòng này"),
    "title-letters": Rule(True, "Tiêu đề '{value}' không có chữ nào", "viết tiêu đề bằng chữ"),
    "title-long": Rule(True, "Tiêu đề dài {length} ký tự", "rút xuống dưới {limit} ký tự, phần còn lại đưa vào summary"),
    "title-html": Rule(False, "Tiêu đề có mã HTML, sẽ hiện nguyên văn", "viết tiêu đề bằng chữ thường, không có thẻ"),
    "date-form": Rule(True, "Ngày '{value}' không đọc được", _DATE_REMEDY),
    "date-short-year": Rule(True, "Ngày '{value}' viết năm hai chữ số", "viết đủ bốn chữ số của năm, ví dụ 05/06/2026"),
    "date-impossible": Rule(True, "Ngày '{value}' không có thật", _DATE_REMEDY),
    "date-year": Rule(True, "Năm trong '{value}' nằm ngoài 1945–2100", _DATE_REMEDY),
    "updated-before-date": Rule(True, "Ngày cập nhật sớm hơn ngày đăng", "sửa updated hoặc date cho đúng thứ tự"),
    "expires-before-date": Rule(True, "Ngày hết hạn sớm hơn ngày đăng", "sửa expires hoặc date cho đúng thứ tự"),
    "category-unknown": Rule(True, "Không có chuyên mục '{value}'", "có phải '{nearest}'? Các chuyên mục: {choices}"),
    "category-twice": Rule(True, "Chuyên mục '{value}' ghi hai lần", "ghi mỗi chuyên mục một lần"),
    "status-unknown": Rule(True, "Trạng thái lạ '{value}'", "viết status: published (đăng) hoặc status: draft (nháp); có phải '{nearest}'?"),
    "yes-or-no": Rule(True, "'{key}: {value}' không phải có hoặc không", "viết '{key}: có' hoặc bỏ dòng này"),
    "number-form": Rule(True, "'{key}: {value}' không phải số", "viết một số, ví dụ '{key}: {example}'"),
    "slug-form": Rule(True, "Địa chỉ (slug) '{value}' không hợp lệ", "chỉ dùng a-z, 0-9 và gạch nối, tối đa 100 ký tự, ví dụ ke-hoach-cchc-2026"),
    "slug-from-name": Rule(True, "Tên tệp '{name}' không tạo được địa chỉ", "đặt lại tên tệp bằng chữ, ví dụ 2026-03-02-ten-bai.md, hoặc thêm slug"),
    "id-form": Rule(True, "Mã bài (id) '{value}' không hợp lệ", "giữ nguyên id do 'make new' ghi, dạng tag:ten-mien,2026:tin-tuc/ten-bai"),
    "tags-many": Rule(True, "Có {count} thẻ (tags)", "giữ tối đa {limit} thẻ"),
    "tag-form": Rule(True, "Thẻ '{value}' không có chữ hoặc dài quá 60 ký tự", "viết thẻ ngắn bằng chữ, cách nhau bằng dấu phẩy"),
    "url-form": Rule(True, "Địa chỉ '{value}' ở '{key}' không phải http(s)", "viết đầy đủ, ví dụ https://chinhphu.vn/…"),
    "text-long": Rule(True, "'{key}' dài {length} ký tự", "rút xuống dưới {limit} ký tự"),
    "caption-without-image": Rule(False, "Có '{key}' nhưng không có ảnh (image)", "thêm dòng image: hinh-anh/… hoặc bỏ '{key}'"),
    "image-alt-missing": Rule(False, "Ảnh chưa có lời mô tả cho người khiếm thị", "thêm {how}"),
    # — nội dung bài —
    "body-empty": Rule(True, "Bài chỉ có phần đầu, không có nội dung", "viết nội dung sau phần đầu bài"),
    "body-brackets": Rule(True, "Dòng có quá nhiều dấu '{mark}'", "xóa phần lặp; mỗi dòng tối đa {limit} dấu"),
    "body-nesting": Rule(True, "Nội dung lồng nhau quá {limit} cấp", "bớt cấp lùi đầu dòng"),
    "body-line-long": Rule(True, "Dòng dài {length} ký tự", "xuống dòng để chia đoạn; mỗi dòng tối đa {limit} ký tự"),
    "table-long": Rule(True, "Bảng có {rows} dòng", "tối đa {limit} dòng trong bài; đưa bảng dài thành tệp .xlsx đính kèm"),
    "comment-unclosed": Rule(True, "Ghi chú '<!--' không có '-->' đóng lại", "đóng hoặc xóa ghi chú"),
    "comment-removed": Rule(False, "Ghi chú ẩn <!-- … --> đã được bỏ khỏi trang", "không cần làm gì; ghi chú nội bộ không nên để trong bài"),
    "html-removed": Rule(False, "Đã bỏ mã không được phép: {what}", "chỉ dùng chữ, bảng, danh sách, liên kết, ảnh"),
    # — liên kết, ảnh, tệp đính kèm —
    "target-missing": Rule(True, "Không tìm thấy '{target}'", "kiểm tra tên tệp trong thư mục nội dung{hint}"),
    "target-outside": Rule(True, "'{target}' trỏ ra ngoài thư mục nội dung", "chép tệp vào hinh-anh/ hoặc tai-lieu/ rồi viết lại đường dẫn"),
    "target-case": Rule(True, "'{target}' khác chữ hoa, chữ thường với tệp '{actual}'", "viết đúng như tên tệp"),
    "target-withheld": Rule(True, "Liên kết tới '{target}' đang {standing}, chưa công khai", "bỏ liên kết, hoặc đăng bài kia trước"),
    "target-local": Rule(True, "'{target}' là địa chỉ trên máy của bạn", "chép tệp vào hinh-anh/ hoặc tai-lieu/ rồi viết lại đường dẫn"),
    "target-scheme": Rule(False, "Liên kết '{target}' không được phép, đã bỏ", "chỉ dùng http, https, mailto, tel hoặc tệp trong nội dung"),
    "target-not-published": Rule(True, "'{target}' không phải ảnh hay tài liệu được đăng", "các loại tệp được đăng: {kinds}"),
    "anchor-missing": Rule(False, "Trong '{target}' không có mục '#{anchor}'", "các mục: {anchors}"),
    "image-elsewhere": Rule(False, "Ảnh lấy từ máy chủ khác: {target}", "tải ảnh về, đặt vào hinh-anh/"),
    "image-kind": Rule(True, "'{target}' không phải ảnh", "dùng .jpg, .png, .webp, .avif, .gif hoặc .svg"),
    "asset-kind": Rule(True, "Loại tệp '{name}' không được đăng", "các loại tệp được đăng: {kinds}"),
    "asset-content": Rule(True, "'{name}' không phải tệp {kind} thật", "lưu lại đúng định dạng từ chương trình gốc"),
    "asset-active": Rule(True, "'{name}' chứa mã chạy được ({what})", "lưu lại thành tệp không có macro, script"),
    "asset-large": Rule(True, "'{name}' nặng {size}", "nén hoặc tách tệp, tối đa {limit}"),
    "asset-empty": Rule(True, "'{name}' rỗng", "chép lại tệp từ bản gốc"),
    "asset-metadata": Rule(False, "'{name}' còn ghi {what}", "xóa thông tin cá nhân trong thuộc tính tệp trước khi đăng"),
    "asset-cleaned": Rule(False, "'{name}' có thông tin ẩn ({what}), đã được bỏ khi đăng", "không cần làm gì"),
    "asset-same-address": Rule(True, "'{name}' và '{other}' cùng một địa chỉ khi đăng", "đổi tên một tệp"),
    # — giữa các bài —
    "address-twice": Rule(True, "Trùng địa chỉ '{address}' với {other}", "đổi slug hoặc tên tệp của một trong hai"),
    "title-twice": Rule(True, "Trùng tiêu đề và ngày với {other}", "xóa bản thừa, hoặc đổi tiêu đề"),
    "id-twice": Rule(True, "Trùng mã bài (id) với {other}", "xóa dòng id của bài chép lại"),
    "tag-spelling": Rule(False, "Thẻ '{tag}' cũng được viết là '{other}' ({where})", "thống nhất một cách viết"),
    # — hồ sơ đơn vị site.toml —
    "profile-missing": Rule(True, "Không có tệp site.toml", "chép site.toml mẫu vào thư mục nội dung rồi sửa"),
    "profile-toml": Rule(True, "site.toml sai cú pháp: {reason}", "mỗi dòng là 'khóa = \"giá trị\"'; chữ đặt trong ngoặc kép"),
    "profile-key": Rule(True, "Khóa lạ '{key}'", "có phải '{nearest}'? Bỏ hoặc sửa dòng này"),
    "profile-value-missing": Rule(True, "Thiếu '{key}'", "{remedy}"),
    "profile-value": Rule(True, "'{key}' = '{value}' không hợp lệ", "{remedy}"),
}
