"""One source as one content file with its pictures: what is written, and what the editor is told."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from importers.container import SourceRefused
from importers.markdown import quoted
from importers.news.article import Article, article_of
from importers.news.blocks import Block
from importers.news.casing import issuer, signing
from importers.news.categories import likely
from importers.news.characters import one_line
from importers.news.headline import TITLE_LIMIT
from importers.news.letterhead import Document, document_of
from importers.news.links import settle
from importers.news.notes import Notes
from importers.news.picked import Picked, pick
from importers.news.prose import markdown_of
from importers.news.source import Source
from importers.values import bare
from plugins.model.dates import short_date
from plugins.model.matter import KINDS
from plugins.model.text import slugify

BODY_LIMIT = 900_000  # a content file may have 1 MB
NEWS, PAGES, DOCUMENTS = "tin-tuc", "trang", "van-ban"


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the editor said on the command line; it is never guessed against."""

    kind: str = ""
    category: str = ""
    date: datetime | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """``path`` of the content file and its text; ``files`` are pictures as bytes, and files beside the source to be copied."""

    path: str
    title: str
    text: str
    files: Mapping[str, bytes | Path] = field(default_factory=dict)
    is_draft: bool = True


def item_of(blocks: list[Block], footnotes: list[Block], source: Source, name: str, mark: str, wishes: Wishes, notes: Notes) -> Item:
    """Raises :class:`SourceRefused` when nothing is left to read."""
    document = document_of(blocks)
    kind = _kind(document, wishes, notes)
    if document is not None:
        article = _article_of_document(blocks, document, kind)
    else:
        article = article_of(blocks, source, notes)
    if not article.blocks:
        raise SourceRefused("import-no-text")
    title = _title(article.title, name, notes)
    date = article.date or wishes.date
    place, stem = _place(kind, title, date, document)
    picked = pick(article.blocks, source, f"hinh-anh/{place}", slugify(title, 50) or "anh", notes)
    attached = settle([*picked.blocks, *footnotes], source, place, notes)
    values = _values(kind, title, date, article, document, picked, wishes, notes)
    body = _body(picked.blocks, footnotes)
    if len(body.encode()) > BODY_LIMIT:
        raise SourceRefused("import-long", size=f"{len(body.encode()) / 1e6:.1f} MB".replace(".", ","))
    _ask_about(kind, title, date, article, document, body, notes)
    is_draft = not notes.sure
    text = _text(values, name, mark, is_draft, date is None and kind != PAGES, body)
    return Item(f"{kind}/{place}{stem}.md", title, text, {**picked.files, **attached}, is_draft)


def _kind(document: Document | None, wishes: Wishes, notes: Notes) -> str:
    """The folder: what was wished; a document whose number and date are whole to the register; else the news."""
    if document is not None and document.blanks:
        notes.ask(f"Văn bản còn để trống {', '.join(document.blanks)}: điền vào tệp Word đã ban hành rồi nhập lại, hoặc để là tin")
    if wishes.kind:
        return wishes.kind
    whole = document is not None and document.number and document.symbol and document.date
    return DOCUMENTS if document is not None and whole and not document.blanks else NEWS


def _article_of_document(blocks: list[Block], document: Document, kind: str) -> Article:
    """In the register signature and recipients are facts; in the news they stay where they were typed."""
    text = blocks[document.first : document.last] + blocks[document.end :] if kind == DOCUMENTS else blocks[document.first :]
    day = f" ngày {short_date(document.date)}" if document.date else ""
    origin = f"{document.kind} số {document.whole_number}{day}".strip() if document.number and kind == NEWS else ""
    return Article(document.title, document.date, origin=origin, blocks=list(text))


def _title(found: str, name: str, notes: Notes) -> str:
    title = one_line(found)
    if not bare(title):
        title = re.sub(r"[_-]+", " ", Path(name).stem).strip()
        notes.ask("Không thấy tiêu đề trong văn bản: đã lấy tên tệp, sửa lại")
    elif title.isupper() and len(title) > 20:
        notes.ask("Tiêu đề viết hoa toàn bộ: gõ lại như câu bình thường")
    if len(title) > TITLE_LIMIT:
        notes.ask(f"Tiêu đề dài {len(title)} ký tự, đã cắt bớt: rút gọn lại")
        title = title[: TITLE_LIMIT - 1].rsplit(" ", 1)[0] + "…"
    return title


def _place(kind: str, title: str, date: datetime | None, document: Document | None) -> tuple[str, str]:
    """(folder below the kind, name of the file without its ending)."""
    slug = slugify(title, 60) or "bai"
    if kind == PAGES:
        return "", slug
    if kind == DOCUMENTS and document is not None and document.number:  # the number tells documents apart, not the summary
        slug = f"{slugify(document.whole_number)}-{slugify(title, 40)}".strip("-")
    return (f"{date.year}/", f"{date:%Y-%m-%d}-{slug}") if date else ("", slug)


def _values(kind: str, title: str, date: datetime | None, article: Article, document: Document | None, picked: Picked, wishes: Wishes, notes: Notes) -> dict[str, str]:
    """Front matter, as far as the kind has keys for it."""
    given = {"title": title, "summary": article.summary, "author": article.author, "source": article.origin}
    if kind != PAGES and date is not None:
        given["date"] = short_date(date) + (f" {date:%H:%M}" if date.hour or date.minute else "")
    if kind == NEWS:
        given["category"] = wishes.category or likely(title, document is not None).slug
        if not wishes.category:
            notes.guess(f"Chuyên mục: {given['category']} (theo chữ trong tiêu đề)")
    given |= {"image": picked.image, "image_alt": picked.alt, "image_caption": picked.caption}
    if kind == DOCUMENTS and document is not None:
        given |= _facts(document)
    return {key: given[key] for key in KINDS[kind][1] if given.get(key)}


def _facts(document: Document) -> dict[str, str]:
    """Facts by the keys of the register."""
    return {
        "number": document.whole_number,
        "type": document.kind,
        "issuer": issuer(document.agency),
        "place": document.place,
        "signer": document.signer,
        "signer_title": "; ".join(map(signing, document.post)),
        "recipients": "; ".join(document.recipients),
    }


def _body(blocks: list[Block], footnotes: list[Block]) -> str:
    ranks = sorted({int(b.tag.name[1]) for b in blocks if b.kind == "heading" and re.fullmatch("h[1-6]", b.tag.name)})
    parts: list[str] = []
    for block in blocks:
        level = 2 + min(ranks.index(int(block.tag.name[1])), 4) if block.kind == "heading" else 0
        text = markdown_of(block, level)
        if text:
            parts.append(("\n" if block.tight and parts else "\n\n") + text)
    parts += [f"\n\n[^{number}]: {one_line(markdown_of(note))}" for number, note in enumerate(footnotes, 1)]
    return "".join(parts).strip("\n")


def _ask_about(kind: str, title: str, date: datetime | None, article: Article, document: Document | None, body: str, notes: Notes) -> None:
    if date is None and kind in {NEWS, DOCUMENTS}:
        notes.ask("Không thấy ngày đăng: thêm dòng date, hoặc nhập lại với DATE=ngày/tháng/năm")
    if document is not None:
        facts = (document.kind, f"số {document.whole_number}" if document.number else "", document.place, document.signer and f"người ký {document.signer}")
        notes.change(f"Nhận ra thể thức văn bản: {', '.join(fact for fact in facts if fact)}; quốc hiệu, tên cơ quan, dòng kẻ không chép vào bài")
    if kind == DOCUMENTS and (document is None or not document.number):
        notes.ask("Không thấy số, ký hiệu của văn bản: ghi ở khóa number")
    if document is not None and kind == DOCUMENTS and document.agency and not issuer(document.agency):
        notes.ask(f"Ghi cơ quan ban hành ở khóa issuer (đầu văn bản: {' – '.join(document.agency)})")
    if document is not None and document.secret:
        notes.ask(f"Văn bản có dấu “{document.secret}”: KHÔNG được đăng văn bản mật hoặc lưu hành nội bộ, xóa bài này nếu dấu còn hiệu lực")
    if document is not None and kind == DOCUMENTS and ";" in document.signer:
        notes.ask(f"Văn bản có nhiều người ký ({document.signer}): xem lại signer, signer_title")
    if document is not None and kind == DOCUMENTS:
        notes.ask("Thêm tệp PDF bản đã ký số của văn bản vào tai-lieu/ và ghi ở khóa file")
    if article.summary and bare(article.summary) == bare(title):
        notes.ask("Tóm tắt trùng với tiêu đề")
    if re.search(r"Error! (?:Bookmark|Reference)|Lỗi! (?:Thẻ đánh dấu|Không tìm thấy nguồn)", body):
        notes.ask("Bài còn chữ báo lỗi của Word (“Error! Bookmark not defined.”): xóa hoặc sửa")


def _text(values: Mapping[str, str], name: str, mark: str, is_draft: bool, undated: bool, body: str) -> str:
    head = [f"# nhập từ {one_line(name)} [{mark}]"]
    for key, value in values.items():
        head.append(f"{key}: {value if re.fullmatch(r'[a-z0-9-]+|[0-9]{2}/[0-9]{2}/[0-9]{4}(?: [0-9]{2}:[0-9]{2})?', value) else quoted(value)}")
        if undated and key == "title":
            head.append("# date: chưa thấy ngày trong văn bản; bỏ dấu # và viết, ví dụ date: 24/5/2026 08:30")
    if is_draft:
        head.append("status: draft")
    return "\n".join(["---", *head, "---", "", body, ""])
