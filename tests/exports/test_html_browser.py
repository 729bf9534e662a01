"""The folder in a browser, opened from a disk: nothing off the folder, nothing too wide, nothing that axe objects to."""

from __future__ import annotations

import gzip
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from hemicycle.engines import reader
from hemicycle.exports import html
from tests.exports.html_folder import folder

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

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
    return laid_out(folder(), tmp_path_factory.mktemp("site"))


@pytest.fixture(scope="module")
def november(tmp_path_factory: pytest.TempPathFactory) -> Path:
    programme = reader.read(NOVEMBER.name, NOVEMBER.read_bytes()).programme
    return laid_out(html.write(programme, languages=["en", "ar"]), tmp_path_factory.mktemp("november"))


def laid_out(files: Mapping[str, bytes], root: Path) -> Path:
    for name, data in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return root


def on_the_wire(url: str) -> int:
    """Bytes of a file as a web server sends it: texts are compressed, fonts are so already."""
    data = Path(url.removeprefix("file://")).read_bytes()
    return len(data if url.endswith(".woff2") else gzip.compress(data))


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
FIRST_VISIT = 100_000
"""Bytes on the wire that the first page of a visit may take, pictures aside."""
NOVEMBER = Path(__file__).parents[2] / "src/hemicycle/samples/mechelen-2017/november.md"
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


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize(
    "path", [f"{lang}/{page}.html" for lang in ("en", "ar") for page in ("index", "programme")]
)
def test_a_first_visit_is_light(browser, november, path, width):
    visit = Visit(browser, november, path, **sizes(width))

    weights = {url: on_the_wire(url) for url in visit.asked if not url.endswith(".svg")}

    assert any(url.endswith(".woff2") for url in weights)
    assert sum(weights.values()) < FIRST_VISIT, weights
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
