"""app: the page without an index, the address it prints, the named endpoint, a question on the queue."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import warnings
from pathlib import Path

import pytest

import app
from page.chat import LONGEST, build_page, build_refusal
from tests.desk import FakeDesk
from tests.serving import serve

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def client():
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the client's own dependencies warn on import
        from gradio_client import Client
    from tests.corpus import readouts

    with serve(build_page(FakeDesk(readouts()))) as url:
        client = Client(url, verbose=False)
        yield client
        client.close()


@pytest.mark.parametrize(
    ("question", "quote"),
    [
        ("How many tons of grain exports?", "He added that exports of grain to China reached 27 million tons."),
        ("粮食贸易是两国关系的什么？", "国家主席指出，粮食贸易是两国关系的压舱石。"),
    ],
)
def test_the_endpoint_returns_the_json_object(client, question, quote):
    answer = client.predict(question, api_name="/ask")
    assert (answer["question"], answer["found"]) == (question, True)
    assert answer["quotes"][0] == {"citation": 1, "text": quote}


def test_the_endpoint_takes_earlier_questions(client):
    answer = client.predict("And grain?", ["What did the President say?"], api_name="/ask")
    assert answer["question"] == "And grain?"


def test_the_endpoint_leaves_conditions_out(client):
    kept = client.predict("Which grain exports in 2005?", api_name="/ask")
    left_out = client.predict("Which grain exports in 2005?", ignore=["periods"], api_name="/ask")
    assert (kept["found"], left_out["found"]) == (False, True)


def test_the_endpoint_says_which_conditions_there_are(client):
    with pytest.raises(Exception, match="these words alone: periods, sides, speakers, accounts, events"):
        client.predict("Which grain exports?", ignore=["period"], api_name="/ask")


def test_the_endpoint_refuses_what_is_too_long(client):
    with pytest.raises(Exception, match=f"longer than {LONGEST} characters"):
        client.predict("长" * (LONGEST + 1), api_name="/ask")


def test_four_endpoints_are_named(client):
    api = client.view_api(return_format="dict", print_info=False)
    assert list(api["named_endpoints"]) == ["/ask", "/verify", "/documents", "/wording"]
    assert api["unnamed_endpoints"] == {}


def test_without_an_index_the_desk_is_what_to_run(tmp_path):
    message = app.open_desk(tmp_path / "nowhere")
    assert message.startswith(f"There is no index in {tmp_path / 'nowhere'}. Build it with: python -m index.build")
    assert message in str(build_refusal(message).config["components"])


def test_a_port_in_use_is_said_with_the_cure(tmp_path, capsys):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(SystemExit):
            app.main(["--port", str(port), "--index", str(tmp_path)])
    assert f"Port {port} on 127.0.0.1 cannot be used. Choose another with --port." in capsys.readouterr().err


def test_help_names_the_options(capsys):
    with pytest.raises(SystemExit):
        app.main(["--help"])
    shown = capsys.readouterr().out
    assert all(option in shown for option in ("--host", "--port", "--index"))


WATCHED_START = """
import json, sys

reached = []


def watch(event, arguments):
    if event == "socket.connect" and isinstance(arguments[1], tuple):
        reached.append(arguments[1][0])
    elif event == "socket.getaddrinfo":
        reached.append(arguments[0])


sys.addaudithook(watch)
import app
from page.chat import build_page
from page.options import Options
from tests.corpus import readouts
from tests.desk import FakeDesk
from tests.serving import serve

with serve(build_page(FakeDesk(readouts())), Options(mcp=True)):
    pass
print(json.dumps(sorted({str(host) for host in reached})))
"""


def test_starting_reaches_no_other_machine():
    run = subprocess.run([sys.executable, "-c", WATCHED_START], cwd=ROOT, capture_output=True, text=True, check=True)
    assert set(json.loads(run.stdout.splitlines()[-1])) <= {"127.0.0.1", "localhost"}
