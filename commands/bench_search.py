"""``bench-search``: what the search costs on a cheap phone, and how often it finds, for sites of several sizes."""

import gzip
import json
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from bench.machine import machine
from bench.report import number
from bench.search import (
    BITS,
    CPU,
    LATENCY_MS,
    PHONE_QUERIES,
    Found,
    Query,
    answers,
    as_values,
    chromium,
    judged,
    read_queries,
    served,
    sized,
    visit,
)
from commands.session import DONE, REFUSED, WRONG_USE, fail, settings_for, start, tell
from plugins import search
from plugins.generator import judge
from plugins.model.problems import ContentRefused
from plugins.model.site import Site
from plugins.press.press import press
from plugins.workers import default_workers


def run(content: Path, list_of: Path | None, sizes: Sequence[int], figures: Path | None, now: str) -> int:
    """Print the tables; exit 1 when the content has errors."""
    try:
        queries = read_queries(list_of.read_text(encoding="utf-8-sig")) if list_of else []
        circumstances = start(content, now)
        if circumstances is None:
            return WRONG_USE
        settings = settings_for(content, circumstances)
        site = judge(settings, circumstances)[0].site
        if site is None:
            return REFUSED
        about = machine()
        with chromium() as browser:
            found = [_measured(sized(site, size), size, queries, browser, settings) for size in sorted(set(sizes))]
    except ContentRefused as refused:
        tell(refused.verdict, refused.problems)
        return REFUSED
    except FileNotFoundError as missing:
        return fail(f"Không có '{missing.filename or missing}'. Cần trình duyệt Chromium (apt-get install chromium) và tệp QUERIES=… đúng đường dẫn.")
    except ValueError as wrong:
        return fail(f"Không đọc được '{list_of}': {wrong}.")
    if figures:
        figures.write_text(json.dumps({"machine": about, "sizes": as_values(found)}, ensure_ascii=False, indent=1), encoding="utf-8")
    click.echo(_report(found, about, len(queries)))
    return DONE


def _measured(site: Site, size: int, queries: list[Query], browser: Any, settings: dict[str, Any]) -> Found:
    """A site that holds the search alone, published into a folder and looked at."""
    click.echo(f"Đo {number(size, 0)} bài, thủ tục…", err=True)
    with tempfile.TemporaryDirectory(prefix="cchc-bench-search-") as room:
        out = Path(room) / "site"
        press(site, tuple(search.plan(site)), Path(settings["THEME"]), Path(settings["PATH"]), out, None, default_workers())
        parts = [gzip.compress(file.read_bytes(), 6) for file in (out / "tim-kiem").iterdir()]
        index = len(gzip.compress((out / "tim-kiem" / "muc-luc.js").read_bytes(), 6))
        with served(out) as address:
            visits = tuple(replace(visit(browser, address, query), near=visit(browser, address, query, 0).first) for query in PHONE_QUERIES)
            hits = judged(queries, answers(browser, address, queries), site) if queries else (None, None, ())
    return Found(size, len(parts), index / 1000, visits, *hits)


def _report(found: Sequence[Found], about: dict[str, str], count: int) -> str:
    phone = f"Điện thoại mô phỏng: CPU chậm {CPU} lần, {number(BITS / 1e6, 1)} Mbit/s, trễ {LATENCY_MS} ms; mở trang lần đầu, chưa lưu gì."
    lines = [*(f"- {label}: {text}" for label, text in about.items()), f"- {phone}", ""]
    lines += ["| Bài, thủ tục | Tệp mục lục | Mục lục chính, kB | Tìm thấy đầu tiên | Trong năm kết quả đầu |", "| --- | --- | --- | --- | --- |"]
    lines += [f"| {number(one.size, 0)} | {one.files} | {number(one.index_kb, 1)} | {_part(one.hit1)} | {_part(one.hit5)} |" for one in found]
    lines += ["", f"Tỷ lệ tính trên {count} câu; kB là sau khi nén gzip.", ""]
    lines += ["| Bài, thủ tục | Câu tìm | Mục lục tải về, kB | Cả trang, kB | Kết quả đầu, giây | … mạng không trễ | Đủ kết quả, giây | Gõ trên trang đã mở, giây |", "| --- | --- | --- | --- | --- | --- | --- | --- |"]
    lines += [
        f"| {number(one.size, 0)} | {v.query} | {number(v.index_kb, 1)} | {number(v.all_kb, 1)} | {number(v.first)} | {number(v.near)} | {number(v.last)} | {number(v.typed)} |"
        for one in found
        for v in one.visits
    ]
    lines += [f"\nKhông thấy ở {number(one.size, 0)}: {'; '.join(one.missed)}" for one in found if one.missed]
    return "\n".join(lines)


def _part(part: float | None) -> str:
    return "–" if part is None else f"{number(part * 100, 1)} %"
