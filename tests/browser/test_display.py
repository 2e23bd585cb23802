"""What a reader may change, and what must hold whatever is chosen: size, contrast, the unit's colours, forced colours, reading aloud."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from plugins.model.colours import palette
from tests.audit import access

HOME, ITEM, PROCEDURE, LIST = "index.html", "tin-tuc/huong-dan-nop-ho-so-truc-tuyen.html", "thu-tuc/1.001193.html", "thu-tuc/index.html"
CHOSEN = [HOME, ITEM, PROCEDURE, LIST]
# Two marks on a capital, one above and one below, and what hangs below the line.
STACKED = "ỄẶỖỮ ếặỹ"
SHIFTS = """
    window.shifted = 0;
    new PerformanceObserver(list => { for (const one of list.getEntries()) window.shifted += one.value; })
        .observe({type: 'layout-shift', buffered: true});
"""
# A browser with one voice, of a language; it keeps what it was given to say and says it at once.
VOICE = """
    window.said = [];
    window.SpeechSynthesisUtterance = function (text) { this.text = text; };
    Object.defineProperty(window, 'speechSynthesis', { value: {
        getVoices: () => [{ lang: '%s', name: 'voice' }],
        addEventListener() {},
        cancel() { this.stopped = true; },
        speak(one) { window.said.push(one.text); if (!window.slow) setTimeout(one.onend); },
    }});
"""


@contextmanager
def opened(browser: Any, address: str, script: str = "", **context: Any) -> Iterator[Any]:
    made = browser.new_context(**context)
    page = made.new_page()
    if script:
        page.add_init_script(script)
    page.goto(address)
    yield page
    made.close()


def size_of_letters(page: Any) -> float:
    return float(page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)"))


def choose(page: Any, label: str) -> None:
    page.locator("summary", has_text="Hiển thị").click()
    page.get_by_label(label, exact=True).check()


# — size and contrast —


def test_the_size_of_letters_is_remembered_and_set_before_the_page_is_painted(browser: Any, site: str) -> None:
    with opened(browser, site + ITEM, SHIFTS) as page:
        assert size_of_letters(page) == 16
        choose(page, "Lớn")
        assert size_of_letters(page) == 20
        for address in CHOSEN:
            page.goto(site + address, wait_until="networkidle")
            assert size_of_letters(page) == 20
            assert page.evaluate("window.shifted") < 0.01, address
        choose(page, "Nhỏ")
        assert size_of_letters(page) == 15
        page.get_by_label("Vừa", exact=True).check()
        page.reload()
        assert size_of_letters(page) == 16


def test_the_control_is_worked_from_the_keyboard_and_closed_with_escape(browser: Any, site: str) -> None:
    with opened(browser, site + ITEM) as page:
        page.locator("summary", has_text="Hiển thị").focus()
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.name") == "coChu"
        page.keyboard.press("ArrowDown")
        assert size_of_letters(page) == 20
        page.keyboard.press("Tab")
        page.keyboard.press("ArrowDown")
        assert page.evaluate("document.documentElement.dataset.tuongPhan") == "cao"
        page.keyboard.press("Escape")
        assert page.evaluate("document.activeElement.tagName") == "SUMMARY"
        assert not page.locator(".c-display__sheet").is_visible()


def test_with_high_contrast_every_word_stands_as_black_on_white_or_white_on_black(browser: Any, site: str) -> None:
    for scheme in ("light", "dark"):
        with opened(browser, site + ITEM, color_scheme=scheme) as page:
            choose(page, "Cao")
            colours = page.locator("main :is(a, p, h1, h2, time)").evaluate_all("all => [...new Set(all.map(one => getComputedStyle(one).color))]")
            assert len(colours) == 1
            access.load(page)
            assert access.faults(page, {"resultTypes": ["violations"], "runOnly": ["color-contrast-enhanced"]}) == []


def test_a_reader_whose_machine_asks_for_more_contrast_gets_it_without_the_control(browser: Any, site: str) -> None:
    with opened(browser, site + ITEM, contrast="more", java_script_enabled=False) as page:
        colours = page.locator("main :is(a, p, time)").evaluate_all("all => [...new Set(all.map(one => getComputedStyle(one).color))]")
        assert len(colours) == 1


def test_without_javascript_the_page_is_readable_and_no_dead_control_is_seen(browser: Any, site: str) -> None:
    with opened(browser, site + ITEM, java_script_enabled=False) as page:
        assert not page.locator("summary", has_text="Hiển thị").is_visible()
        assert not page.get_by_text("Nghe đọc").is_visible()
        assert page.locator("h1").is_visible()


def test_where_nothing_may_be_remembered_the_choice_holds_for_the_page(browser: Any, site: str) -> None:
    closed = "Object.defineProperty(window, 'localStorage', { get() { throw new Error('closed'); } });"
    with opened(browser, site + ITEM, closed) as page:
        faults: list[str] = []
        page.on("pageerror", lambda error: faults.append(str(error)))
        choose(page, "Lớn")
        assert size_of_letters(page) == 20
        assert faults == []


# — colours of the unit —


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_whatever_colours_the_unit_chooses_every_word_can_be_read(browser: Any, site: str, scheme: str) -> None:
    colours = ("#ffcc00", "#c8c8c8")
    made = browser.new_context(color_scheme=scheme)
    page = made.new_page()

    def with_colours(route: Any) -> None:
        sheet = route.fetch()
        route.fulfill(response=sheet, body=sheet.text() + palette(*colours).rule)

    page.route(re.compile(r"/theme/site\..*\.css$"), with_colours)
    for address in CHOSEN:
        page.goto(site + address)
        assert page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--don-vi-chinh')") == palette(*colours).primary
        access.load(page)
        for width in access.WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            assert access.faults(page, access.COLOURS) == []
    made.close()


def test_with_forced_colours_bars_and_buttons_keep_an_edge_and_the_menu_its_sign(browser: Any, site: str) -> None:
    with opened(browser, site + PROCEDURE, forced_colors="active", viewport={"width": 360, "height": 800}) as page:
        edges = "one => getComputedStyle(one).borderTopStyle"
        assert page.locator(".c-bar").evaluate(edges) == "solid"
        assert page.locator(".c-answers__portal").evaluate(edges) == "solid"
        assert set(page.locator(".c-answers__box").evaluate_all("all => all.map((one) => getComputedStyle(one).outlineStyle)")) == {"solid"}
        assert page.locator(".c-menu__open").evaluate("one => getComputedStyle(one, '::before').borderTopStyle") == "double"
        page.locator(".c-answers__portal").focus()
        page.keyboard.press("Shift+Tab")
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"


# — letters —


@pytest.mark.parametrize("address", CHOSEN)
def test_no_mark_of_a_vietnamese_letter_is_cut_off_or_touches_the_next_line(browser: Any, site: str, address: str) -> None:
    with opened(browser, site + address, viewport={"width": 360, "height": 800}) as page:
        cut = page.evaluate(
            """stacked => {
                const pen = document.createElement('canvas').getContext('2d');
                const wrong = [];
                for (const one of document.querySelectorAll('body *')) {
                    const own = [...one.childNodes].some(node => node.nodeType === 3 && node.data.trim());
                    if (!own || !one.getClientRects().length || one.closest('.c-hidden, sup')) continue;
                    const style = getComputedStyle(one);
                    pen.font = `${style.fontWeight} 100px ${style.fontFamily}`;
                    const ink = pen.measureText(stacked);
                    const share = (ink.actualBoundingBoxAscent + ink.actualBoundingBoxDescent) / 100;
                    const line = parseFloat(style.lineHeight);
                    const name = `${one.tagName}.${one.className}`;
                    if (line && share * parseFloat(style.fontSize) > line) wrong.push(`${name}: lines touch`);
                    if (!['BUTTON', 'INPUT', 'SELECT', 'SUMMARY', 'TD', 'TH', 'H1', 'H2', 'H3', 'A', 'LABEL'].includes(one.tagName)) continue;
                    const before = one.innerHTML;
                    one.textContent = stacked;
                    if (style.overflowY !== 'visible' && one.scrollHeight > one.clientHeight) wrong.push(`${name}: cut off`);
                    one.innerHTML = before;
                }
                return [...new Set(wrong)];
            }""",
            STACKED,
        )
        assert cut == []


def test_lines_of_text_are_no_longer_than_seventy_letters(browser: Any, site: str) -> None:
    with opened(browser, site + ITEM, viewport={"width": 1280, "height": 800}) as page:
        longest = page.locator(".c-prose p").evaluate_all(
            """all => Math.max(...all.map(one => {
                const pen = document.createElement('canvas').getContext('2d');
                const style = getComputedStyle(one);
                pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
                return one.clientWidth / (pen.measureText(one.textContent).width / one.textContent.length);
            }))"""
        )
        assert 45 < longest <= 72


# — hands —


@pytest.mark.parametrize("address", CHOSEN)
def test_what_is_touched_is_large_enough_for_a_finger(browser: Any, site: str, address: str) -> None:
    with opened(browser, site + address, viewport={"width": 360, "height": 800}, has_touch=True) as page:
        main = page.locator("button:visible, summary:visible, input:not([type=checkbox], [type=radio]):visible, select:visible, .c-hotline__number, .c-answers__portal")
        heights = main.evaluate_all("all => all.map(one => [one.outerHTML.slice(0, 60), one.getBoundingClientRect().height])")
        assert len(heights) >= 3
        assert [pair for pair in heights if pair[1] < 43.5] == []


# — reading aloud —


def test_a_procedure_is_read_aloud_with_its_abbreviations_in_full(browser: Any, site: str) -> None:
    with opened(browser, site + PROCEDURE, VOICE % "vi-VN") as page:
        page.get_by_role("button", name="Nghe đọc").click()
        page.get_by_role("button", name="Nghe đọc").wait_for()
        said = page.evaluate("window.said")
        assert said[0] == "Đăng ký khai sinh"
        whole = " ".join(said)
        assert "Hội đồng nhân dân tỉnh" in whole
        assert "HĐND" not in whole
        assert "Phí, lệ phí: " in whole, "a cell says what its column is"
        assert "Trên trang này" not in whole
        assert max(map(len, said)) <= 260


def test_reading_aloud_is_stopped_with_the_same_button(browser: Any, site: str) -> None:
    with opened(browser, site + ITEM, VOICE % "vi_VN" + "window.slow = true;") as page:
        page.get_by_role("button", name="Nghe đọc").press("Enter")
        page.get_by_role("button", name="Dừng đọc").press("Enter")
        assert page.evaluate("speechSynthesis.stopped")
        assert page.get_by_role("button", name="Nghe đọc").is_visible()
        assert len(page.evaluate("window.said")) == 1


@pytest.mark.parametrize(("address", "language"), [(ITEM, "en-US"), (HOME, "vi-VN"), (LIST, "vi-VN")])
def test_where_no_vietnamese_voice_is_or_nothing_to_read_there_is_no_button(browser: Any, site: str, address: str, language: str) -> None:
    with opened(browser, site + address, VOICE % language) as page:
        assert page.locator("[data-display=on]").count() == 1
        assert not page.get_by_text("Nghe đọc").is_visible()
