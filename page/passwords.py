"""Accounts in a file: one `name:scrypt$…` a line, made by `python app.py --hash-password NAME`; no password is kept."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import os
from collections.abc import Mapping
from pathlib import Path

COST, BLOCK, PARALLEL = 15, 8, 1  # 32 MB and about a tenth of a second a try
LONGEST_PASSWORD = 1024
CURE = "Make one with: python app.py --hash-password NAME"


class WrongAccountsError(ValueError):
    """A file of accounts that cannot be used; the message names the line and the cure."""


def hash_password(password: str) -> str:
    """Return what is kept of a password: its scrypt hash, with the salt and the cost that made it."""
    salt = os.urandom(16)
    derived = _derive(password, salt, COST, BLOCK, PARALLEL)
    return "$".join(["scrypt", str(COST), str(BLOCK), str(PARALLEL), _encode(salt), _encode(derived)])


def check_password(password: str, kept: str) -> bool:
    """Tell whether `kept` was made of this password, in a time that does not depend on where they differ."""
    cost, block, parallel, salt, derived = _parse(kept)
    if len(password) > LONGEST_PASSWORD:
        return False
    return hmac.compare_digest(_derive(password, salt, cost, block, parallel), derived)


def _derive(password: str, salt: bytes, cost: int, block: int, parallel: int) -> bytes:
    memory = 128 * block * (2**cost) * 2
    return hashlib.scrypt(password.encode(errors="replace"), salt=salt, n=2**cost, r=block, p=parallel, maxmem=memory)


def _parse(kept: str) -> tuple[int, int, int, bytes, bytes]:
    kind, cost, block, parallel, salt, derived = kept.split("$")
    numbers = int(cost), int(block), int(parallel)
    if kind != "scrypt" or not (10 <= numbers[0] <= 20 and 1 <= numbers[1] <= 32 and 1 <= numbers[2] <= 16):
        raise ValueError(kind)
    return *numbers, base64.b64decode(salt, validate=True), base64.b64decode(derived, validate=True)


def _encode(raw: bytes) -> str:
    return base64.b64encode(raw).decode()


class Accounts:
    """Who may use the page."""

    def __init__(self, kept: Mapping[str, str]) -> None:
        self._kept = dict(kept)
        self._nobody = hash_password("")  # so that a name that is not there takes as long as one that is
        self._secret = os.urandom(16)
        self._known: set[bytes] = set()  # right tries, hashed for this process alone, so that each costs once

    def check(self, name: str, password: str) -> bool:
        """Tell whether this is the password of `name`."""
        trial = hmac.digest(self._secret, f"{name}\0{password}".encode(errors="replace"), "sha256")
        if trial in self._known:
            return True
        right = check_password(password, self._kept.get(name, self._nobody)) and name in self._kept
        if right:
            self._known.add(trial)
        return right


def read_accounts(path: Path) -> Accounts:
    """Return the accounts of a file; raises WrongAccountsError."""
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as problem:
        raise WrongAccountsError(
            f"{path} cannot be read ({problem}). It needs a line for each user. {CURE}"
        ) from problem
    kept: dict[str, str] = {}
    for number, line in enumerate(lines, start=1):
        if not line.strip() or line.startswith("#"):
            continue
        name, _, hashed = line.strip().partition(":")
        try:
            _parse(hashed)
        except (ValueError, binascii.Error) as problem:
            raise WrongAccountsError(f"{path}, line {number} is not `name:scrypt$…`. {CURE}") from problem
        if not name or name in kept:
            raise WrongAccountsError(f"{path}, line {number}: the name is missing or stands twice. {CURE}")
        kept[name] = hashed
    if not kept:
        raise WrongAccountsError(f"{path} holds no account. {CURE}")
    return Accounts(kept)
