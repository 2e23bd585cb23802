"""How the browser looks through the index as one text: the same as if every page and line were cut into its syllables."""

from typing import Any

import pytest

# The plain way, as slow as it is: syllables of each text, and what stands beside what.
PLAIN = """async () => {
  const source = await (await fetch(document.querySelector('[data-search]').dataset.search)).text();
  const data = JSON.parse(source.slice(source.indexOf('(') + 1, source.lastIndexOf(')')));
  const { Index, syllables } = cchcTimKiem;
  const index = new Index(data);
  const facets = list => list.split(',').map(number => data.a[number] || '').join(' , ');
  const pages = data.t.map((title, n) => [title, `${data.c[n]} , ${data.w[n]} , ${facets(data.f[n])}`, data.x[n]].map(syllables));
  const lines = data.y.map(line => ({ said: line.split('=')[0].split(',').map(syllables), meant: syllables(line.split('=')[1]) }));
  const pairs = field => field.slice(1).map((word, n) => `${field[n]} ${word}`);
  return { index, pages, lines, pairs };
}"""


@pytest.fixture(scope="module")
def told(browser: Any, site: str) -> Any:
    """The page of the sample site with its index, and the plain way beside it as ``both``."""
    page = browser.new_page()
    page.goto(site + "tim-kiem.html?q=a")
    page.locator("[data-part=status]", has_text="“").wait_for(state="attached")
    page.evaluate(f"({PLAIN})().then(both => {{ self.both = both; }})")
    yield page
    page.close()


def test_a_page_has_the_syllables_of_its_texts(told: Any) -> None:
    different = told.evaluate("both.pages.filter((fields, n) => JSON.stringify(fields) !== JSON.stringify(both.index.rows.at(n).tokens))")
    assert different == []
    assert told.evaluate("both.pages.length") > 50


def test_every_syllable_is_found_where_it_stands(told: Any) -> None:
    counted = told.evaluate("""() => {
      const where = new Map();
      both.pages.forEach((fields, n) => new Set(fields.flat()).forEach(word => where.set(word, [...(where.get(word) || []), n])));
      const wrong = [...where].filter(([word, places]) => both.index.text.places(word).join() !== places.join());
      return { count: where.size, wrong, none: both.index.text.places('khongco'), order: [...where.keys()].join() === [...both.index.text.all()].join() };
    }""")
    assert counted["wrong"] == []
    assert counted["none"] == []
    assert counted["count"] > 500
    assert counted["order"]


def test_neighbours_are_those_of_one_field(told: Any) -> None:
    counted = told.evaluate("""() => {
      const pairs = new Set(both.pages.flatMap(fields => fields.flatMap(both.pairs)));
      const firm = new Set(both.pages.flatMap((fields, n) => both.index.rows.kind(n) === 'thu-tuc' ? both.pairs(fields[0]) : []));
      const ends = both.pages.flatMap((fields, n) => [fields[0].at(-1) + ' ' + fields[1][0], fields[2].at(-1) + ' ' + (both.pages[n + 1] || fields)[0][0]]);
      const asked = [...pairs, ...ends];
      const beside = pair => { const [first, second] = pair.split(' '); return both.index.text.beside(first).after.has(second) && both.index.text.beside(second).before.has(first); };
      return { count: pairs.size, wrong: asked.filter(pair => both.index.text.pair(pair) !== pairs.has(pair) || beside(pair) !== pairs.has(pair) || both.index.firm(pair) !== firm.has(pair)) };
    }""")
    assert counted["wrong"] == []
    assert counted["count"] > 1000


def test_everyday_words_are_known_by_syllables_and_by_neighbours_of_what_is_said(told: Any) -> None:
    counted = told.evaluate("""() => {
      const lines = new Map();
      const hold = (words, line, part) => lines.set(words, [...(lines.get(words) || []), ...((lines.get(words) || []).some(([one]) => one === line) ? [] : [[line, part]])]);
      both.lines.forEach(({ said, meant }, line) => {
        said.forEach(one => [...one, ...both.pairs(one)].forEach(words => hold(words, line, 1)));
        meant.forEach(word => hold(word, line, 0.5));
      });
      return { count: lines.size, wrong: [...lines].filter(([words, held]) => both.index.everyday.holding(words).join() !== held.flat().join()) };
    }""")
    assert counted["wrong"] == []
    assert counted["count"] > 2000
