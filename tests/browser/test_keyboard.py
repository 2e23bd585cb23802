"""Every page walked with the Tab key alone: where it begins, in which order it goes, what can be seen, where it ends."""

from typing import Any

import pytest

from tests.audit import kinds

KINDS = [kind for kind in kinds.KINDS if kind.name not in kinds.SOMETIMES]
MOST = 400  # stops of a page of the sample site
# Each stop is looked at when its key is let go: focused, scrolled to, painted as it stays.
WATCH = """() => {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const seen = (colour, under) => {
    canvas.clearRect(0, 0, 1, 1);
    for (const one of [under, colour]) { canvas.fillStyle = one; canvas.fillRect(0, 0, 1, 1); }
    const light = [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3).map((part) => part / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * light[0] + 0.7152 * light[1] + 0.0722 * light[2];
  };
  const ground = (one) => {
    for (let box = one; box; box = box.parentElement) {
      const colour = getComputedStyle(box).backgroundColor;
      if (!/^(transparent|rgba\\(.*, 0\\))$/.test(colour)) return colour;
    }
    return "white";
  };
  const stops = [];
  let last = null;
  document.addEventListener("keyup", () => {
    const one = document.activeElement;
    const box = one.getClientRects()[0] || one.getBoundingClientRect();
    const style = getComputedStyle(one);
    const under = ground(parseFloat(style.outlineOffset) < 0 ? one : one.parentElement || one);
    const lights = [seen(style.outlineColor, under), seen(under, "white")].sort((a, b) => b - a);
    const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    stops.push({
      html: one.outerHTML.slice(0, 120),
      body: one === document.body,
      skip: one.classList.contains("c-skip"),
      after: !last || Boolean(last.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING),
      shown: box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight,
      covered: Boolean(top) && !(one.contains(top) || top.contains(one)),
      outline: style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth),
      contrast: (lights[0] + 0.05) / (lights[1] + 0.05),
    });
    last = one;
  });
  window.stops = stops;
}"""


def walk(page: Any) -> list[dict[str, Any]]:
    """All stops from the top of the page until the keyboard leaves it, or begins again."""
    page.evaluate(WATCH)
    for pressed in range(MOST):
        page.keyboard.press("Tab")
        if pressed % 10 == 9 and any(stop["body"] or stop["skip"] for stop in page.evaluate("window.stops")[1:]):
            break
    stops: list[dict[str, Any]] = page.evaluate("window.stops")
    end = next((at for at, stop in enumerate(stops) if at and (stop["body"] or stop["skip"])), len(stops))
    return stops[:end]


CASES = [(kind.example, 1280, "light") for kind in KINDS] + [(KINDS[0].example, 360, "light"), (KINDS[0].example, 1280, "dark"), (KINDS[0].example, 360, "dark")]


@pytest.mark.parametrize(("path", "width", "scheme"), CASES)
def test_the_keyboard_goes_down_the_page_and_out_and_the_focus_is_always_seen(browser: Any, site: str, path: str, width: int, scheme: Any) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme, reduced_motion="reduce")
    page.goto(site + path)
    stops = walk(page)
    page.close()
    assert stops[0]["skip"]
    assert 10 < len(stops) < MOST, "the keyboard gets out again"
    assert [stop["html"] for stop in stops if not stop["after"]] == [], "against the order of the page"
    assert [stop["html"] for stop in stops if not stop["shown"] or stop["covered"]] == [], "out of sight"
    assert [stop["html"] for stop in stops if stop["outline"] < 2 or stop["contrast"] < 3] == [], "no outline to be seen"
