"""``print``: A4 sheets of the procedures as PDF files, for the notice board; and what ``publish`` adds of them to the site."""

import multiprocessing
import os
import time
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path

import click

from commands.environment import ROOT, need
from commands.session import DONE, REFUSED, WRONG_USE, fail, settings_for, start, tell
from plugins.generator import judge
from plugins.model.addresses import facet_slug
from plugins.model.page import File
from plugins.model.problems import ContentRefused
from plugins.model.procedure import read_code
from plugins.model.site import Site
from plugins.model.text import nearest
from plugins.press.sheets import WHOLE_LIST, Sheet, SheetMaker, current, sector_names
from plugins.workers import default_workers, share_out
from publishing.print.document import Document, PrintRefused
from publishing.print.pdf import make, maker
from publishing.print.store import Store

# The room of the published sheets: its name for Addresses, which the gate drops unless the profile says so.
SHEETS = "sheets"


def run(content: Path, out: Path, wanted: tuple[tuple[str, ...], tuple[str, ...], bool], now: str) -> int:
    """Print codes, sectors, or everything; with nothing named, the whole list alone."""
    began = time.monotonic()
    try:
        made_by = maker()
        circumstances = start(content, now)
        if circumstances is None:
            return WRONG_USE
        settings = settings_for(content, circumstances)
        site = judge(settings, circumstances)[0].site
        if site is None or not current(site):
            return fail("Chưa có thủ tục hành chính nào đang áp dụng để in.")
        sheets = SheetMaker(site, Path(settings["THEME"]))
        documents = [_document(sheets, sheet, content) for sheet in _chosen(sheets, site, *wanted)]
        new, put = _make(_store(made_by), documents, out)
    except ContentRefused as refused:
        tell(refused.verdict, refused.problems)
        return REFUSED
    except PrintRefused as refused:
        return fail(str(refused))
    except OSError as error:
        return fail(f"Không ghi được ({error.strerror}: {error.filename}). Kiểm tra chỗ trống và quyền ghi của thư mục '{out}'.")
    seconds = f"{time.monotonic() - began:.1f}".replace(".", ",")
    click.echo(f"Bản in ở thư mục {out}: {len(documents)} tệp PDF ({new} dựng mới, {put} tệp thay đổi). ({seconds} giây)", err=True)
    if not any(wanted):
        click.echo("Mới in danh mục. In từng thủ tục: CODE=mã; từng lĩnh vực: SECTOR=\"tên\"; tất cả: ALL=1.", err=True)
    return DONE


def sheet_files(content: Path) -> Callable[[Site], Iterable[File]]:
    """A room for ``publish``: the list and a sheet a current procedure, where the profile publishes them.

    Raises :class:`PrintRefused` when they cannot be made here.
    """

    def plan(site: Site) -> Iterable[File]:
        if not site.addresses.sheet(WHOLE_LIST) or not current(site):
            return
        need("print")
        made_by = maker()
        store, sheets = _store(made_by), SheetMaker(site, ROOT / "theme")
        documents = [_document(sheets, sheet, content) for sheet in (sheets.whole(), *map(sheets.one, current(site)))]
        keep = _keeper(store, len(store.missing(documents)))
        for document in documents:
            address, made_of = site.addresses.sheet(document.name), document.fingerprint(made_by)
            yield File(address, made_of, partial(_made, store, document, keep), slow=True)

    return plan


def _made(store: Store, document: Document, keep: Callable[[Document], None], _: object) -> bytes:
    return store.made(document, keep)


def _chosen(sheets: SheetMaker, site: Site, codes: tuple[str, ...], sectors: tuple[str, ...], everything: bool) -> list[Sheet]:
    """The sheets that were asked for, each once; a code or a sector that is not there is refused."""
    if everything:
        return list(sheets.every())
    by_code, names = {p.code: p for p in current(site)}, sector_names(site)
    chosen = [] if codes or sectors else [sheets.whole()]
    for typed in dict.fromkeys(codes):
        code = (read_code(typed) or (typed, ""))[0]
        if code not in by_code:
            raise PrintRefused(f"Không có thủ tục đang áp dụng mang mã '{typed}'. {_hint(code, list(by_code))}")
        chosen.append(sheets.one(by_code[code]))
    for typed in dict.fromkeys(sectors):
        if facet_slug(typed) not in names:
            raise PrintRefused(f"Không có lĩnh vực '{typed}'. {_hint(typed, list(names.values()))}")
        chosen.append(sheets.sector(facet_slug(typed)))
    return list({sheet.name: sheet for sheet in chosen}.values())


def _hint(typed: str, choices: list[str]) -> str:
    near = nearest(typed, choices)
    return f"Có phải '{near}'?" if near else f"Ví dụ: '{choices[0]}'."


def _document(sheets: SheetMaker, sheet: Sheet, content: Path) -> Document:
    html = sheets.html(sheet)
    pictures = {address: (content / source, digest) for address, (source, digest) in sheets.pictures(html).items()}
    return Document(sheet.name, sheet.title, html, sheets.styles, pictures)


def _store(made_by: str) -> Store:
    return Store(Path(os.environ.get("CCHC_CACHE") or ROOT / ".cache") / "print", made_by)


def _make(store: Store, documents: Sequence[Document], out: Path) -> tuple[int, int]:
    """How many documents were made anew, and how many files of the folder changed."""
    missing = store.missing(documents)
    workers = default_workers()
    # Work is shared out in runs of neighbours; the long booklets stand side by side, so they are spread first.
    share_out(_keeper(store, len(missing)), [document for start in range(workers * 4) for document in missing[start :: workers * 4]], workers)
    return len(missing), sum(store.hand_out(document, out) for document in documents)


def _keeper(store: Store, total: int) -> Callable[[Document], None]:
    """Makes and keeps a document, and tells how far the work has come, in however many processes."""
    done = multiprocessing.Value("i", 0)

    def keep(document: Document) -> None:
        store.keep(document, make)
        with done.get_lock():
            done.value += 1
            click.echo(f"  [{done.value}/{total}] {document.name}.pdf – {_short(document.title)}", err=True)

    return keep


def _short(title: str) -> str:
    return title if len(title) <= 70 else title[:70].rpartition(" ")[0] + "…"
