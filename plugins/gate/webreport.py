"""The report as one page of HTML, to be opened by a double click or sent on: it asks nothing of any server and runs nothing."""

import html
from collections import Counter
from collections.abc import Iterable
from itertools import groupby

from plugins.gate.examine import Verdict, Withheld
from plugins.gate.report import summary
from plugins.model.dates import short_date
from plugins.model.problems import Problem, Severity

_STYLE = """
:root{color-scheme:light dark;--ink:#1b1b1b;--soft:#4a4a4a;--ground:#fff;--line:#c9c9c9;--bad:#a3120a;--mild:#7a4b00;--good:#0b6b2e}
@media(prefers-color-scheme:dark){:root{--ink:#eee;--soft:#bbb;--ground:#181818;--line:#444;--bad:#ff9c92;--mild:#f3c26b;--good:#8fdcaa}}
body{margin:0 auto;max-width:60rem;padding:1rem;color:var(--ink);background:var(--ground);font:1rem/1.5 system-ui,sans-serif;overflow-wrap:anywhere}
h1{font-size:1.5rem;margin:0}h2{font-size:1.1rem;margin:2rem 0 .5rem;border-bottom:1px solid var(--line);padding-bottom:.25rem}
p{margin:.5rem 0}ul,ol{margin:0;padding:0;list-style:none}li{padding:.5rem 0;border-bottom:1px solid var(--line)}
table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.25rem .5rem;border-bottom:1px solid var(--line)}
code{font:.875rem/1.4 ui-monospace,Consolas,monospace}.when,.place,.remedy{color:var(--soft)}.remedy{padding-left:1.5rem}
.error b:first-child{color:var(--bad)}.warning b:first-child{color:var(--mild)}.good{color:var(--good)}
@media print{body{max-width:none;padding:0}li,tr{break-inside:avoid}}
"""
_PAGE = """<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
<header>
<h1>{title}</h1>
<p class="when">Thời điểm kiểm tra: {moment} (giờ Việt Nam)</p>
</header>
<main>
{parts}
</main>
</body>
</html>"""


def as_html(verdict: Verdict, problems: Iterable[Problem], moment: str) -> str:
    """A whole page; ``moment`` is the moment that was judged, in words."""
    told = sorted(problems)
    parts = [f"<p>{'<br>'.join(html.escape(line) for line in summary(verdict, told).split(chr(10)))}</p>"]
    if told:
        parts += [*_files(told), _rules(told)]
    else:
        parts.append('<p class="good"><b>Không có điều gì cần sửa.</b></p>')
    if verdict.withheld:
        parts.append(_withheld(verdict.withheld))
    return _PAGE.format(title="Báo cáo kiểm tra nội dung", style=_STYLE, moment=html.escape(moment), parts="\n".join(parts))


def _kind(problem: Problem) -> str:
    return "error" if problem.severity is Severity.ERROR else "warning"


def _rules(problems: list[Problem]) -> str:
    """How often each rule was broken, errors first."""
    counts = Counter((problem.severity is not Severity.ERROR, problem.code) for problem in problems)
    rows = [
        f'<tr class="{"warning" if mild else "error"}"><td><b>{(Severity.WARNING if mild else Severity.ERROR).value}</b></td><td><code>{html.escape(code)}</code></td><td>{count}</td></tr>'
        for (mild, code), count in sorted(counts.items(), key=lambda pair: (pair[0][0], -pair[1], pair[0][1]))
    ]
    head = '<tr><th scope="col">Mức</th><th scope="col">Mã</th><th scope="col">Số chỗ</th></tr>'
    return "\n".join(["<h2>Theo loại</h2>", "<table>", f"<thead>{head}</thead>", "<tbody>", *rows, "</tbody>", "</table>"])


def _files(problems: list[Problem]) -> Iterable[str]:
    for path, of_file in groupby(problems, key=lambda problem: problem.path):
        yield "\n".join([f"<h2>{html.escape(path)}</h2>", "<ul>", *map(_problem, of_file), "</ul>"])


def _problem(problem: Problem) -> str:
    place = f' <span class="place">dòng {problem.line}</span>' if problem.line else ""
    what = f"<b>{problem.severity.value}</b>{place}: {html.escape(problem.what)} <code>{html.escape(problem.code)}</code>"
    return f'<li class="{_kind(problem)}">{what}<div class="remedy">→ {html.escape(problem.remedy)}</div></li>'


def _withheld(withheld: Iterable[Withheld]) -> str:
    rows = []
    for one in withheld:
        day = short_date(one.moment) if one.moment else ""
        rows.append(f"<tr><td>{one.standing.value}</td><td>{day}</td><td>{html.escape(one.path)}</td><td>{html.escape(one.title)}</td></tr>")
    head = "".join(f'<th scope="col">{name}</th>' for name in ("Trạng thái", "Ngày", "Tệp", "Tiêu đề"))
    return "\n".join(["<h2>Chưa đăng</h2>", "<table>", f"<thead><tr>{head}</tr></thead>", "<tbody>", *rows, "</tbody>", "</table>"])
