"""Saved pages of portals of several makers: where each keeps its title, moment, lead, author, captions, and its own tools."""

import pytest

from tests.importers.news.writing import photo

LEAD = "Sáng ngày 22/5/2022, Ủy ban nhân dân xã tổ chức hội nghị sơ kết công tác cải cách hành chính năm tháng đầu năm, với 14 thôn tham dự."
TEXT = "Theo báo cáo, tỷ lệ hồ sơ giải quyết đúng hạn đạt 99,2%, tăng 1,1 điểm phần trăm so với cùng kỳ năm trước; 8.412 hồ sơ được nộp trực tuyến."
END = "Kết luận hội nghị, đồng chí Chủ tịch yêu cầu các đơn vị tiếp tục số hóa hồ sơ, kết quả giải quyết thủ tục hành chính."
PIXEL = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"


@pytest.fixture
def page(take, tmp_path):
    """The item of a page whose body is given; a picture lies beside it."""

    def call(body: str, head: str = ""):
        (tmp_path / "anh.jpg").write_bytes(photo(300, 200))
        return take(f'<!DOCTYPE html><html><head><meta charset="utf-8">{head}</head><body>{body}</body></html>', "trang.html")

    return call


def test_a_liferay_page_with_lazy_picture_tools_files_and_ratings(page):
    tools = '<div><a href="javascript:print()">Bản in</a> | <a href="#">Gửi email</a> | <span>Cỡ chữ</span> <a>A-</a> <a>A+</a></div>'
    text = f'<div class="journal-content-article"><p><b>{LEAD}</b></p><p><img data-src="anh.jpg" src="{PIXEL}"></p><p><em>Quang cảnh hội nghị</em></p><p>{TEXT}</p><p>{END}</p><p><b>Tin, ảnh: Hải Yến</b></p></div>'
    below = '<div><b>File đính kèm:</b> <a href="https://xa.example/bc.pdf">bc.pdf</a></div><div>Đánh giá bài viết: <i>1</i><i>2</i> (0 lượt đánh giá)</div><h4>Tin liên quan</h4><ul><li><a href="/1">Bài cũ</a></li></ul>'
    found = page(f"<h3>Hội nghị sơ kết cải cách hành chính</h3><div>(Cập nhật: 08:30 | 24/05/2022)</div>{tools}{text}{below}", "<title>Hội nghị sơ kết cải cách hành chính - Cổng TTĐT</title>")
    assert (found.values["date"], found.values["author"], found.values["summary"], found.values["image_caption"]) == ("24/05/2022 08:30", "Hải Yến", LEAD, "Quang cảnh hội nghị")
    assert found.paragraphs() == [TEXT, END, "**File đính kèm:** [bc.pdf](https://xa.example/bc.pdf)"]


def test_a_sharepoint_page_with_a_caption_in_the_second_row(page):
    picture = '<table align="center"><tr><td><img src="anh.jpg"></td></tr><tr><td>Các đại biểu dự hội nghị</td></tr></table>'
    signed = '<tr><td align="right">Tác giả: Đỗ Mạnh Cường</td></tr><tr><td>Theo Báo Sơn Giang</td></tr><tr><td><span>Gửi cho bạn bè</span> <span>In trang</span></td></tr>'
    rows = f'<tr><td class="tieude">Xã sơ kết năm tháng</td></tr><tr><td>Thứ Ba, 24/5/2022, 8:30 (GMT+7)</td></tr><tr><td class="trichdan lead">{LEAD}</td></tr><tr><td>{picture}<div>{TEXT}</div><div>{END}</div></td></tr>{signed}'
    found = page(f'<form id="aspnetForm"><input type="hidden" name="__VIEWSTATE" value="/wEP"><table>{rows}</table></form>', "<title>Chi tiết tin</title>")
    assert {key: found.values[key] for key in ("title", "date", "author", "source", "image_caption")} == {
        "title": "Xã sơ kết năm tháng",
        "date": "24/05/2022 08:30",
        "author": "Đỗ Mạnh Cường",
        "source": "Báo Sơn Giang",
        "image_caption": "Các đại biểu dự hội nghị",
    }
    assert found.paragraphs() == [TEXT, END]


def test_a_joomla_page_with_icons_between_title_and_moment(page):
    icons = '<td><a href="x"><img src="/images/M_images/pdf_button.png" alt="PDF"></a></td><td><a href="x"><img src="/images/M_images/printButton.png" alt="In"></a></td>'
    head = f'<table><tr><td class="contentheading">Mở lớp bồi dưỡng công chức</td>{icons}</tr></table>'
    told = '<tr><td><span>Viết bởi Quản trị viên</span></td></tr><tr><td>Thứ sáu, 10 Tháng 6 2022 09:15</td></tr>'
    end = '<tr><td>Lần cập nhật cuối lúc Thứ sáu, 10 Tháng 6 2022 09:30</td></tr></table><div>&lt; Lùi Tiếp theo &gt;</div>'
    found = page(f"{head}<table>{told}<tr><td><p>{TEXT}</p><p>{END}</p><p>Tác giả: Lê Thu</p></td></tr>{end}", "<title>Mở lớp bồi dưỡng công chức</title>")
    assert (found.values["date"], found.values["author"]) == ("10/06/2022 09:15", "Lê Thu")
    assert found.paragraphs() == [TEXT, END]


def test_a_wordpress_page_whose_lead_is_a_heading_and_whose_hour_is_that_of_greenwich(page):
    head = '<title>Ngày thứ bảy vì dân – UBND xã</title><meta property="og:title" content="Ngày thứ bảy vì dân"><meta property="article:published_time" content="2024-03-16T02:10:00+00:00"><meta name="author" content="admin">'
    top = '<header><h1>Ngày thứ bảy vì dân</h1><div><span>16 Tháng Ba, 2024</span> <span>bởi <a href="/a">admin</a></span></div></header>'
    figure = f'<figure><img src="{PIXEL}" data-lazy-src="https://xa.example/a.jpg"><figcaption>Người dân làm thủ tục</figcaption></figure>'
    below = "<h3>Chia sẻ:</h3><ul><li>Twitter</li></ul><h3>Có liên quan</h3><p>Bài X</p>"
    found = page(f'<main><article>{top}<div class="entry-content"><h2>{LEAD}</h2>{figure}<p>{TEXT}</p><h3>Kết quả</h3><p>{END}</p>{below}</div></article></main>', head)
    assert (found.values["title"], found.values["date"], found.values["summary"]) == ("Ngày thứ bảy vì dân", "16/03/2024 09:10", LEAD)
    assert "author" not in found.values
    assert found.paragraphs() == ["Người dân làm thủ tục", TEXT, "## Kết quả", END]
    told = found.read.notes.decide
    assert any("https://xa.example/a.jpg" in sentence for sentence in told)
    assert any("Lời chú thích" in sentence and "Người dân làm thủ tục" in sentence for sentence in told)


def test_an_author_above_the_text_and_keywords_below_it(page):
    meta = '<ul><li>Thứ tư - 17/08/2022 21:03</li><li>Tác giả: Nguyễn Thị Minh</li><li>Đã xem: 120</li></ul>'
    below = "<p>Từ khóa: dịch vụ công, một cửa</p><div>Tổng số điểm của bài viết là: 0 trong 0 đánh giá</div><p>Click để đánh giá bài viết</p><p>Ý kiến bạn đọc</p>"
    found = page(f'<h1>Khai trương điểm hỗ trợ</h1>{meta}<div class="sapo"><p>{LEAD}</p></div><p>{TEXT}</p><p>{END}</p>{below}')
    assert (found.values["date"], found.values["author"], found.values["summary"]) == ("17/08/2022 21:03", "Nguyễn Thị Minh", LEAD)
    assert found.paragraphs() == [TEXT, END]


def test_a_data_table_inside_a_layout_table_stays_one(page):
    grid = '<table border="1"><tr><td>Xã</td><td>Nhận</td></tr><tr><td>Đồng Tâm</td><td>10</td></tr></table>'
    found = page(f"<table><tr><td><h1>Kết quả tháng 5</h1><p>02-06-2021 14h05</p><p>{TEXT}</p>{grid}<p>{END}</p></td></tr></table>")
    assert found.paragraphs() == [TEXT, "| Xã | Nhận |\n| --- | --- |\n| Đồng Tâm | 10 |", END]


def test_a_stamp_with_tools_behind_it_and_a_button_below_the_signature(page):
    told = "<p>14:05 - 03/06/2022 <i></i> 1.024 lượt xem <span>Cỡ chữ: <a>A-</a> <a>A</a> <a>A+</a></span></p>"
    text = f'<p class="detail-sapo">{LEAD}</p><p><img src="anh.jpg"><br><em>Lực lượng ra quân</em></p><p>{TEXT}</p><p>{END}</p><p><b>Hoàng Mai – Đức Huy</b></p>'
    found = page(f'<h2>Ra quân Tháng cao điểm</h2>{told}{text}<div class="rating"><span>Rất hữu ích</span></div><h3>TIN CÙNG CHUYÊN MỤC</h3><p>Bài khác</p>', "<title>Ra quân Tháng cao điểm | Cổng thông tin</title>")
    assert {key: found.values[key] for key in ("date", "author", "summary", "image_caption")} == {
        "date": "03/06/2022 14:05",
        "author": "Hoàng Mai – Đức Huy",
        "summary": LEAD,
        "image_caption": "Lực lượng ra quân",
    }
    assert found.paragraphs() == [TEXT, END, "Rất hữu ích"]  # what is not known is left to the editor


def test_what_a_page_shows_in_a_window_is_told(page):
    found = page(f'<article><h1>Công bố danh mục</h1><p>1/7/2025</p><p>{TEXT}</p><iframe src="https://xa.example/a.pdf"></iframe><video><source src="b.mp4"></video><iframe src="https://facebook.com/like"></iframe><p>{END}</p></article>')
    assert found.paragraphs() == [TEXT, END]
    (told,) = [sentence for sentence in found.read.notes.decide if "nhúng" in sentence]
    assert "2 tệp hoặc video" in told
    assert "https://xa.example/a.pdf" in told


def test_a_page_that_only_lists_others_is_told(page):
    listed = "".join(f'<li><a href="{i}">Tin số {i} về cải cách hành chính</a> <span>(0{i}/05/2022)</span></li>' for i in range(1, 9))
    told = page(f"<ul>{listed}</ul>", "<title>Tin tức</title>").read.notes.decide
    assert any("danh sách tin" in sentence for sentence in told)
    assert any("tên của trang cũ" in sentence for sentence in told)


def test_lines_that_a_program_cut_in_the_file_are_no_lines_of_the_text(page):
    cut = TEXT.replace(", ", ",\r\n        ")
    found = page(f"<h1>Hội nghị\n  sơ kết</h1><p>24/5/2022</p><p>{cut}</p><pre>Dòng một\nDòng hai</pre><p>{END}</p>")
    assert found.values["title"] == "Hội nghị sơ kết"
    assert found.paragraphs() == [TEXT, "Dòng một", "Dòng hai", END]


def test_the_letterhead_of_a_page_with_cut_lines_is_known(page):
    left, right = "UỶ BAN NHÂN DÂN<br>\nXÃ ĐỒNG\nTÂM<br>Số: 112/TB-UBND", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA\nVIỆT NAM<br>Độc lập - Tự do -\nHạnh phúc<br>Đồng Tâm, ngày 3\ntháng 7 năm 2026"
    found = page(f"<table><tr><td>{left}</td><td>{right}</td></tr></table><p><b>THÔNG BÁO</b></p><p><b>Về việc niêm yết\nthủ tục</b></p><p>Căn cứ Luật;</p><p>{END}</p>")
    assert {key: found.values[key] for key in ("number", "title", "date", "issuer")} == {
        "number": "112/TB-UBND",
        "title": "Về việc niêm yết thủ tục",
        "date": "03/07/2026",
        "issuer": "Uỷ ban nhân dân xã Đồng Tâm",
    }


def test_footnotes_of_a_page_of_libreoffice(page):
    mark = '<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a>'
    note = '<div id="sdfootnote1"><p class="sdfootnote"><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a>Theo báo\ncáo quý.</p></div>'
    found = page(f'<h1>Kết quả quý II</h1><p>1/7/2026</p><p>{TEXT}{mark}</p><p><img src="anh.jpg" alt="Frame1"> {END}</p>{note}')
    assert found.paragraphs() == [f"{TEXT}[^1]", END, "[^1]: Theo báo cáo quý."]
    assert "image_alt" not in found.values  # "Frame1" says nothing
