"""Pictures of a whole published site: no original, no hidden data, every size there, old addresses alive, made once."""

import io
import json
import re
from hashlib import sha256
from pathlib import Path

import pytest
from lxml import html as lxml_html
from PIL import Image

from tests.commune import Commune, publish, published, tree

NOW = {"NOW": "2026-06-01T08:00"}


def photograph(width: int = 1600, height: int = 1200) -> bytes:
    """As a phone writes it: with the place, and turned."""
    exif, out = Image.Exif(), io.BytesIO()
    exif[0x0110], exif[0x0112] = "Dien thoai", 6
    exif.get_ifd(0x8825)[1] = "N"
    Image.effect_noise((width, height), 60).convert("RGB").save(out, "JPEG", exif=exif.tobytes())
    return out.getvalue()


def moving() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (40, 30), (255, 0, 0)).save(out, "GIF", save_all=True, append_images=[Image.new("RGB", (40, 30), (0, 0, 255))], duration=200, loop=0)
    return out.getvalue()


def write(content: Path) -> Commune:
    commune = Commune(content, site={"domain": "https://thunghiem.example/cchc", "share_image": "hinh-anh/chia-se.png", "logo": "hinh-anh/logo.png"})
    commune.picture("hinh-anh/chia-se.png", 1200, 630)
    commune.picture("hinh-anh/logo.png", 400, 400)
    commune.write("hinh-anh/dien-thoai.jpg", photograph())
    commune.write("hinh-anh/dong.gif", moving())
    commune.write("hinh-anh/hinh.svg", '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 60"><rect width="90" height="60"/></svg>')
    commune.picture("hinh-anh/nho.png", 90, 60)
    commune.picture("hinh-anh/ban-do.png", 900, 600)
    commune.picture("hinh-anh/khong-dung.png", 900, 600)
    commune.news("mot", "Xem [bản đồ](hinh-anh/ban-do.png).\n\n![Động](hinh-anh/dong.gif)\n\n![Vẽ](hinh-anh/hinh.svg)", image="hinh-anh/dien-thoai.jpg", image_alt="Ảnh điện thoại")
    commune.news("hai", "![Nhỏ](hinh-anh/nho.png)\n\n![Lớn](hinh-anh/dien-thoai.jpg)", pinned="có")
    commune.page("lien-he", "![Lớn](hinh-anh/dien-thoai.jpg)")
    return commune


@pytest.fixture(scope="module")
def content(tmp_path_factory) -> Path:
    return write(tmp_path_factory.mktemp("pictures") / "content").content


@pytest.fixture(scope="module")
def public(content) -> Path:
    folder = content.parent / "public"
    published(content, folder, **NOW)
    return folder


@pytest.fixture(scope="module")
def files(public) -> dict[str, bytes]:
    return tree(public)


def test_these_files_are_published_and_no_other(files):
    """A picture that is only linked to, or stands in the frame, is one file; one that no page uses is none."""
    assert {path: Image.open(io.BytesIO(data)).size for path, data in files.items() if path.startswith("hinh-anh/") and not path.endswith("svg")} == {
        "hinh-anh/ban-do.png": (900, 600),
        "hinh-anh/chia-se.png": (1200, 630),
        "hinh-anh/dien-thoai.jpg": (1200, 1600),
        "hinh-anh/dien-thoai.jpg.1200.webp": (1200, 1600),
        "hinh-anh/dien-thoai.jpg.320.webp": (320, 427),
        "hinh-anh/dien-thoai.jpg.700.webp": (700, 933),
        "hinh-anh/dong.gif": (40, 30),
        "hinh-anh/logo.png": (400, 400),
        "hinh-anh/nho.png": (90, 60),
    }


def test_no_original_with_hidden_data_goes_out_and_what_moves_is_untouched(files, content):
    for path, data in files.items():
        assert b"Dien thoai" not in data, path
    assert files["hinh-anh/dong.gif"] == moving()
    assert files["hinh-anh/hinh.svg"] == (content / "hinh-anh/hinh.svg").read_bytes()
    original = (content / "hinh-anh/dien-thoai.jpg").read_bytes()
    assert original not in files.values()


def test_every_picture_of_every_page_has_its_size_and_every_copy_that_it_names_is_there(files):
    copies = 0
    for path, data in files.items():
        if not path.endswith(".html"):
            continue
        page = lxml_html.fromstring(data.decode())
        root = "/".join([".."] * path.count("/"))
        for image in page.iter("img"):
            assert (image.get("width"), image.get("height")) > ("0", "0"), (path, image.get("src"))
        for source in page.iter("source"):
            for candidate in source.get("srcset").split(", "):
                address, width = candidate.split(" ")
                target = address.removeprefix(f"{root}/" if root else "./")
                assert Image.open(io.BytesIO(files[target])).width == int(width.removesuffix("w"))
                copies += 1
            assert source.get("sizes")
            assert source.getparent().find(".//img") is not None
    assert copies >= 9


def test_the_main_picture_of_an_item_comes_first_and_the_others_when_they_come_near(files):
    page = lxml_html.fromstring(files["tin-tuc/mot.html"].decode())
    first, *others = page.iterfind(".//main//img")
    assert (first.get("fetchpriority"), first.get("loading")) == ("high", None)
    assert {(image.get("fetchpriority"), image.get("loading")) for image in others} == {(None, "lazy")}


def test_feeds_carry_the_copies_under_full_addresses_and_the_weight_of_the_real_file(files):
    items = {item["title"]: item for item in json.loads(files["feeds/tat-ca.json"])["items"]}
    (enclosure,) = items["Bài mot"]["attachments"]
    assert enclosure["size_in_bytes"] == len(files["hinh-anh/dien-thoai.jpg"])
    assert 'srcset="https://thunghiem.example/cchc/hinh-anh/dien-thoai.jpg.320.webp 320w, https://' in items["Bài hai"]["content_html"]


def test_publishing_again_after_a_change_elsewhere_touches_no_picture(tmp_path):
    commune, public = write(tmp_path / "content"), tmp_path / "public"
    published(commune.content, public, **NOW)
    inodes = {path.name: path.stat().st_ino for path in (public / "hinh-anh").iterdir()}
    commune.news("ba", "Bài mới.")
    commune.profile(site={"domain": "https://thunghiem.example/cchc", "share_image": "hinh-anh/chia-se.png", "logo": "hinh-anh/logo.png"}, colours={"primary": "#7a1f1f"})
    published(commune.content, public, **NOW)
    assert {path.name: path.stat().st_ino for path in (public / "hinh-anh").iterdir()} == inodes


def as_it_was_before(public: Path, content: Path) -> None:
    """The release that an earlier version of the program would have left: originals at their addresses, no copies."""
    manifest = next((public.parent / f".{public.name}.cchc").glob("manifest*.json"))
    told = json.loads(manifest.read_text())
    for path in list(told["files"]):
        if path.endswith(".webp"):
            (public / path).unlink()
            del told["files"][path]
    for path in ("hinh-anh/dien-thoai.jpg", "hinh-anh/nho.png"):
        data, file = (content / path).read_bytes(), public / path
        file.unlink()
        file.write_bytes(data)
        told["files"][path] = ["cũ", len(data), sha256(data).hexdigest(), file.stat().st_mtime_ns]
    manifest.write_text(json.dumps(told))


def test_a_site_whose_originals_were_public_is_updated_without_a_word_and_no_address_of_a_picture_dies(tmp_path):
    commune, public = write(tmp_path / "content"), tmp_path / "public"
    after = published(commune.content, public, **NOW)
    as_it_was_before(public, commune.content)
    before = {path for path in tree(public) if path.startswith("hinh-anh/")}
    commune.news("ba", "Bài mới.")
    outcome = publish(commune.content, public, **NOW)
    assert outcome.code == 0, outcome.said
    now = tree(public)
    assert before <= set(now)
    assert {path: data for path, data in now.items() if path.startswith("hinh-anh/")} == {path: data for path, data in after.items() if path.startswith("hinh-anh/")}


def test_a_picture_that_is_swapped_keeps_its_addresses_and_changes_its_pages(tmp_path):
    commune, public = write(tmp_path / "content"), tmp_path / "public"
    before = published(commune.content, public, **NOW)
    commune.write("hinh-anh/dien-thoai.jpg", photograph(1000, 800))
    after = published(commune.content, public, **NOW)
    changed = {path for path in before.keys() & after if before[path] != after[path]}
    assert {path for path in changed if path.startswith("hinh-anh/")} == {"hinh-anh/dien-thoai.jpg", "hinh-anh/dien-thoai.jpg.320.webp"}
    assert {"tin-tuc/mot.html", "tin-tuc/hai.html", "trang/lien-he.html"} <= changed
    assert after == published(commune.content, tmp_path / "fresh" / "public", **NOW)


def test_a_broken_picture_stops_the_build_and_is_named(tmp_path):
    commune = write(tmp_path / "content")
    commune.write("hinh-anh/dien-thoai.jpg", photograph()[:60_000])
    outcome = publish(commune.content, tmp_path / "public", **NOW)
    assert outcome.code == 1
    assert re.search(r"hinh-anh/dien-thoai\.jpg: lỗi: Ảnh 'dien-thoai\.jpg' bị đứt giữa chừng", outcome.said), outcome.said
    assert "Traceback" not in outcome.said
