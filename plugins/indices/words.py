"""Words of the pages of indices that depend on a record; all others are the theme's."""

from plugins.model.indices import IndexStatus

TITLE = "Các chỉ số cải cách hành chính"
DESCRIPTION = "PAR INDEX, SIPAS, PAPI, PCI, DTI, Bộ chỉ số 766: đo gì, ai công bố, kết quả qua các năm."
ONE_TITLE = "{short} – {name}"
ONE_DESCRIPTION = "{short} đo gì, ai công bố, kết quả các năm {years}, bảng số liệu và biểu đồ."
PUBLISHER, MEASURES, PARTS, SCALE, SOURCES = "Cơ quan công bố", "Đo điều gì", "Nội dung thành phần", "Thang điểm", "Căn cứ"
SCALE_ONE = "{name}"
SCALE_SINCE = "{name} từ năm {since}"
BREAK = "Từ năm {year}: {why}"
CHART = "{short}, {years}"
CHART_PART = "{short}, thang {scale}, {years}"
ALT = "Biểu đồ đường: {series}. Mọi số liệu ở bảng ngay dưới.{breaks}"
ALT_BREAKS = " Vạch đứng ở năm {years} là chỗ chuỗi số liệu bị ngắt."
AXES = "Trục bên trái: thang {left}; trục bên phải: thang {right}"
AND = " và "
COUNTRY = "Cả nước"
LATEST = "{series}, năm {year}: {value}"
WITH_UNIT = {"%": "{value}%", "điểm": "{value} điểm"}
STATUS = {IndexStatus.PUBLISHED: "", IndexStatus.DERIVED: "suy ra", IndexStatus.OWN: "đơn vị tính"}
CSV_HEAD = ("index", "series", "year", "value", "scale", "status", "source")
