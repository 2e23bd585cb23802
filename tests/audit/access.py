"""axe over a page: at three widths, in light and in dark. Source of the rules: WCAG 2.2 A and AA, axe's best practices."""

from collections.abc import Sequence
from typing import Any, Literal

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

WIDTHS = (360, 768, 1280)
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
# axe leaves the size of targets (WCAG 2.2, 2.5.8) out unless it is asked for.
EVERY = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
# Colours alone differ between the schemes, so a second one needs only the rules about them.
COLOURS = {"resultTypes": ["violations"], "runOnly": ["color-contrast", "link-in-text-block"]}
_SCRIPT: str = Axe().axe_script


def version() -> str:
    return _SCRIPT.partition("axe v")[2].partition("\n")[0].strip()


def load(page: Page) -> None:
    """Once for each page; the policy of the page does not hold for what the browser's keeper runs."""
    page.evaluate(_SCRIPT)


def faults(page: Page, rules: dict[str, Any]) -> list[str]:
    """``rule: element`` of what axe finds in the page as it stands now."""
    found = page.evaluate("rules => axe.run(document, rules)", rules)
    if not found["passes"]:
        raise RuntimeError("axe looked at nothing")
    return [f"{fault['id']}: {node['html'][:200]}" for fault in found["violations"] for node in fault["nodes"]]


def faults_everywhere(page: Page, second: dict[str, Any], widths: Sequence[int] = WIDTHS) -> dict[str, list[str]]:
    """``360 light`` → faults, for each width and scheme; the dark scheme is held against the rules ``second``."""
    load(page)
    found = {}
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        for width in widths:
            page.set_viewport_size({"width": width, "height": 800})
            found[f"{width} {scheme}"] = faults(page, EVERY if scheme == "light" else second)
    return found
