"""The folder in a browser, opened from a disk: nothing off the folder, nothing too wide, nothing that axe objects to."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.exports.html_folder import folder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

CHROMIUM = next(
    (path for path in map(Path, ("/usr/bin/chromium", "/usr/bin/chromium-browser")) if path.exists()), None
)
FLAGS = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-sync",
    "--no-first-run",
    "--no-sandbox",
)
KINDS = (
    "index",
    "programme",
    "people",
    "places",
    "rooms",
    "sessions/opening",
    "sessions/rights",
    "people/zoe",
)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("there is no Chromium on this machine")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("site")
    for name, data in folder().items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return root


class Visit:
    """A page as it was opened, with what it asked for and complained of."""

    def __init__(self, browser: Browser, site: Path, path: str, **options: Any) -> None:
        self.page: Page = browser.new_page(**options)
        self.complaints: list[str] = []
        self.asked: list[str] = []
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("requestfailed", lambda request: self.complaints.append(request.url))
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.goto((site / path).as_uri())
        self.page.evaluate("document.fonts.ready")


def sizes(width: int) -> dict[str, Any]:
    return {"viewport": {"width": width, "height": 900}, "reduced_motion": "reduce"}


EVERY_PAGE = ("index.html", *(f"en/{kind}.html" for kind in KINDS))
MIRRORED = ("ar/index.html", "ar/programme.html", "ar/sessions/opening.html")
IN_THE_DARK = ("en/index.html", "en/programme.html")


@pytest.mark.parametrize("path", [*EVERY_PAGE, *MIRRORED])
def test_a_page_opened_from_a_disk_asks_for_nothing_else_and_fits_a_phone(browser, site, path):
    visit = Visit(browser, site, path, **sizes(360))

    too_wide = visit.page.evaluate("document.documentElement.scrollWidth - innerWidth")

    assert visit.complaints == []
    assert [url for url in visit.asked if not url.startswith(site.as_uri())] == []
    assert too_wide <= 0
    visit.page.close()


@pytest.mark.parametrize("path", [*EVERY_PAGE, *MIRRORED])
def test_axe_finds_nothing_on_any_kind_of_page(browser, site, path):
    from axe_playwright_python.sync_playwright import Axe

    visit = Visit(browser, site, path, color_scheme="light", **sizes(1280))

    found = Axe().run(visit.page)

    assert found.violations_count == 0, found.generate_report()
    visit.page.close()


@pytest.mark.parametrize("path", IN_THE_DARK)
def test_axe_finds_enough_contrast_in_the_dark(browser, site, path):
    from axe_playwright_python.sync_playwright import Axe

    visit = Visit(browser, site, path, color_scheme="dark", **sizes(1280))

    found = Axe().run(visit.page, options={"runOnly": ["color-contrast"]})

    assert found.violations_count == 0, found.generate_report()
    visit.page.close()


def test_the_filters_work_without_a_script(browser, site):
    visit = Visit(browser, site, "en/programme.html", java_script_enabled=False, **sizes(1280))
    shown = visit.page.locator("article:visible")

    everything = shown.count()
    visit.page.select_option("#f-kind", label="Breakout session")
    breakouts = shown.count()
    visit.page.select_option("#f-kind", label="Every kind")
    visit.page.select_option("#f-language", label="French")
    french = shown.count()
    visit.page.get_by_role("button", name="Show everything").click()

    assert (everything, breakouts, french, shown.count()) == (5, 2, 2, 5)
    visit.page.close()


def test_rooms_stand_side_by_side_on_a_desk_and_mirrored_from_right_to_left(browser, site):
    def places(language: str) -> list[float]:
        visit = Visit(browser, site, f"{language}/programme.html", **sizes(1280))
        boxes = [visit.page.locator(f"#{key}").bounding_box() for key in ("rights", "drivers", "outing")]
        visit.page.close()
        assert len({round(box["y"]) for box in boxes if box}) == 1
        return [box["x"] for box in boxes if box]

    assert places("en") == sorted(places("en"))
    assert places("ar") == sorted(places("ar"), reverse=True)


def test_print_leaves_out_what_only_a_screen_can_do(browser, site):
    visit = Visit(browser, site, "en/programme.html", **sizes(1280))
    visit.page.emulate_media(media="print")

    assert visit.page.locator(".filters:visible, nav:visible, .button:visible").count() == 0
    assert visit.page.locator("article:visible").count() == 5
    visit.page.close()
