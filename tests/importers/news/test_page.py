"""Saved pages of old portals: what is the article comes, what is the portal stays away."""

from email.mime.image import MIMEImage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText

import pytest

from importers.news.item import Wishes
from tests.importers.news.writing import photo

ASP = """<!-- saved from url=(0048)http://phuongcu.example/tin-tuc/chi-tiet/123.aspx -->
<html><head><meta charset="utf-8"><title>Phường ra mắt tổ công nghệ số - Trang thông tin phường Cũ</title>
<style><!-- p.MsoNormal, li.MsoNormal {margin:0; font-family:".VnTime";} --></style><script>track('x')</script></head>
<body onload="alert(1)"><form id="aspnetForm" action="x"><input type=hidden value="__VIEWSTATE">
<table width=1000><tr><td colspan=2><img src="banner.jpg"><a href="/">Trang chủ</a> | <a href="/gt">Giới thiệu</a> | <a href="/lh">Liên hệ</a></td></tr>
<tr><td width=200><table><tr><td><a href="/a">Tin trong phường</a></td></tr><tr><td><a href="/b">Cải cách hành chính</a></td></tr></table>Tìm kiếm tin tức</td>
<td><table><tr><td><span class="title">Phường ra mắt tổ công nghệ số</span></td></tr><tr><td><i>Cập nhật: 10:43 | 30/05/2022</i> - Lượt xem: 215</td></tr>
<tr><td><span class="sapo">Sáng 29/5, UBND phường ra mắt 12 tổ công nghệ số cộng đồng ở 12 khu phố trên địa bàn.</span></td></tr>
<tr><td><table><tr><td><img src="cu_files/anh.jpg" alt="anh.jpg"></td></tr><tr><td><em>Quang cảnh buổi ra mắt</em></td></tr></table>
<p class=MsoNormal>Bé phËn tiÕp nhËn vµ tr¶ kÕt qu¶ h­íng dÉn <font face="Arial">người dân</font>.</p>
<p style="font-family:'Times New Roman'">Mỗi tổ có <span style="font-weight:bold">nhiệm vụ</span>:<o:p></o:p></p>
<p>-&nbsp;&nbsp; Hướng dẫn nộp hồ sơ trực tuyến;</p><p>-&nbsp;&nbsp; Cài đặt ứng dụng VNeID;</p>
<p>+&nbsp; Thanh toán phí.<script>alert(2)</script><img src=x onerror=alert(3)><iframe src="//evil.example"></iframe></p>
<div><table border=1><tr><td>Khu phố</td><td>Số tổ viên</td></tr><tr><td>1</td><td>7</td></tr></table></div>
<p>Tệp đính kèm: <a href="/upload/Ke Hoach 12.pdf">Kế hoạch 12</a>, <a href="cu_files/danh%20sach.csv">Danh sách</a>, <a href="javascript:alert(1)">xem</a></p>
<p align=right><b>Thanh Mai</b></p></td></tr>
<tr><td>Các tin khác</td></tr><tr><td><ul><li><a href="/1">Tin một rất dài (20/5/2022)</a></li></ul></td></tr></table></td></tr>
<tr><td colspan=2>Giấy phép số 1/GP. Thống kê truy cập: 100</td></tr></table></form></body></html>"""

LIFERAY = """<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>Lịch trực - Cổng</title>
<meta property="og:title" content="Lịch trực lễ 30/4"><meta property="og:description" content="Ủy ban nhân dân xã phân công lịch trực dịp lễ như sau để bà con biết, liên hệ.">
<meta property="article:published_time" content="2024-04-26T08:15:00+07:00"></head><body><header><div>Cổng TTĐT xã</div></header><nav><ul><li>Trang chủ</li></ul></nav>
<div class="breadcrumb"><a href="/">Trang chủ</a></div><div class="portlet"><h1>Lịch trực lễ 30/4</h1>
<div class="journal-content-article"><p>Ủy ban nhân dân xã phân công lịch trực dịp lễ như sau để bà con biết, liên hệ.</p>
<ol type="a"><li>Ngày 30/4: ông A<ul><li>Sáng<ul><li>từ 7 giờ</li></ul></li></ul></li><li>Ngày 01/5: bà B</li></ol>
<p>Mọi thắc mắc xin gọi số trực của xã, hoặc gửi thư cho bộ phận một cửa theo địa chỉ đã niêm yết tại trụ sở Ủy ban nhân dân xã.</p>
<p>Nguồn: Văn phòng UBND xã</p></div></div><aside>Thời tiết: 30 độ, có mưa rào và dông rải rác trên toàn huyện trong ngày hôm nay</aside><footer>Bản quyền thuộc UBND xã</footer></body></html>"""


@pytest.fixture
def old_page(tmp_path):
    (tmp_path / "cu_files").mkdir()
    (tmp_path / "cu_files" / "anh.jpg").write_bytes(photo(800, 600, gps=True))
    (tmp_path / "cu_files" / "danh sach.csv").write_text("a;b", encoding="utf-8")
    (tmp_path / "cu.html").write_text(ASP, encoding="utf-8")
    return tmp_path / "cu.html"


def test_a_page_of_layout_tables_gives_its_article_and_nothing_of_its_portal(take, old_page):
    found = take(old_page)
    assert found.values == {
        "title": "Phường ra mắt tổ công nghệ số",
        "date": "30/05/2022 10:43",
        "category": "tuyen-truyen",
        "summary": "Sáng 29/5, UBND phường ra mắt 12 tổ công nghệ số cộng đồng ở 12 khu phố trên địa bàn.",
        "author": "Thanh Mai",
        "image": "hinh-anh/2022/phuong-ra-mat-to-cong-nghe-so-1.jpg",
        "image_caption": "Quang cảnh buổi ra mắt",
        "status": "draft",
    }
    assert found.paragraphs() == [
        "Bộ phận tiếp nhận và trả kết quả hướng dẫn người dân.",
        "Mỗi tổ có **nhiệm vụ**:",
        "- Hướng dẫn nộp hồ sơ trực tuyến;",
        "- Cài đặt ứng dụng VNeID;",
        "+ Thanh toán phí.",
        "| Khu phố | Số tổ viên |\n| --- | --- |\n| 1 | 7 |",
        "Tệp đính kèm: [Kế hoạch 12](http://phuongcu.example/upload/Ke%20Hoach%2012.pdf), [Danh sách](tai-lieu/2022/danh-sach.csv), xem",
    ]


def test_no_script_no_handler_and_no_frame_survive(take, old_page):
    text = take(old_page).item.text
    assert not any(bad in text for bad in ("alert", "onerror", "onload", "javascript", "iframe", "evil", "VIEWSTATE", "track("))


def test_files_beside_a_page_come_along_and_those_of_the_portal_are_told(take, old_page):
    found = take(old_page)
    assert sorted(found.item.files) == ["hinh-anh/2022/phuong-ra-mat-to-cong-nghe-so-1.jpg", "tai-lieu/2022/danh-sach.csv"]
    assert any("Kế hoạch 12" in sentence and "tai-lieu/" in sentence for sentence in found.read.notes.decide)
    assert any("GPS" in sentence for sentence in found.read.notes.changed)


def test_a_page_that_tells_of_itself_is_believed(take):
    found = take(LIFERAY, "lich.html", Wishes(category="tuyen-truyen"))
    assert found.values["title"] == "Lịch trực lễ 30/4"
    assert found.values["date"] == "26/04/2024 08:15"
    assert found.values["summary"].startswith("Ủy ban nhân dân xã phân công")
    assert found.values["source"] == "Văn phòng UBND xã"
    assert [p for p in found.paragraphs() if len(p) < 40] == ["a) Ngày 30/4: ông A", "- Sáng", "+ từ 7 giờ", "b) Ngày 01/5: bà B"]
    assert not any(frame in found.item.text for frame in ("Thời tiết", "Bản quyền", "Trang chủ"))


@pytest.mark.parametrize("address", ["../../bi-mat.jpg", "/etc/passwd", "file:///etc/passwd", "..\\..\\bi-mat.jpg", "lien-ket.jpg"])
def test_no_file_outside_the_folder_of_the_page_is_read(take, tmp_path, address):
    (tmp_path / "bi-mat.jpg").write_bytes(photo())
    folder = tmp_path / "a" / "b"
    folder.mkdir(parents=True)
    (folder / "lien-ket.jpg").symlink_to(tmp_path / "bi-mat.jpg")
    page = f'<html><body><h1>Tiêu đề bài thử</h1><p>Đoạn văn của bài.</p><img src="{address}"><p><a href="{address}">tải về</a></p></body></html>'
    (folder / "trang.html").write_text(page, encoding="utf-8")
    assert take(folder / "trang.html").item.files == {}


def test_a_page_that_word_saved_keeps_numbers_bullets_and_footnotes_and_no_property(take):
    page = """<html><head><meta charset=utf-8><meta name=Generator content="Microsoft Word 15"><title>Trần Thị Người Soạn</title></head><body><div class=WordSection1>
    <p class=MsoTitle>Hướng dẫn nộp hồ sơ</p><p class=MsoListParagraph><![if !supportLists]><span style='font-family:Symbol'>·<span>&nbsp;&nbsp;&nbsp; </span></span><![endif]>Nộp trực tuyến<a href="#_ftn1" name="_ftnref1"><sup>[1]</sup></a>;</p>
    <p class=MsoListParagraph>2.1.<span>&nbsp;&nbsp; </span>Nộp tại quầy.</p></div><div><hr><div id=ftn1><p><a href="#_ftnref1" name="_ftn1">[1]</a> Theo Nghị định.</p></div></div></body></html>"""
    found = take(page, "word.htm")
    assert found.values["title"] == "Hướng dẫn nộp hồ sơ"
    assert found.paragraphs() == ["- Nộp trực tuyến[^1];", "2.1. Nộp tại quầy.", "[^1]: Theo Nghị định."]
    assert "Người Soạn" not in found.item.text.replace("word.htm", "")


def saved_as_one_file(page: str, picture: bytes) -> bytes:
    whole = MIMEMultipart("related")
    whole["Snapshot-Content-Location"] = "http://phuongcu.example/tin/5.aspx"
    part = MIMEText(page, "html", "utf-8")
    part["Content-Location"] = "http://phuongcu.example/tin/5.aspx"
    image = MIMEImage(picture)
    image["Content-Location"] = "http://phuongcu.example/anh/1.jpg"
    inline = MIMEImage(photo(500, 400))
    inline["Content-ID"] = "<hai@mhtml>"
    for one in (part, image, inline):
        whole.attach(one)
    return whole.as_bytes()


def test_a_page_saved_as_one_file_comes_with_its_pictures(take):
    page = (
        "<html><title>Đối thoại với hộ kinh doanh</title><body><h1>Đối thoại với hộ kinh doanh</h1><p>03/06/2026 16:20</p><p>Chiều 03/6, UBND phường đối thoại với 45 hộ kinh doanh.</p>"
        '<img src="/anh/1.jpg"><p>Các hộ nêu 12 câu hỏi về thuế.</p><img src="cid:hai@mhtml"><p>Xem <a href="lich.html">lịch</a>.</p></body></html>'
    )
    found = take(saved_as_one_file(page, photo(800, 600, gps=True)), "doi-thoai.mht")
    assert found.values["date"] == "03/06/2026 16:20"
    assert len(found.item.files) == 2
    assert "[lịch](http://phuongcu.example/tin/lich.html)" in found.body
    assert any("GPS" in sentence for sentence in found.read.notes.changed)


def test_a_file_that_holds_no_page_is_refused(refused):
    assert refused("không phải trang", "x.mht")[0] == "import-corrupt"


@pytest.mark.parametrize("title", ["Cổng thông tin điện tử phường Cũ", "Tin tức - Trang thông tin điện tử phường Cũ", "Chi tiết tin"])
def test_a_portal_that_calls_all_its_pages_by_its_own_name_has_titles_above_the_moment(take, title):
    page = (
        f"<html><title>{title}</title><body><table width=900><tr><td>Trang chủ</td></tr><tr><td>Hôm nay: Thứ sáu</td></tr><tr><td><font size=4><b>Khai trương quầy không giấy hẹn</b></font></td></tr>"
        "<tr><td><i>Cập nhật lúc: 09:15 ngày 11/06/2026 | Lượt xem: 1.204</i></td></tr><tr><td><p>Từ ngày 12/6, người dân nhận kết quả ngay tại quầy.</p></td></tr></table></body></html>"
    )
    found = take(page, "5.html")
    assert (found.values["title"], found.values["date"]) == ("Khai trương quầy không giấy hẹn", "11/06/2026 09:15")
    assert found.paragraphs() == ["Từ ngày 12/6, người dân nhận kết quả ngay tại quầy."]


def test_a_title_that_the_head_of_a_page_cuts_is_taken_whole_from_the_text(take):
    page = "<html><title>Cổng phường Cũ - Đoàn viên hỗ trợ người dân nộp</title><body><p>Đoàn viên hỗ trợ người dân nộp hồ sơ trực tuyến</p><p>Trong tháng 6, mười hai đoàn viên trực ở phường.</p></body></html>"
    assert take(page, "6.html").values["title"] == "Đoàn viên hỗ trợ người dân nộp hồ sơ trực tuyến"
