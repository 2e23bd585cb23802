"""Links, symbolic links, pictures and documents: nothing from outside, nothing that runs, nothing personal in silence."""

import io
import zipfile

from PIL import Image, PngImagePlugin

from ..case import ITEM, error, item, ok, sanitised, warning
from ..commune import picture

PICTURE = "hinh-anh/moi.png"


def _office(parts: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        for name, text in parts.items():
            archive.writestr(name, text)
    return out.getvalue()


def _bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "0" * 60_000_000)
    return out.getvalue()


def _jpeg_with_gps() -> bytes:
    exif = Image.Exif()
    exif[0x0110] = "Dien thoai X"
    exif.get_ifd(0x8825)[1] = "N"
    exif.get_ifd(0x8825)[2] = (10.0, 46.0, 36.0)
    return picture("JPEG", 8, exif=exif.tobytes())


def _png_with_text() -> bytes:
    words = PngImagePlugin.PngInfo()
    words.add_text("Author", "Nguyễn Văn A")
    return picture("PNG", 8, pnginfo=words)


def _jpeg_with_xmp() -> bytes:
    return picture("JPEG", 8, xmp=b"<x:xmpmeta>Nguyen Van A</x:xmpmeta>")


_DOCX = _office({"docProps/core.xml": "<cp:coreProperties><dc:title>Đơn</dc:title></cp:coreProperties>"})
_DOCX_AUTHOR = _office({"docProps/core.xml": "<cp:coreProperties><dc:creator>Trần Thị B</dc:creator></cp:coreProperties>"})
_PDF = b"%PDF-1.4\n1 0 obj <</Type/Catalog>> endobj\ntrailer <</Root 1 0 R>>\n%%EOF\n"
_SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8">{}</svg>'
_SHOWS_PICTURE = item("![Ảnh chụp hội nghị](/hinh-anh/moi.jpg)\n")


def _file(name: str, path: str, data: str | bytes, code: str) -> object:
    return error(name, {path: data}, f"{code}@0 {path}")


CASES = (
    # links out of the content folder
    error("attach-traversal", item("[tệp]({attach}../../secret.txt)\n"), "target-missing@6"),
    error("attach-traversal-outside", item("[tệp]({attach}../../../secret.txt)\n"), "target-outside@6"),
    error("attach-far", item("[tệp]({attach}../../../../../../etc/passwd)\n"), "target-missing@6"),
    error("attach-conf", item("[tệp]({attach}../../../deploy.env)\n"), "target-outside@6"),
    error("static-traversal", item("Chữ.\n\n![ảnh]({static}../../../../secret.txt)\n"), "target-outside@8"),
    error("static-absolute-traversal", item("[tệp]({static}/../../secret.txt)\n"), "target-outside@6"),
    error("traversal-encoded", item("[tệp](%2e%2e/%2e%2e/%2e%2e/%2e%2e/secret.txt)\n"), "target-outside@6"),
    error("traversal-backslash", item("<a href='..\\..\\..\\..\\secret.txt'>tệp</a>\n"), "target-outside@6"),
    error("traversal-absolute", item("[tệp](/etc/passwd.txt)\n"), "target-missing@6"),
    error("traversal-image-key", item(image="../../../../secret.png", image_alt="ảnh"), "target-outside@5"),
    error("link-to-profile", item("[hồ sơ](/site.toml)\n"), "target-missing@6"),
    error("link-nul", item("[tệp](a%00b.pdf)\n"), "target-outside@6"),
    # symbolic links and what is no file
    error("symlink-secret", {}, "link-outside@0 hinh-anh/secret.png", links={"hinh-anh/secret.png": "/etc/hostname"}),
    error("symlink-dir", {}, "link-outside@0 hinh-anh/etc", links={"hinh-anh/etc": "/etc"}),
    error("symlink-item", {}, "link-outside@0 tin-tuc/2026/la.md", links={"tin-tuc/2026/la.md": "/etc/hostname"}),
    error("symlink-folder", {}, "link-outside@0 tai-lieu", links={"tai-lieu": "/etc"}),
    error("symlink-loop", {}, "link-outside@0 hinh-anh/loop", links={"hinh-anh/loop": ".."}),
    error("symlink-self", {}, "link-outside@0 hinh-anh/self", links={"hinh-anh/self": "self"}),
    error("symlink-inside", {}, "link-outside@0 hinh-anh/hai.png", links={"hinh-anh/hai.png": "anh-nho.png"}),
    warning("symlink-dangling", {}, "link-dangling@0 hinh-anh/mat.png", links={"hinh-anh/mat.png": "khong-co.png"}),
    warning("symlink-dangling-item", {}, "link-dangling@0 tin-tuc/mat.md", links={"tin-tuc/mat.md": "/khong/co.md"}),
    error("fifo-item", {}, f"file-special@0 {ITEM}", fifos=(ITEM,)),
    error("fifo-static", {}, "file-special@0 hinh-anh/ong.png", fifos=("hinh-anh/ong.png",)),
    error("fifo-page", {}, "file-special@0 trang/ong.md", fifos=("trang/ong.md",)),
    error("fifo-no-ending", {}, "file-special@0 tai-lieu/ong", fifos=("tai-lieu/ong",)),
    # links to nothing
    error("filename-missing", item("Chữ.\n\n[bài]({filename}khong-co.md)\n"), "target-missing@8"),
    error("filename-missing-page", item("[trang]({filename}/trang/khong-co.md)\n"), "target-missing@6"),
    error("static-missing", item("![ảnh]({static}/hinh-anh/khong-co.png)\n"), "target-missing@6"),
    error("static-missing-near", item("![ảnh](/hinh-anh/anh-nhoo.png)\n"), "target-missing@6"),
    error("image-case", item("![ảnh](/hinh-anh/Anh-Nho.PNG)\n"), "target-case@6"),
    error("image-key-missing", item(image="hinh-anh/khong-co.png", image_alt="ảnh"), "target-missing@5"),
    error("image-key-case", item(image="hinh-anh/ANH-NHO.png", image_alt="ảnh"), "target-case@5"),
    error("image-key-document", item(image="trang/gioi-thieu.md", image_alt="ảnh"), "image-kind@5"),
    error("relative-dead", item("[bài](khong-co.html)\n"), "target-missing@6"),
    error("relative-dead-section", item("[mục](/chuyen-muc/the-thao.html)\n"), "target-missing@6"),
    error("relative-dead-folder", item("[mục](/khong-co/)\n"), "target-missing@6"),
    error("link-without-scheme", item("[cổng](www.example.vn)\n"), "target-missing@6"),
    error("link-to-draft", {ITEM: item("[bài](nhap.md)\n"), "tin-tuc/2026/nhap.md": item(title="Nháp", status="draft")}, "target-withheld@6"),
    warning("anchor-dead", item("[mục](#khong-co)\n"), "anchor-missing@6"),
    warning("anchor-dead-elsewhere", item("[mục](/trang/gioi-thieu.md#khong-co)\n"), "anchor-missing@6"),
    error("link-bracket", item("[x](//[abc)\n\n![y]({static}//[x.png)\n"), "target-missing@8"),
    error("image-key-bracket", item(image="'//[x'", image_alt="ảnh"), "target-missing@5"),
    # files that run
    _file("php-static", "hinh-anh/x.php", "<?php phpinfo();", "asset-kind"),
    _file("htaccess-static", "hinh-anh/.htaccess", "Options +Indexes", "asset-kind"),
    _file("html-static", "hinh-anh/x.html", "<script>alert(1)</script>", "asset-kind"),
    _file("js-static", "tai-lieu/x.js", "alert(1)", "asset-kind"),
    _file("no-ending-static", "tai-lieu/README", "chữ", "asset-kind"),
    _file("exe-double-ext", "tai-lieu/mau-don.pdf.exe", b"MZ\x90", "asset-kind"),
    _file("macro-docm", "tai-lieu/mau.docm", _DOCX, "asset-kind"),
    _file("macro-in-docx", "tai-lieu/mau.docx", _office({"word/vbaProject.bin": "x"}), "asset-active"),
    _file("svg-script", "hinh-anh/x.svg", _SVG.format("<script>alert(1)</script>"), "asset-active"),
    _file("svg-onload", "hinh-anh/x.svg", '<svg onload="alert(1)"></svg>', "asset-active"),
    _file("svg-xxe", "hinh-anh/x.svg", '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg>&x;</svg>', "asset-active"),
    _file("svg-javascript", "hinh-anh/x.svg", _SVG.format('<a href="javascript:alert(1)">x</a>'), "asset-active"),
    _file("svg-foreign", "hinh-anh/x.svg", _SVG.format("<foreignObject><p>x</p></foreignObject>"), "asset-active"),
    _file("svg-outside", "hinh-anh/x.svg", _SVG.format('<image href="https://evil.example/x.png"/>'), "asset-active"),
    _file("svg-utf16", "hinh-anh/x.svg", _SVG.format("<script>alert(1)</script>").encode("utf-16"), "asset-content"),
    _file("svg-entity-handler", "hinh-anh/x.svg", _SVG.format('<a href="java&#115;cript:alert(1)">x</a>'), "asset-active"),
    _file("polyglot", "hinh-anh/x.jpg", "<html><script>alert(1)</script></html>", "asset-content"),
    _file("polyglot-gif", "hinh-anh/x.gif", b"GIF89a/*<script>*/=1;alert(1)", "asset-content"),
    _file("pdf-named-jpg", "hinh-anh/x.jpg", _PDF, "asset-content"),
    _file("zip-named-pdf", "tai-lieu/x.pdf", _DOCX, "asset-content"),
    _file("exe-named-docx", "tai-lieu/x.docx", b"MZ\x90\x00" * 10, "asset-content"),
    _file("html-named-csv", "tai-lieu/x.csv", "<!doctype html><script>alert(1)</script>", "asset-content"),
    _file("html-named-txt", "tai-lieu/x.txt", " <html><body onload=alert(1)>", "asset-content"),
    _file("png-cut", "hinh-anh/x.png", picture()[:40], "asset-content"),
    _file("picture-empty", "hinh-anh/x.png", b"", "asset-empty"),
    _file("pdf-script", "tai-lieu/x.pdf", _PDF.replace(b"/Type", b"/OpenAction<</S/JavaScript/JS(x)>>/Type"), "asset-active"),
    _file("zip-bomb", "tai-lieu/x.docx", _bomb(), "asset-large"),
    error("asset-two-names", {"hinh-anh/Ảnh A.png": picture(), "hinh-anh/anh-a.png": picture()}, "asset-same-address@0 hinh-anh/Ảnh A.png"),
    # leftovers
    warning(
        "backup-files",
        {f"tai-lieu/{name}": b"x" for name in ("~$x.docx", ".x.swp", "Thumbs.db", "x.bak", "desktop.ini", ".DS_Store", "x.tmp")},
        *(f"file-leftover@0 tai-lieu/{name}" for name in ("~$x.docx", ".x.swp", "Thumbs.db", "x.bak", "desktop.ini", ".DS_Store", "x.tmp")),
    ),
    warning("backup-item", {"tin-tuc/2026/bai.md~": item()}, "file-leftover@0 tin-tuc/2026/bai.md~"),
    warning("secret-in-root", {"deploy.env": "KHOA=1"}, "file-leftover@0 deploy.env"),
    warning("folder-unknown", {"nhap/ghi-chu.md": "chữ"}, "folder-unknown@0 nhap"),
    # hidden personal data
    warning("docx-author", {"tai-lieu/don.docx": _DOCX_AUTHOR}, "asset-metadata@0 tai-lieu/don.docx"),
    warning("pdf-author", {"tai-lieu/don.pdf": _PDF.replace(b"/Type", b"/Author(Tran Thi B)/Type")}, "asset-metadata@0 tai-lieu/don.pdf"),
    sanitised("jpeg-gps", {ITEM: _SHOWS_PICTURE, "hinh-anh/moi.jpg": _jpeg_with_gps()}, "asset-cleaned@0 hinh-anh/moi.jpg", writes="hinh-anh/moi.jpg"),
    sanitised("jpeg-xmp", {ITEM: _SHOWS_PICTURE, "hinh-anh/moi.jpg": _jpeg_with_xmp()}, "asset-cleaned@0 hinh-anh/moi.jpg", writes="hinh-anh/moi.jpg"),
    sanitised("png-text", {ITEM: item(image=PICTURE, image_alt="ảnh"), PICTURE: _png_with_text()}, f"asset-cleaned@0 {PICTURE}", writes=PICTURE),
    # pictures of other machines, pictures without words
    warning("image-hotlink", item("![Ảnh](https://elsewhere.example/x.jpg)\n"), "image-elsewhere@6"),
    warning("image-hotlink-bare", item("![Ảnh](//elsewhere.example/x.jpg)\n"), "image-elsewhere@6"),
    error("image-localfile", item("![Ảnh](file:///C:/Users/A/x.jpg)\n"), "target-local@6"),
    error("image-localfile-drive", item("![Ảnh](C:/Users/A/x.jpg)\n"), "target-local@6"),
    error("image-localfile-html", item("<img src='D:\\anh\\x.jpg' alt='ảnh'>\n"), "target-local@6"),
    error("image-localfile-key", item(image="'C:\\Users\\A\\x.jpg'", image_alt="ảnh"), "target-local@5"),
    error("image-share", item("![Ảnh](\\\\\\\\maychu\\\\anh\\\\x.jpg)\n"), "target-local@6"),
    error("link-localfile", item("[tệp](file:///D:/a.docx)\n"), "target-local@6"),
    warning("image-no-alt", item("![](/hinh-anh/anh-nho.png)\n"), "image-alt-missing@6"),
    warning("image-no-alt-html", item("<img src='/hinh-anh/anh-nho.png'>\n"), "image-alt-missing@6"),
    warning("image-no-alt-key", item(image="hinh-anh/anh-nho.png"), "image-alt-missing@5"),
    # honest links and files
    ok("link-forms", item("[a](/trang/gioi-thieu.md) [b]({filename}/trang/gioi-thieu.md) [c](/chuyen-muc/chi-so.html) [d](https://dichvucong.gov.vn) [e](mailto:a@b.example) [f](tel:1022)\n")),
    ok("link-double-slash", item("[x](//dichvucong.gov.vn/)\n"), shows='href="https://dichvucong.gov.vn/"'),
    ok("picture-forms", item("![một](../../hinh-anh/anh-nho.png) ![hai](hinh-anh/anh-nho.png) ![ba]({static}/hinh-anh/anh-nho.png)\n"), writes="hinh-anh/anh-nho.png"),
    ok("documents", {ITEM: item("[đơn](/tai-lieu/don.docx) [mẫu](/tai-lieu/mau.pdf)\n"), "tai-lieu/don.docx": _DOCX, "tai-lieu/mau.pdf": _PDF}, writes=("tai-lieu/don.docx", "tai-lieu/mau.pdf")),
    ok("document-vietnamese-name", {ITEM: item("[đơn](<../../tai-lieu/Mẫu đơn số 1.pdf>)\n"), "tai-lieu/Mẫu đơn số 1.pdf": _PDF}, writes="tai-lieu/mau-don-so-1.pdf"),
    ok("anchor-good", item("[mục](#cac-buoc)\n\n## Các bước\n\nChữ.\n"), shows='href="#cac-buoc"'),
    ok("svg-plain", {ITEM: item("![Biểu trưng](/hinh-anh/x.svg)\n"), "hinh-anh/x.svg": _SVG.format('<rect width="8" height="8"/>')}, writes="hinh-anh/x.svg"),
)
