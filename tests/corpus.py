"""Three small readouts in code, one per script, and an encoder that needs no model.

The texts are made up for the tests; they know the traps of real readouts: speech carried over, a list, a question.
"""

from __future__ import annotations

import hashlib
import re
import zlib
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from index.records import Account, Block, BlockKind, EventDate, Language, LineMap, Origin, Readout, Section

# A word of Latin letters or digits, or one Chinese character.
TOKEN = re.compile(r"[a-z0-9]+|[\u3400-\u9fff]")

ENGLISH = """\
# Readout of the President's Meeting in Seattle

The two Presidents met in Seattle on September 8, 2021.

The President underscored that the United States does not support changes to the status quo by force.
He added that exports of grain to China reached 27 million tons.
The two leaders agreed to set up a working group on counternarcotics.

Q Will the working group meet this year?

The President said that it would meet before December.
"""

SIMPLIFIED = """\
# 国家主席在西雅图会见美国总统

新华社西雅图9月8日电 国家主席2021年9月8日在西雅图会见美国总统。

国家主席指出，粮食贸易是两国关系的压舱石。中方不支持任何形式的贸易战，愿同美方加强禁毒合作。

国家主席强调，双方要做到三点：一是坚持对话；二是管控分歧；三是扩大人文交流。

美国总统表示，美方重视中方的关切，愿保持密切沟通。
"""

TRADITIONAL = """\
# 兩國元首在成都會談

2019年5月20日，兩國元首在成都舉行會談。

國家主席強調，台灣問題是兩國關係中最重要的問題，希望美方慎重處理。

美國總統表示，美方願擴大農產品貿易，歡迎中國企業赴美投資。雙方同意成立氣候變化工作組。
"""

FILES = {"seattle-us.txt": ENGLISH, "seattle-cn.txt": SIMPLIFIED, "chengdu.txt": TRADITIONAL}


class HashingEncoder:
    """Bag-of-words vectors by hashing: texts that share words are near, and nothing is learned or loaded."""

    name = "hashing"
    revision: str | None = None
    fingerprint = hashlib.sha256(b"hashing").hexdigest()

    def __init__(self, width: int = 256) -> None:
        self.width = width

    def encode(self, texts: Sequence[str], kind: Literal["query", "document"] = "document") -> NDArray[np.float32]:
        """Return one unit vector a text, the same for queries and documents."""
        vectors = np.zeros((len(texts), self.width), dtype=np.float32)
        for row, text in enumerate(texts):
            for token in TOKEN.findall(text.lower()):
                vectors[row, zlib.crc32(token.encode()) % self.width] += 1.0
        vectors /= np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)
        return vectors


def write_files(folder: Path) -> Path:
    """Write the three readouts to `folder` as files, and return it."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in FILES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def make_readout(
    name: str,
    raw: str,
    *,
    language: Language = "en",
    account: Account | None = None,
    day: date | None = None,
    title: str | None = None,
) -> Readout:
    """Make a readout of one section from text whose every filled line is a block: `# ` heading, `Q ` question."""
    parts = [(number, line) for number, line in enumerate(raw.splitlines(), start=1) if line.strip()]
    blocks, pieces, offset = [], [], 0
    for _, line in parts:
        kind: BlockKind = "heading" if line.startswith("# ") else "question" if line.startswith("Q ") else "prose"
        piece = line.removeprefix("# ")
        blocks.append(Block(offset, offset + len(piece), kind))
        pieces.append(piece)
        offset += len(piece) + 1
    text = "\n".join(pieces)
    origin = Origin(
        title=title
        or next((piece for piece, block in zip(pieces, blocks, strict=True) if block.kind == "heading"), None),
        account=account,
        date=EventDate(day, "stated", day.isoformat()) if day else None,
    )
    return Readout(
        name=name,
        sha256=hashlib.sha256(raw.encode()).hexdigest(),
        text=text,
        language=language,
        origin=origin,
        sections=(Section(0, len(text), origin),),
        blocks=tuple(blocks),
        lines=LineMap(tuple(block.start for block in blocks), tuple(number for number, _ in parts)),
    )


def readouts() -> tuple[Readout, Readout, Readout]:
    """Return the three readouts as records, without reading or cleaning a file."""
    return (
        make_readout("seattle-us.txt", ENGLISH, language="en", account="us", day=date(2021, 9, 8)),
        make_readout("seattle-cn.txt", SIMPLIFIED, language="zh-Hans", account="cn", day=date(2021, 9, 8)),
        make_readout("chengdu.txt", TRADITIONAL, language="zh-Hant", account="press", day=date(2019, 5, 20)),
    )
