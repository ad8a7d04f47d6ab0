"""Finds a Chromium for the tests that open the page, and says what to do where there is none."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")
SCREENSHOTS = Path(__file__).parent / "screenshots"
# Chromium's own errands (updates, sync, safe browsing) would look like requests of the page.
OPTIONS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


def find_chromium() -> str:
    """Return Chromium's path; without one the test is skipped, or fails where a browser is required."""
    named = os.environ.get("HUITAN_CHROMIUM")
    for name in [named] if named else NAMES:
        if path := shutil.which(name):
            return path
    cure = "No Chromium was found. Install it with: make browser (or name one: HUITAN_CHROMIUM=/path/to/chromium)"
    if os.environ.get("CI") or os.environ.get("HUITAN_BROWSER"):
        pytest.fail(cure)
    pytest.skip(cure)


@contextmanager
def open_chromium() -> Iterator[Browser]:
    """Start Chromium and end it again."""
    path = find_chromium()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(OPTIONS))
        yield browser
        browser.close()


class Watch:
    """Notes what must not happen on a page: requests that leave the machine, errors, dialogs, failed loads."""

    def __init__(self, page: Page, home: str) -> None:
        self.outside: list[str] = []
        self.errors: list[str] = []
        page.on("request", lambda request: self._note(request.url, home))
        page.on("websocket", lambda socket: self._note(socket.url.replace("ws", "http", 1), home))
        page.on("console", lambda message: self.errors.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("dialog", lambda dialog: (self.errors.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        page.on(
            "response",
            lambda answer: self.errors.append(f"{answer.status} {answer.url}") if answer.status > 399 else None,
        )

    def _note(self, url: str, home: str) -> None:
        if not url.startswith((home, "data:", "blob:")):
            self.outside.append(url)
