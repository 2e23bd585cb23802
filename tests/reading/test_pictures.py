"""Pictures as they are published: pixels alone, upright, never larger than they were, the same bytes every time."""

import io
import struct
import zlib
from collections.abc import Callable
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageCms, ImageDraw, ImageFile, PngImagePlugin

from plugins.reading import moving, pictures
from plugins.reading.assets import look_at
from plugins.reading.cache import Cache
from plugins.reading.pictures import LADDER, MOVING, PICTURE, WEBP, WIDEST, base_of, look, make, widths_of

RED, BLUE = (220, 20, 20), (20, 20, 220)
SECRETS = (b"Exif", b"GPS", b"http://ns.adobe", b"Dien thoai", b"Nguyen Van A", b"ICC_PROFILE", b"iCCP")


def painted(width: int = 640, height: int = 400, mode: str = "RGB") -> Image.Image:
    """Red above, blue below, with a corner that tells left from right."""
    image = Image.new("RGB", (width, height), RED)
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, height // 2, width, height), fill=BLUE)
    draw.rectangle((0, 0, width // 8, height // 8), fill=(255, 255, 255))
    return image.convert(mode)


def saved(image: Image.Image, kind: str = "JPEG", **options: object) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def shown(data: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


def near(pixel: object, colour: tuple[int, ...]) -> bool:
    return isinstance(pixel, tuple) and all(abs(one - other) < 40 for one, other in zip(pixel, colour, strict=False))


def photographed(orientation: int = 1) -> bytes:
    """A JPEG as a phone writes it: turned by a mark, with place, model and a note."""
    exif = Image.Exif()
    exif[0x0112], exif[0x0110] = orientation, "Dien thoai"
    exif.get_ifd(0x8825)[1] = "N"
    return saved(painted(), exif=exif.tobytes(), comment=b"Nguyen Van A", xmp=b"<x:xmpmeta>http://ns.adobe Nguyen Van A</x:xmpmeta>")


def every_form(data: bytes) -> dict[str, bytes]:
    """Every file that is published of one picture."""
    seen = look(data)
    return {made: make(data, made) for made in (seen.made, *(f"{WEBP}{width}" for width in seen.widths))}


# — hidden data —


def test_no_form_of_a_photograph_tells_where_by_whom_and_with_what_it_was_taken():
    seen = look(photographed())
    assert seen.hidden == ("EXIF, tọa độ GPS", "ghi chú của máy ảnh hoặc phần mềm")
    forms = every_form(photographed())
    assert len(forms) == 3
    for made, data in forms.items():
        assert [secret for secret in SECRETS if secret in data] == [], made


def test_a_clean_picture_is_told_as_clean_and_is_made_anew_all_the_same():
    data = saved(painted())
    assert look(data).hidden == ()
    assert look(data).made == PICTURE


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_every_kind_keeps_its_own_format_at_its_own_address(kind):
    data = saved(painted(), kind)
    assert shown(make(data, PICTURE)).format == kind
    assert shown(make(data, f"{WEBP}320")).format == "WEBP"


# — upright, and its size —


@pytest.mark.parametrize(("orientation", "corner"), [(1, "left top"), (2, "right top"), (3, "right bottom"), (4, "left bottom"), (5, "left top"), (6, "right top"), (7, "right bottom"), (8, "left bottom")])
def test_a_turned_photograph_is_published_upright(orientation, corner):
    for made, data in every_form(photographed(orientation)).items():
        image = shown(data).convert("RGB")
        assert (image.width > image.height) == (orientation < 5), made
        x = 4 if "left" in corner else image.width - 5
        y = 4 if "top" in corner else image.height - 5
        assert near(image.getpixel((x, y)), (255, 255, 255)), (made, corner)


@pytest.mark.parametrize("size", [(4032, 3024), (3000, 1000), (1281, 700), (2560, 1707)])
def test_a_wide_picture_is_shrunk_and_keeps_its_proportion(size):
    data = saved(painted(*size))
    seen = look(data)
    assert seen.width == WIDEST
    assert abs(seen.height - size[1] * WIDEST / size[0]) <= 1
    assert seen.widths == LADDER
    for width in seen.widths:
        copy = shown(make(data, f"{WEBP}{width}"))
        assert (copy.width, abs(copy.height - size[1] * width / size[0]) <= 1) == (width, True)


@pytest.mark.parametrize("size", [(64, 48), (320, 200), (500, 300), (1280, 720)])
def test_a_small_picture_is_never_made_larger(size):
    data = saved(painted(*size))
    seen = look(data)
    assert (seen.width, seen.height) == size
    assert all(width <= size[0] for width in seen.widths)
    assert [shown(make(data, f"{WEBP}{width}")).width for width in seen.widths] == list(seen.widths)


@pytest.mark.parametrize(
    ("size", "widths"),
    [((64, 48), ()), ((320, 200), ()), ((321, 200), (321,)), ((500, 300), (320, 500)), ((700, 300), (320, 700)), ((1280, 720), LADDER), ((400, 17_000), ()), ((1000, 16_000), (320, 700, 1000)), ((1280, 16_384), ())],
)
def test_the_widths_of_the_copies(size, widths):
    """A thumbnail has none, two that are nearly equal are one, and WebP holds no side over 16,383 pixels."""
    assert widths_of(*size) == widths


@given(st.integers(1, WIDEST), st.integers(1, 20_000))
def test_the_copies_grow_and_the_last_is_the_whole_picture(width, height):
    widths = widths_of(width, height)
    assert list(widths) == sorted(set(widths))
    assert widths == () or widths[-1] == width


def test_the_size_that_is_told_is_that_of_the_file_that_is_published():
    for data in (photographed(), saved(painted(2000, 900)), saved(painted(), "PNG"), saved(painted(30, 20), "GIF")):
        seen = look(data)
        file = make(data, seen.made)
        assert (seen.size, (seen.width, seen.height)) == (len(file), shown(file).size)


# — colours —


def test_colours_of_another_profile_become_those_that_browsers_assume():
    """A profile in which red and blue are interchanged: what it calls red is shown blue."""
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    swapped = srgb.replace(b"rXYZ", b"?XYZ").replace(b"bXYZ", b"rXYZ").replace(b"?XYZ", b"bXYZ")
    for profile, above in ((srgb, RED), (swapped, BLUE)):
        image = shown(make(saved(painted(), icc_profile=profile), PICTURE)).convert("RGB")
        assert near(image.getpixel((500, 60)), above)
        assert "icc_profile" not in image.info


def test_a_profile_that_cannot_be_read_is_left_out():
    image = shown(make(saved(painted(), icc_profile=b"not a profile"), PICTURE))
    assert near(image.convert("RGB").getpixel((500, 60)), RED)


def test_colours_for_the_printing_press_are_shown_on_a_screen():
    image = shown(make(saved(painted(mode="CMYK")), PICTURE))
    assert image.mode == "RGB"
    assert near(image.getpixel((500, 60)), RED)


@pytest.mark.parametrize("mode", ["1", "L", "P", "LA", "RGBA", "I;16"])
def test_every_mode_of_a_png_can_be_copied(mode):
    image = painted(900, 600, "L").convert("I").convert("I;16") if mode == "I;16" else painted(900, 600, mode)
    forms = every_form(saved(image, "PNG"))
    assert [shown(data).format for data in forms.values()] == ["PNG", "WEBP", "WEBP", "WEBP"]


def test_what_can_be_seen_through_stays_so():
    image = painted(900, 600, "RGBA")
    image.putalpha(Image.linear_gradient("L").resize((900, 600)))
    flat = painted(900, 600, "P")
    for data in (saved(image, "PNG"), saved(flat, "PNG", transparency=flat.getpixel((0, 0)))):
        for form in every_form(data).values():
            assert shown(form).convert("RGBA").getpixel((3, 3))[3] < 10


def test_a_drawing_is_copied_exactly_and_a_photograph_is_not():
    drawing = saved(painted(700, 400), "PNG")
    assert shown(make(drawing, f"{WEBP}700")).convert("RGB").tobytes() == painted(700, 400).tobytes()
    noise = Image.effect_noise((700, 400), 90).convert("RGB")
    assert len(make(saved(noise, "PNG"), f"{WEBP}700")) < len(saved(noise, "PNG")) / 2


# — the same bytes —


@pytest.mark.parametrize("data", [photographed(6), saved(painted(1400, 800)), saved(painted(900, 600, "P"), "PNG"), saved(painted(), "WEBP"), saved(painted(), "AVIF")], ids=["phone", "wide", "palette", "webp", "avif"])
def test_the_same_source_gives_the_same_bytes_alone_or_after_others(data):
    forms, base = every_form(data), base_of(data)
    assert forms == every_form(data)
    for made in reversed(forms):
        assert make(b"", made, base) == forms[made]


# — what moves —


def frames(data: bytes) -> list[tuple[int, bytes]]:
    """How long each frame is shown, and what it shows."""
    image, found = Image.open(io.BytesIO(data)), []
    for number in range(image.n_frames):
        image.seek(number)
        found.append((int(image.info.get("duration", 0)), image.convert("RGB").tobytes()))
    return found


def moved(kind: str, **options: object) -> bytes:
    first, *rest = (painted(60, 40).rotate(step * 30) for step in range(3))
    return saved(first, kind, save_all=True, append_images=rest, duration=[100, 200, 300], loop=0, **options)


def with_notes() -> dict[str, bytes]:
    words, exif = PngImagePlugin.PngInfo(), Image.Exif()
    words.add_text("Author", "Nguyen Van A")
    exif[0x0110] = "Dien thoai"
    return {
        "GIF": moved("GIF", comment=b"Nguyen Van A"),
        "PNG": moved("PNG", pnginfo=words, exif=exif.tobytes()),
        "WEBP": moved("WEBP", lossless=True, exif=exif.tobytes(), xmp=b"Nguyen Van A"),
    }


@pytest.mark.parametrize("kind", ["GIF", "PNG", "WEBP"])
def test_a_moving_picture_without_notes_is_published_as_it_is(kind):
    seen = look(moved(kind))
    assert (seen.made, seen.widths, seen.size) == ("", (), len(moved(kind)))


@pytest.mark.parametrize("kind", ["GIF", "PNG", "WEBP"])
def test_a_moving_picture_loses_its_notes_and_no_frame(kind):
    data = with_notes()[kind]
    seen = look(data)
    assert seen.hidden
    assert seen.made == f"{MOVING}{kind}"
    clean = make(data, seen.made)
    assert frames(clean) == frames(data)
    assert Image.open(io.BytesIO(clean)).info.get("loop") == 0
    assert look(clean).hidden == ()
    assert [secret for secret in SECRETS if secret in clean] == []
    assert seen.size == len(clean)


def test_a_photograph_of_a_phone_with_a_second_one_behind_it_is_one_picture():
    data = saved(painted(), "MPO", save_all=True, append_images=[painted(200, 100)])
    seen = look(data)
    assert (seen.made, seen.width) == (PICTURE, 640)
    file = shown(make(data, PICTURE))
    assert (file.format, getattr(file, "n_frames", 1)) == ("JPEG", 1)


@pytest.mark.parametrize(("strip", "kind"), [(moving.gif, "GIF"), (moving.png, "PNG"), (moving.webp, "WEBP")])
@given(cut=st.integers(14, 2_000), at=st.integers(0, 2_000), byte=st.integers(0, 255))
def test_damaged_blocks_end_in_an_error_that_is_told_and_never_in_an_endless_loop(strip: Callable[[bytes], bytes], kind, cut, at, byte):
    data = bytearray(with_notes()[kind][:cut])
    data[at % len(data)] = byte
    with suppress(pictures.BROKEN):
        assert len(strip(bytes(data))) <= len(data) + 1


# — what is broken —


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF", "AVIF"])
@pytest.mark.parametrize("part", [0.5, 0.9])
def test_a_picture_that_breaks_off_is_told_when_it_is_read(kind, part, monkeypatch):
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)  # as WeasyPrint leaves it
    data = saved(Image.effect_noise((300, 200), 80).convert("RGB"), kind)
    with pytest.raises(pictures.BROKEN):
        look(data[: int(len(data) * part)])


def test_a_picture_that_would_take_the_machines_memory_is_not_decoded():
    header = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    chunk = b"IHDR" + header
    bomb = b"\x89PNG\r\n\x1a\n" + struct.pack(">I", len(header)) + chunk + struct.pack(">I", zlib.crc32(chunk)) + struct.pack(">I", 0) + b"IDAT"
    with pytest.raises(pictures.TooManyPixels):
        look(bomb)
    wide = saved(Image.new("1", (9_000, 7_000)), "PNG")
    with pytest.raises(pictures.TooManyPixels):
        look(wide)


def test_editors_are_told_in_their_language_which_picture_is_broken_and_what_to_do(tmp_path):
    whole = saved(Image.effect_noise((300, 200), 80).convert("RGB"))
    files = {"dut.jpg": whole[: len(whole) // 2], "gia.jpg": b"\xff\xd8\xff" + b"x" * 50, "lon.png": saved(Image.new("1", (9_000, 7_000)), "PNG"), "tot.jpg": whole}
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    infos = look_at(tmp_path, sorted(files), Cache(None), 1)
    told = {name: [(p.code, p.what) for p in info.problems] for name, info in infos.items()}
    assert told == {
        "dut.jpg": [("asset-broken", "Ảnh 'dut.jpg' bị đứt giữa chừng, không đọc được hết")],
        "gia.jpg": [("asset-content", "'gia.jpg' không phải tệp .jpg thật")],
        "lon.png": [("asset-large", "'lon.png' nặng 63 triệu điểm ảnh")],
        "tot.jpg": [],
    }
    assert "chép lại ảnh" in infos["dut.jpg"].problems[0].remedy


@pytest.mark.parametrize(
    ("root", "size"),
    [('viewBox="0 0 64 32"', (64, 32)), ('width="120" height="45px"', (120, 45)), ('width="100%" height="45"', (0, 0)), ("", (0, 0)), ('viewBox="0 0 1.2.3 4"', (0, 0))],
)
def test_a_drawing_tells_its_size_by_its_view_box_or_its_root(root, size, tmp_path):
    (tmp_path / "a.svg").write_text(f'<svg xmlns="http://www.w3.org/2000/svg" {root}><rect width="9" height="9"/></svg>')
    (info,) = look_at(tmp_path, ["a.svg"], Cache(None), 1).values()
    assert ((info.width, info.height), info.made, info.widths) == (size, "", ())
