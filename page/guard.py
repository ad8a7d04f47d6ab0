"""Asks for a name and a password before the tools for assistants, which the page's own log-in does not cover."""

from __future__ import annotations

import base64
import binascii

from anyio.to_thread import run_sync
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from page.passwords import Accounts

GUARDED = "/gradio_api/mcp"


class Guard:
    """Lets only those with an account (HTTP Basic) reach the paths under GUARDED."""

    def __init__(self, app: ASGIApp, accounts: Accounts) -> None:
        self._app = app
        self._accounts = accounts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or answer it with 401."""
        if scope["type"] == "http" and GUARDED in scope["path"]:
            given = _read_basic(Request(scope).headers.get("authorization", ""))
            if given is None or not await run_sync(self._accounts.check, *given):
                headers = {"WWW-Authenticate": 'Basic realm="Huitan", charset="UTF-8"'}
                refusal = PlainTextResponse("A name and a password are needed (HTTP Basic).", 401, headers)
                await refusal(scope, receive, send)
                return
        await self._app(scope, receive, send)


def _read_basic(header: str) -> tuple[str, str] | None:
    scheme, _, encoded = header.partition(" ")
    if scheme.lower() != "basic":
        return None
    try:
        name, colon, password = base64.b64decode(encoded, validate=True).decode().partition(":")
    except (binascii.Error, UnicodeDecodeError):
        return None
    return (name, password) if colon else None
