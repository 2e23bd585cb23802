"""Messages of plans and scoring sheets; they stand among those of :mod:`plugins.model.words`."""

from plugins.model.rule import Rule

PLAN_RULES: dict[str, Rule] = {
    # — kế hoạch tuyên truyền, tiêu chí chấm điểm —
    "toml-syntax": Rule(True, "Tệp sai cú pháp TOML: {reason}", "mỗi dòng là 'khóa = \"giá trị\"'; chữ, ngày đặt trong ngoặc kép; mỗi bảng mở bằng [[tên]]"),
    "toml-missing": Rule(True, "Thiếu '{key}' ({label})", "thêm dòng '{key} = {example}'"),
    "toml-kind": Rule(True, "Giá trị của '{key}' không đúng kiểu", "viết như: {key} = {example}"),
    "toml-tables": Rule(True, "'{key}' phải là các bảng", "mỗi mục mở đầu bằng một dòng [[{key}]] (trong bảng khác thì [[bảng.{key}]])"),
    "plan-file": Rule(True, "Tệp '{name}' trong ke-hoach/ không phải kế hoạch của một năm", "đặt tên tệp là năm, ví dụ ke-hoach/2026.toml; tệp khác chuyển vào tai-lieu/"),
    "plan-number": Rule(True, "'{value}' không phải số, ký hiệu của kế hoạch", "viết như: number = \"31/KH-UBND\"; số còn để trống thì ghi status = \"draft\" và một số tạm"),
    "plan-year": Rule(True, "Kế hoạch năm {year} ghi ngày ký {date}", "sửa date, hoặc đổi tên tệp theo đúng năm của kế hoạch"),
    "plan-empty": Rule(True, "Kế hoạch không có nhiệm vụ nào", "thêm ít nhất một bảng [[task]]"),
    "plan-many": Rule(True, "Kế hoạch có {count} nhiệm vụ", "tối đa {limit} nhiệm vụ"),
    "plan-code": Rule(True, "Mã nhiệm vụ '{value}' không hợp lệ", "bắt đầu bằng chữ số, tối đa 8 ký tự a-z, 0-9, dấu chấm, ví dụ 03 hoặc 2.1"),
    "plan-code-twice": Rule(True, "Mã nhiệm vụ {value} đã có ở dòng {first}", "mỗi nhiệm vụ một mã"),
    "plan-form": Rule(True, "Hình thức lạ '{value}'", "có phải '{nearest}'? Các hình thức: {choices}"),
    "plan-minimum": Rule(True, "Số lượng tối thiểu '{value}' không dùng được", "viết số nguyên từ 1 đến {limit}, ví dụ minimum = 12; kế hoạch không nêu số lượng thì bỏ dòng này"),
    "plan-per": Rule(True, "'{value}' không phải kỳ tính số lượng", "viết một trong: {choices}"),
    "plan-deadline": Rule(True, "Hạn {value} của nhiệm vụ {code} không thể có: kế hoạch ký ngày {date}, là kế hoạch năm {year}", "sửa deadline cho nằm từ ngày ký đến hết năm của kế hoạch"),
    "plan-done-date": Rule(True, "Việc đã làm ghi ngày {value}", "ghi ngày từ {first} đến {last}; việc chưa làm thì chưa ghi"),
    "task-form": Rule(True, "'{value}' không phải mã nhiệm vụ của kế hoạch", "viết năm, gạch nối, mã nhiệm vụ, ví dụ 2026-03; nhiều nhiệm vụ thì cách nhau bằng dấu chấm phẩy"),
    "task-unknown": Rule(True, "Không có nhiệm vụ '{value}' trong kế hoạch", "các nhiệm vụ: {choices}"),
    "task-date": Rule(False, "Mục này ngày {date} nhưng ghi là thực hiện nhiệm vụ {value} của kế hoạch năm {year}", "kiểm tra năm ở khóa task"),
    "criterion-none": Rule(True, "Bảng điểm không có tiêu chí nào", "thêm ít nhất một bảng [[criterion]]"),
    "criterion-twice": Rule(True, "Mã tiêu chí {value} đã có ở dòng {first}", "mỗi tiêu chí một mã"),
    "criterion-number": Rule(True, "'{value}' không phải số", "viết số với dấu phẩy thập phân trong ngoặc kép, ví dụ \"0,5\""),
    "criterion-measure": Rule(True, "Cách đo lạ '{value}'", "có phải '{nearest}'? Các cách đo: {choices}"),
    "criterion-key": Rule(True, "Khóa '{key}' không dùng cho cách đo '{measure}'", "bỏ dòng này, hoặc sửa measure"),
    "criterion-rule": Rule(True, "Không đọc được cách tính điểm '{clause}'", "viết như: ≥ 100 % = 1; 90 % – < 100 % = 0,5; < 90 % = 0; số lẻ viết dấu phẩy, điểm theo tỷ lệ thì viết = tỷ lệ"),
    "criterion-unit": Rule(True, "Cách tính điểm '{clause}' phải {unit} dấu % theo cách đo của tiêu chí", "tỷ lệ thì viết %, số đếm thì không"),
    "criterion-points": Rule(True, "Cách tính '{clause}' cho quá số điểm tối đa {most}", "sửa điểm trong rule hoặc sửa points"),
    "criterion-overlap": Rule(True, "Cách tính điểm chồng nhau: hai vế cùng tính khoảng {part}", "viết lại để mỗi giá trị thuộc đúng một vế"),
    "criterion-hole": Rule(True, "Cách tính điểm bỏ trống: không vế nào tính khoảng {part}", "thêm vế cho khoảng này"),
    "criterion-period": Rule(True, "Kỳ '{value}' không đọc được", "viết 2026, 2026-H1, 2026-Q2 hoặc 2026-03"),
    "criterion-period-twice": Rule(True, "Kỳ {value} có hai số tự nhập", "giữ lại một"),
    "criterion-value": Rule(True, "Số tự nhập {value} lớn hơn 100 %", "ghi tỷ lệ từ 0 đến 100"),
}
