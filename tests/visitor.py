"""A visitor of the page in a real browser: what the page tests do on it and look at."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.chromium import SCREENSHOTS, Watch
from tests.corpus import make_readout

CLIPBOARD = ["clipboard-read", "clipboard-write"]
DESKTOP, PHONE = {"width": 1360, "height": 860}, {"width": 390, "height": 844}
HOSTILE = make_readout(
    "<b>hostile</b>.txt",
    "# <script>document.title = 'title'</script>\n\n"
    "The hostile sentence holds <script>alert('script')</script> and <img src=x onerror=\"alert('img')\">.\n\n"
    "Another hostile sentence has {{value}} and ${alert('template')} and [a](javascript:alert('link')).\n",
    day=date(2022, 2, 2),
)


def find_faults(page: Page) -> list[str]:
    """Return what axe holds against the page, with the first place of each."""
    violations = Axe().run(page).response["violations"]
    return [f"{fault['impact']}: {fault['id']} {fault['nodes'][0]['html'][:120]}" for fault in violations]


class Visitor:
    """A page with what a visitor does on it."""

    def __init__(self, page: Page, address: str, tab: str = "") -> None:
        self.page = page
        self.watch = Watch(page, address)
        page.goto(f"{address}/#/{tab}")
        expect(page.locator("#talk .turns")).to_be_attached()

    def open_tab(self, name: str) -> None:
        self.page.locator(f"#tab-{name}").click()
        expect(self.page.locator(f"#{name}")).to_be_visible()

    def ask(self, question: str) -> None:
        turns = self.page.locator("#talk .turn").count()
        self.page.fill("#box textarea", question)
        self.page.press("#box textarea", "Enter")
        expect(self.page.locator("#talk .turn")).to_have_count(turns + 1)

    def look_up(self, phrase: str) -> None:
        self.page.fill("#phrase input", phrase)
        self.page.press("#phrase input", "Enter")
        expect(self.page.locator("#found [data-phrase]")).to_have_attribute("data-phrase", phrase)

    def verify(self, quotation: str, ruling: str) -> None:
        self.page.fill("#quotation textarea", quotation)
        self.page.press("#quotation textarea", "Enter")
        expect(self.page.locator("#verdict .ruling")).to_contain_text(ruling)

    def save(self, button: str) -> tuple[str, str]:
        with self.page.expect_download() as download:
            self.page.get_by_role("button", name=button, exact=True).click()
        return download.value.suggested_filename, download.value.path().read_bytes().decode("utf-8")

    def quotations(self) -> list[str]:
        return self.page.locator("#talk .turn").last.locator("blockquote").all_text_contents()

    def marked(self) -> str:
        return "".join(self.page.locator("#sources mark.chosen").all_text_contents())

    def keep(self, name: str) -> None:
        SCREENSHOTS.mkdir(exist_ok=True)
        self.page.wait_for_timeout(700)  # scrolling is smooth
        self.page.screenshot(path=SCREENSHOTS / f"{name}.png")

    def width(self) -> int:
        return int(self.page.evaluate("document.documentElement.scrollWidth"))


@contextmanager
def receive_visitors(browser: Browser, address: str) -> Iterator[Callable[..., Visitor]]:
    """Let visitors in; when they leave, nothing may have gone wrong and nothing may have left the machine."""
    visitors: list[Visitor] = []

    def visit(size=DESKTOP, scheme="light", locale="en-US", home=address, tab="") -> Visitor:
        context = browser.new_context(viewport=size, color_scheme=scheme, locale=locale, permissions=CLIPBOARD)
        visitors.append(Visitor(context.new_page(), home, tab))
        return visitors[-1]

    yield visit
    for visitor in visitors:
        assert visitor.watch.outside == []
        assert visitor.watch.errors == []
        visitor.page.context.close()
