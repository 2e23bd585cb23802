"""Pictures among the blocks: saved clean, the first one taken for the lists, captions and missing descriptions told."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from hashlib import blake2b

from bs4 import Tag

from importers.container import SourceRefused
from importers.news.blocks import Block
from importers.news.characters import one_line
from importers.news.notes import Notes, some
from importers.news.pictures import Picture, PictureRefused, bytes_of, clean
from importers.news.source import Source
from importers.news.wordxml import PICTURES_LIMIT
from importers.values import bare

_CAPTION = re.compile(r"^\(?(?:ảnh|hình|minh họa|minh hoạ|nguồn ảnh|quang cảnh|toàn cảnh)\b", re.IGNORECASE)
_CAPTION_NAMES = re.compile(r"caption|chu-?thich|img-?note|photo-?note|anh-?note", re.IGNORECASE)
_NO_WORDS = re.compile(r"\.(?:png|jpe?g|gif|bmp|webp)$|^(?:frame|image|img|picture|graphics?|object|hình ảnh)[ _-]*\d*$", re.IGNORECASE)  # what programs call pictures
_ORPHAN = frozenset({"anh minh hoa", "anh tu lieu", "hinh minh hoa", "anh internet", "nguon internet", "anh chi mang tinh chat minh hoa"})
_PAGES_OWN = re.compile(r"logo|banner|icon|sprite|button|spacer|blank|print|share|counter|bullet|avatar", re.IGNORECASE)


@dataclass
class Picked:
    """Blocks with the pictures that stay in the text; the picture of the item; files by their path below ``content/``."""

    blocks: list[Block] = field(default_factory=list)
    image: str = ""
    alt: str = ""
    caption: str = ""
    files: dict[str, bytes] = field(default_factory=dict)


def pick(blocks: Sequence[Block], source: Source, folder: str, stem: str, notes: Notes) -> Picked:
    """Raises :class:`SourceRefused` for more pictures than an item may have."""
    if sum(len(_images(block)) for block in blocks) > PICTURES_LIMIT:
        raise SourceRefused("import-pictures", limit=PICTURES_LIMIT)
    saving = _Saving(source, folder, stem)
    done = Picked(files=saving.files)
    row = list(blocks)
    place = 0
    while place < len(row):
        block, place = row[place], place + 1
        kept = [image for image in _images(block) if saving.keep(image)]
        if block.kind != "picture":
            done.blocks.append(block)
            continue
        after = row[place] if place < len(row) else None
        caption = one_line(after.text) if after is not None and _is_caption(after) else ""
        if not kept:
            saving.captions += [caption] if caption and saving.misses else []
            continue
        if not done.image and sum(b.kind != "picture" for b in done.blocks) <= 1:
            done.image, done.alt, done.caption = str(kept[0]["src"]), one_line(str(kept[0].get("alt", ""))), caption
            place += bool(caption)
        else:
            done.blocks.append(block)
    _tell(done, saving, notes)
    return done


def _images(block: Block) -> list[Tag]:
    return [block.tag] if block.tag.name == "img" else list(block.tag.find_all("img"))


def _is_caption(block: Block) -> bool:
    if block.kind != "paragraph" or len(block.text) > 250:
        return False
    italic = sum(len(i.get_text()) for i in block.tag.find_all(["em", "i"]) if i.find_parent(["em", "i"]) is None) >= 0.9 * len(block.text)
    return italic or bool(_CAPTION.match(block.text)) or any(_CAPTION_NAMES.search(name) for name in block.names)


class _Saving:
    """Pictures that were met so far: each saved once."""

    def __init__(self, source: Source, folder: str, stem: str) -> None:
        self.source, self.folder, self.stem = source, folder, stem
        self.files: dict[str, bytes] = {}
        self.by_digest: dict[str, str] = {}
        self.hidden: list[str] = []
        self.far: list[str] = []
        self.refused: list[str] = []
        self.captions: list[str] = []
        self.unsaid = 0

    @property
    def misses(self) -> bool:
        return bool(self.far or self.refused)

    def keep(self, image: Tag) -> bool:
        """Whether a picture stays; its address is then that of the file. One that does not is taken out."""
        address = str(image.get("src", ""))
        picture = self._clean(address)
        if picture is None:
            image.decompose() if image.parent is not None else image.clear()
            return False
        image["src"] = self._path(picture)
        alt = one_line(str(image.get("alt", "")))
        if _NO_WORDS.search(alt) or bare(alt) in _ORPHAN:
            alt = ""
        image["alt"] = alt
        self.unsaid += not alt
        return True

    def _clean(self, address: str) -> Picture | None:
        data = bytes_of(address, self.source)
        if data is None:
            if address and not address.startswith("data:") and not _PAGES_OWN.search(address):
                self.far.append(address)
            return None
        try:
            picture = clean(data)
        except PictureRefused as refused:
            self.refused.append(str(refused))
            return None
        if picture is not None and picture.hidden:
            self.hidden.append(picture.hidden)
        return picture

    def _path(self, picture: Picture) -> str:
        digest = blake2b(picture.data, digest_size=16).hexdigest()
        if digest not in self.by_digest:
            self.by_digest[digest] = f"{self.folder}{self.stem}-{len(self.by_digest) + 1}.{picture.ending}"
            self.files[self.by_digest[digest]] = picture.data
        return self.by_digest[digest]


def _tell(done: Picked, saving: _Saving, notes: Notes) -> None:
    if saving.files:
        told = f"; đã bỏ {' và '.join(sorted(set(saving.hidden)))} trong ảnh" if saving.hidden else ""
        notes.change(f"Đã lưu {len(saving.files)} ảnh vào {saving.folder}{told}")
    if saving.far:
        notes.ask(f"{len(saving.far)} ảnh còn ở trang cũ, chưa lấy được: {some(saving.far)}. Tải về đặt vào hinh-anh/ rồi thêm vào bài")
    if saving.refused:
        notes.ask(f"{len(saving.refused)} ảnh {some(saving.refused, 1).strip('“”')}: chụp lại màn hình, lưu PNG hoặc JPG rồi thêm vào bài")
    if saving.captions:
        notes.ask(f"Lời chú thích của ảnh chưa có còn nằm trong bài: {some(saving.captions)}. Chuyển vào image_caption khi thêm ảnh, hoặc xóa")
    if saving.unsaid:
        notes.ask(f"{saving.unsaid} ảnh chưa có lời mô tả: viết điều thấy trong ảnh vào image_alt, hoặc giữa hai ngoặc vuông")
    shown = bool(saving.files)
    orphans = [one_line(block.text) for block in done.blocks if bare(block.text) in _ORPHAN and len(block.text) < 60]
    if orphans and not shown:
        notes.ask(f"Có chú thích mà không có ảnh: {some(orphans)}. Thêm ảnh hoặc xóa dòng này")


