"""docs/api.md: every example in it runs against a real server, and what it says of the objects is true."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from page.api import LONGEST_PHRASE, MAX_DOCUMENTS, MAX_USES
from page.chat import build_page
from page.conversation import LONGEST
from page.gate import AT_ONCE, WAITING
from page.options import Options
from qa.verifying.check import MAX_LENGTH
from qa.verifying.places import SHOWN
from tests.corpus import readouts
from tests.desk import FakeDesk
from tests.serving import serve

DOCUMENT = (Path(__file__).parent.parent / "docs" / "api.md").read_text(encoding="utf-8")
ADDRESS = "http://127.0.0.1:7860"
BLOCKS = re.findall(r"```(\w+)\n(.*?)```", DOCUMENT, re.DOTALL)
PYTHON = [code for kind, code in BLOCKS if kind == "python"]
CURL = [code for kind, code in BLOCKS if kind == "bash" and "curl" in code]


@pytest.fixture(scope="module")
def address():
    with serve(build_page(FakeDesk(readouts())), Options(mcp=True)) as url:
        yield url


@pytest.mark.parametrize("code", PYTHON, ids=["gradio_client", "mcp"])
def test_the_python_examples_run(code, address):
    assert ADDRESS in code
    script = code.replace(ADDRESS, address)
    run = subprocess.run([sys.executable, "-W", "ignore", "-c", script], capture_output=True, text=True, timeout=120)
    assert run.returncode == 0, run.stderr
    assert "not_held" in run.stdout or "differs" in run.stdout


def test_the_curl_examples_run(address):
    if not shutil.which("curl"):
        pytest.skip("curl is not installed")
    (code,) = CURL
    script = code.replace(ADDRESS, address).replace("'\ncurl", "'\necho; curl")
    run = subprocess.run(["bash", "-c", script], capture_output=True, text=True, timeout=120)
    answers = [json.loads(line)["data"][0] for line in run.stdout.splitlines() if line]
    assert [next(iter(answer)) for answer in answers] == ["question", "text", "held", "phrase"]


def test_the_limits_are_those_of_the_program():
    said = re.search(r"Limits: (.*?)\n\n|Limits: (.*)", DOCUMENT, re.DOTALL)[0].replace("\n", " ")
    for number in (f"{LONGEST:,}", LONGEST_PHRASE, MAX_DOCUMENTS, MAX_USES, SHOWN, AT_ONCE, WAITING):
        assert f" {number} " in said
    assert LONGEST == MAX_LENGTH


def test_the_server_named_for_assistants_is_json():
    (config,) = [json.loads(code) for kind, code in BLOCKS if kind == "json"]
    assert config["mcpServers"]["huitan"]["url"] == f"{ADDRESS}/gradio_api/mcp/"
