"""Hidden data of pictures are told; a clean picture is not."""

from pathlib import Path

import pytest
from PIL import Image, PngImagePlugin

from publishing.guard.fault import Kind
from publishing.guard.pictures import hidden


def picture(path: Path, kind: str, **options) -> Path:
    Image.new("RGB", (8, 8)).save(path, kind, **options)
    return path


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_picture_with_exif_is_told_and_a_clean_one_is_not(kind, tmp_path):
    exif = Image.Exif()
    exif[0x010F] = "Máy ảnh"
    name = f"a.{kind.lower()}"
    picture(tmp_path / name, kind, exif=exif)
    (fault,) = hidden(tmp_path, name)
    assert (fault.path, fault.kind, fault.what) == (name, Kind.LEAK, "ảnh còn thông tin ẩn: EXIF")
    picture(tmp_path / name, kind)
    assert hidden(tmp_path, name) == []


def test_the_place_where_a_picture_was_taken_is_told_as_such(tmp_path):
    exif = Image.Exif()
    exif.get_ifd(0x8825)[1] = "N"
    exif[0x8825] = exif.get_ifd(0x8825)
    picture(tmp_path / "a.jpg", "JPEG", exif=exif)
    assert "tọa độ GPS" in hidden(tmp_path, "a.jpg")[0].what


def test_notes_in_a_picture_are_told_and_what_is_no_picture_too(tmp_path):
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Author", "Nguyễn Văn A")
    picture(tmp_path / "a.png", "PNG", pnginfo=notes)
    assert hidden(tmp_path, "a.png")[0].what == "ảnh còn thông tin ẩn: ghi chú của máy ảnh hoặc phần mềm"
    (tmp_path / "b.png").write_bytes(b"khong phai anh")
    assert hidden(tmp_path, "b.png")[0].kind is Kind.BROKEN
