"""The page without signal, only where the profile wants it."""

from plugins.model.frame import frame_of
from plugins.offline.plan import plan
from plugins.press.theme import bundles
from tests.factory import by_path, site
from tests.theme.contract import THEME


def fixed(of) -> list[str]:
    return [bundle.path for bundle in bundles(THEME, frame_of(of))[2]]


def test_off_by_default_there_is_neither_page_nor_worker_nor_mark():
    assert list(plan(site())) == []
    assert "sw.js" not in fixed(site())
    assert frame_of(site()).offline is None


def test_switched_on_the_worker_stands_at_the_root_and_the_page_stays_out_of_the_sitemap():
    of = site(site={"offline": True})
    made = by_path(plan(of))
    assert list(made) == ["ngoai-tuyen.html"]
    assert not made["ngoai-tuyen.html"].indexed
    assert "sw.js" in fixed(of)
    assert frame_of(of).offline.worker == "sw.js"


def test_the_worker_knows_the_page_by_the_address_that_the_room_gives_it():
    of = site(site={"offline": True})
    assert f"${{SCOPE}}{of.addresses.offline()}`" in (THEME / "static" / "sw.js").read_text(encoding="utf-8")
