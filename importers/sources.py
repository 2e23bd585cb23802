"""A file or a folder of official exports, read into one harvest."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from importers.catalogue import is_catalogue, read_catalogue
from importers.container import Kind, SourceRefused, kind_of
from importers.detail import read_detail
from importers.extract import OFFICIAL_PARTS, Extract, Harvest
from importers.layout import Block
from importers.official_list import read_list
from importers.parts_of import content_of
from importers.workbook import sheets
from plugins.model.problems import problem
from plugins.model.procedure import read_code

ENDINGS = frozenset({".xlsx", ".xlsm", ".xls", ".docx", ".doc", ".pdf"})


def gather(source: Path) -> Harvest:
    """All procedures of a file, or of every export below a folder, one extract a code."""
    files = exports_in(source)
    if not files:
        return Harvest(problems=(problem("import-folder-empty", source.name, endings=" ".join(sorted(ENDINGS))),))
    return gather_files(files)


def exports_in(source: Path) -> list[tuple[Path, str]]:
    """(file, its name in the folder) of a file, or of everything below a folder that may be an export."""
    if not source.is_dir():
        return [(source, source.name)]
    files = sorted(p for p in source.rglob("*") if p.suffix.lower() in ENDINGS and p.is_file() and not p.name.startswith(("~$", ".")))
    return [(path, path.relative_to(source).as_posix()) for path in files]


def gather_files(files: Iterable[tuple[Path, str]]) -> Harvest:
    """All procedures of these files, one extract a code."""
    return united([_read(path, name) for path, name in files])


def _read(path: Path, name: str) -> Harvest:
    try:
        kind = kind_of(path)
        if kind is Kind.WORKBOOK:
            found = sheets(path)
            return read_catalogue(found, name) if is_catalogue(found) else read_list(found, name)
        return read_detail(_document(path, kind), name)
    except SourceRefused as refused:
        return Harvest(problems=(problem(refused.code, name, **refused.facts),))


def _document(path: Path, kind: Kind) -> list[Block]:
    from importers import word

    if kind is Kind.PDF:
        from importers.pdf import pdf_blocks  # half a second to import

        return pdf_blocks(path)
    if kind is Kind.PAGE:
        return word.page_blocks(path.read_text(encoding="utf-8-sig", errors="replace"))
    return word.word_blocks(path) if kind is Kind.WORD else word.old_word_blocks(path)


def united(harvests: Iterable[Harvest]) -> Harvest:
    """One extract a code: what says more goes first, what it leaves empty is filled by the others."""
    harvests = list(harvests)
    problems = [p for harvest in harvests for p in harvest.problems]
    by_base: dict[str, list[Extract]] = defaultdict(list)
    for extract in (e for harvest in harvests for e in harvest.extracts):
        by_base[base_of(extract)].append(extract)
    done = []
    for extracts in by_base.values():
        extracts.sort(key=lambda e: (-e.origin, e.where))
        for i, one in enumerate(extracts[1:], 1):
            same = next((other for other in extracts[:i] if other.origin is one.origin), None)
            if same is not None and same != one:
                problems.append(problem("import-code-twice", one.where, code=one.code, other=same.where))
        done.append(_filled(extracts))
    refused = frozenset(code for harvest in harvests for code in harvest.refused) - by_base.keys()
    return Harvest(tuple(done), refused, tuple(problems))


def base_of(extract: Extract) -> str:
    """The short form of a code: the same procedure whatever unit the code names."""
    read = read_code(extract.code)
    return read[0] if read else extract.code


def _filled(extracts: list[Extract]) -> Extract:
    first, *others = extracts
    for other in others:
        gaps = {key: value for key, value in other.facts.items() if not first.facts.get(key)}
        first = replace(first, facts={**first.facts, **gaps}, known=first.known | other.known)
        for part in OFFICIAL_PARTS:
            if not any(content_of(first, part).values()):
                first = replace(first, **content_of(other, part))
    return first
