"""Hidden data of pictures: where and with what they were taken, who wrote on them."""

from pathlib import Path

from PIL import Image, UnidentifiedImageError

from publishing.guard.fault import Fault, Kind

ENDINGS = (".jpg", ".jpeg", ".png", ".webp", ".avif", ".gif")
_GPS = 0x8825
_NOTES = frozenset({"comment", "xmp", "xml:com.adobe.xmp", "author", "description", "software", "photoshop"})


def hidden(folder: Path, path: str) -> list[Fault]:
    """A fault when a picture about to be published holds EXIF, XMP or a comment; or is none."""
    try:
        with Image.open(folder / path) as image:
            found = _tags(image)
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        return [Fault(path, f"không phải ảnh đọc được ({type(error).__name__})", "lưu lại ảnh từ chương trình gốc", Kind.BROKEN)]
    if not found:
        return []
    return [Fault(path, f"ảnh còn thông tin ẩn: {', '.join(found)}", "lưu ảnh lại không kèm thông tin, rồi đăng lại", Kind.LEAK)]


def _tags(image: Image.Image) -> list[str]:
    exif = image.getexif()
    found = ["tọa độ GPS"] if _GPS in exif else ["EXIF"] if exif else []
    if getattr(image, "text", None) or any(str(key).lower() in _NOTES for key in image.info):
        found.append("ghi chú của máy ảnh hoặc phần mềm")
    return found
