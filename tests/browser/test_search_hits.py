"""How often people find the procedure that they mean: queries as people type them, over the procedures of a commune.

``searching/procedures.tsv`` holds codes, sectors and official names; ``searching/queries.tsv`` what five kinds of people would type
and which procedures answer it, written down before the search was asked for the first time.
"""

import functools
import threading
from collections.abc import Iterator
from dataclasses import replace
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from bench.search import Query, place, read_queries
from plugins.press.press import press
from plugins.search import plan
from tests.browser.conftest import Quiet
from tests.conftest import ROOT
from tests.factory import site as make_site
from tests.rooms.procedures.records import procedure

HERE = Path(__file__).parent / "searching"
PROCEDURES = [line.split("\t") for line in (HERE / "procedures.tsv").read_text(encoding="utf-8").splitlines()[1:]]
QUERIES = read_queries((HERE / "queries.tsv").read_text(encoding="utf-8"))
SECTORS = {code: sector for code, sector, _ in PROCEDURES}
ASK = """async queries => {
  const text = await (await fetch(document.querySelector('[data-search]').dataset.search)).text();
  const index = new cchcTimKiem.Index(JSON.parse(text.slice(text.indexOf('(') + 1, text.lastIndexOf(')'))));
  return queries.map(query => cchcTimKiem.ordered(index.ask(query).best).slice(0, 5).map(one => one.doc.path));
}"""


@pytest.fixture(scope="module")
def asked(browser: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """Gives the first five addresses for each query, in a site of these procedures alone."""
    of = replace(make_site(), procedures=tuple(procedure(code, title=title, sector=sector) for code, sector, title in PROCEDURES))
    out = tmp_path_factory.mktemp("thu-tuc") / "site"
    press(of, tuple(plan(of)), ROOT / "theme", out, out, None, 1)
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(out)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    page = browser.new_page()
    page.goto(f"http://127.0.0.1:{server.server_address[1]}/tim-kiem.html?q=a")
    page.locator("[data-part=status]", has_text="“").wait_for(state="attached")
    yield lambda queries: page.evaluate(ASK, queries)
    page.close()
    server.shutdown()
    server.server_close()


def places(asked: Any, queries: list[Query]) -> list[int]:
    return [place(query, found, SECTORS) for query, found in zip(queries, asked([query.text for query in queries]), strict=True)]


def test_nearly_everything_that_people_ask_stands_among_the_first_five_answers(asked: Any) -> None:
    found = places(asked, QUERIES)
    missed = [query.text for query, at in zip(QUERIES, found, strict=True) if not at]
    assert len(QUERIES) > 750
    assert sum(at > 0 for at in found) / len(found) >= 0.95, missed
    assert sum(at == 1 for at in found) / len(found) >= 0.88


def test_the_very_name_of_a_procedure_finds_it_first_with_and_without_marks(asked: Any) -> None:
    names = [title for _, _, title in PROCEDURES]
    short = [(code, title) for code, _, title in PROCEDURES if len(title.split()) <= 12 and names.count(title) == 1]
    exact = [Query(text, (code,)) for code, title in short for text in (title, title.casefold())]
    assert len(exact) > 100
    found = places(asked, exact)
    assert [query.text for query, at in zip(exact, found, strict=True) if at != 1] == []


@pytest.mark.parametrize("typed", ["{0}.{1}", "{0}{1}", "{1}", "ma {0}.{1}", "mã TTHC {0}.{1}", "{0}-{1}", "{0} {1}", "{0}.{1}.000.00.00.H40", "{0}.{1}.H05"])
def test_a_code_is_found_first_however_it_is_written(asked: Any, typed: str) -> None:
    codes = [code for code, _, _ in PROCEDURES[::9]]
    assert places(asked, [Query(typed.format(*code.split(".")), (code,)) for code in codes]) == [1] * len(codes)


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("dkkh", "1.000894"),  # first letters
        ("xin bản sao gks", "2.000635"),
        ("giấy độc thân", "1.004873"),  # everyday words,
        ("xin cái giấy độc thân để mua nhà", "1.004873"),  # with others around
        ("lãnh lương hưu qua thẻ", "2.000740"),  # and words of another region
        ("ba má tôi mới mất", "1.005461"),
        ("căn cươc", "1.014061"),  # half the marks
        ("chứng thực chử ký", "2.000884"),  # hỏi and ngã alike
        ("ddat ddai", "1.013978"),  # Telex
        ("dang ky ket hon can mang theo gi", "1.000894"),  # a question
    ],
)
def test_each_way_to_say_it_is_understood(asked: Any, query: str, code: str) -> None:
    assert code in [address.removeprefix("thu-tuc/").removesuffix(".html") for address in asked([query])[0]]
