"""The measured figures as Markdown tables in Vietnamese, and as plain values for a file."""

from collections.abc import Sequence
from dataclasses import asdict
from itertools import pairwise
from typing import Any

from bench.bounds import BOUNDS, GROWTH, STEP_NAMES, Bound, growth, ratio, value
from bench.measure import Race

_PAIRS = (("pelican", "cpu", "CPU so với Pelican gốc"), ("hugo", "cpu", "CPU so với Hugo"), ("hugo", "wall", "giây so với Hugo"))


def as_markdown(races: Sequence[Race], machine: dict[str, str]) -> str:
    """All tables of a run."""
    versions = {label: races[0].versions[name] for name, label in races[0].labels.items()}
    facts = [f"- {label}: {text}" for label, text in {**machine, **versions}.items()]
    blocks = ["\n".join(facts)]
    for race in races:
        blocks += [_title(race), _costs(race), _effects(race), _bounds(race)]
    if len(races) > 1:
        blocks.append(_growth(races))
    return "\n\n".join(blocks) + "\n"


def as_values(races: Sequence[Race], machine: dict[str, str]) -> dict[str, Any]:
    """Every single figure, for JSON."""
    values = [asdict(race) for race in races]
    for done in (done for one in values for steps in one["effects"].values() for done in steps.values()):
        done["changed"] = len(done["changed"])
    return {"machine": machine, "races": values}


def number(found: float | None, digits: int = 2) -> str:
    """A figure as it is written in Vietnamese; a dash when there is none."""
    if found is None:
        return "–"
    return f"{found:,.{digits}f}".translate(str.maketrans(",.", ".,"))


def _title(race: Race) -> str:
    news, procedures = number(race.corpus.news, 0), number(race.corpus.procedures, 0)
    pairs = "một lượt" if race.rounds == 1 else f"trung vị của {race.rounds} lượt xen kẽ"
    return (
        f"## {news} tin, {procedures} thủ tục\n\nMỗi ô: giây / giây CPU (kể cả tiến trình con) / MB của tiến trình lớn nhất; {pairs}; "
        "tỷ lệ tính theo từng cặp cùng lượt."
    )


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _steps(race: Race) -> list[str]:
    return list(next(iter(race.costs.values())))


def _costs(race: Race) -> str:
    pairs = [pair for pair in _PAIRS if pair[0] in race.labels and "cchc" in race.labels]
    rows = []
    for step in _steps(race):
        cells = [
            f"{number(value(race, name, step, 'wall'))} / {number(value(race, name, step, 'cpu'))} / {number(value(race, name, step, 'rss'), 0)}"
            for name in race.labels
        ]
        ratios = [f"×{number(ratio(race, ('cchc', step), (peer, step), what))}" for peer, what, _ in pairs]
        rows.append([STEP_NAMES[step], *cells, *ratios])
    return _table(["Bước", *race.labels.values(), *(label for _, _, label in pairs)], rows)


def _effects(race: Race) -> str:
    rows = []
    for step in _steps(race):
        done = [race.effects[name][step] for name in race.labels]
        rows.append([STEP_NAMES[step], *(f"{number(one.written, 0)} / {number(len(one.changed), 0)} / {number(one.removed, 0)}" for one in done)])
    last = [race.effects[name][_steps(race)[-1]] for name in race.labels]
    rows.append(["cả trang: tệp, trong đó HTML", *(f"{number(one.files, 0)}, {number(one.pages, 0)}" for one in last)])
    rows.append(["cả trang: MB", *(number(one.size / 1e6, 1) for one in last)])
    table = _table(["Tệp được ghi / thật sự khác / bị bỏ", *race.labels.values()], rows)
    said = {None: "", True: "\n\nSau mọi bước, trang giống từng byte với bản dựng từ đầu.", False: "\n\n**Sau mọi bước, trang khác bản dựng từ đầu.**"}
    return table + said[race.same]


def _bounds(race: Race) -> str:
    rows = [
        [
            STEP_NAMES.get(bound.step, "mọi bước"),
            bound.what,
            f"≤ {_amount(bound, bound.must)}",
            f"≤ {_amount(bound, bound.aim)}",
            _amount(bound, bound.find(race)),
            _verdict(bound, bound.find(race)),
        ]
        for bound in BOUNDS
    ]
    note = "" if race.corpus.news == 10_000 else "\n\nCác mức này đặt cho 10.000 tin và hai nhân; ở cỡ khác chỉ để tham khảo."
    return _table(["Bước", "Đo", "Phải đạt", "Mong muốn", "Đo được", "Kết quả"], rows) + note


def _amount(bound: Bound, found: float | None) -> str:
    if found is None:
        return "–"
    if bound.unit == "×":
        return f"{number(found)}×"
    return f"{number(found)} s" if bound.unit == "s" else f"{number(found, 0)} {bound.unit}".strip()


def _verdict(bound: Bound, found: float | None) -> str:
    if found is None:
        return "không đo"
    if found > bound.must:
        return "**chưa đạt**"
    return "đạt mức mong muốn" if found <= bound.aim else "đạt"


def _growth(races: Sequence[Race]) -> str:
    rows = []
    for small, large in pairwise(races):
        for step in _steps(large):
            factor = growth(small, large, step)
            verdict = "không đo" if factor is None else "đạt" if factor <= GROWTH else "**chưa đạt**"
            sizes = f"{number(small.corpus.news, 0)} → {number(large.corpus.news, 0)}"
            costs = (value(one, "cchc", step, "cpu") for one in (small, large))
            rows.append([sizes, STEP_NAMES[step], " → ".join(map(number, costs)), f"{number(factor, 1)}×", f"≤ {number(GROWTH, 0)}×", verdict])
    return "## Độ tăng\n\n" + _table(["Số tin", "Bước", "Giây CPU", "Quy về mười lần", "Phải đạt", "Kết quả"], rows)
