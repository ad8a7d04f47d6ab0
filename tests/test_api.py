"""page.api: the named endpoints through their client, as tools of assistants, and behind a log-in."""

from __future__ import annotations

import asyncio
import json
import threading
import warnings
from base64 import b64encode

import httpx
import pytest

from page.chat import build_page, build_refusal
from page.gate import BusyError, Gate
from page.guard import GUARDED
from page.options import Options
from page.passwords import Accounts, hash_password
from tests.corpus import readouts
from tests.desk import FakeDesk
from tests.serving import serve

TOOLS = ["ask", "verify", "documents", "wording"]
GRAIN = "国家主席指出，粮食贸易是两国关系的压舱石。"


@pytest.fixture(scope="module")
def address():
    with serve(build_page(FakeDesk(readouts())), Options(mcp=True)) as url:
        yield url


@pytest.fixture(scope="module")
def client(address):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the client's own dependencies warn on import
        from gradio_client import Client

    client = Client(address, verbose=False)
    yield client
    client.close()


def call_tools(address, calls, transport="http", headers=None):
    """Return what the tools are and what each call answers, through the client of assistants."""
    from mcp import ClientSession

    async def converse():
        async with (
            open_transport(address, transport, headers) as (read, write, *_),
            ClientSession(read, write) as session,
        ):
            await session.initialize()
            tools = (await session.list_tools()).tools
            return tools, [await session.call_tool(name, arguments) for name, arguments in calls]

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        return asyncio.run(converse())


def open_transport(address, transport, headers):
    from mcp.client.sse import sse_client
    from mcp.client.streamable_http import streamablehttp_client

    if transport == "sse":
        return sse_client(f"{address}{GUARDED}/sse", headers=headers)
    return streamablehttp_client(f"{address}{GUARDED}/", headers=headers)


def test_the_endpoints_return_objects(client):
    verdict = client.predict("中方支持任何形式的贸易战", api_name="/verify")
    assert (verdict["verdict"], verdict["nearest"]["marked"]) == ("differs", "中方[-不-]支持任何形式的贸易战")
    listed = client.predict("Seattle Readout", api_name="/documents")
    assert (listed["held"], listed["found"]) == (3, 1)
    assert listed["documents"] == [
        {
            "document": "seattle-us.txt",
            "language": "en",
            "articles": [
                {
                    "title": "Readout of the President's Meeting in Seattle",
                    "publisher": None,
                    "url": None,
                    "account": "us",
                    "date": "2021-09-08",
                    "date_source": "stated",
                }
            ],
            "passages": 2,
            "sentences": 6,
        }
    ]
    used = client.predict("粮食贸易", api_name="/wording")
    assert [(use["text"], use["document"]) for use in used["uses"]] == [(GRAIN, "seattle-cn.txt")]
    assert (used["documents"], used["left_out"]) == (3, 0)


@pytest.mark.parametrize(
    ("endpoint", "text", "said"),
    [
        ("/ask", "长" * 2001, "longer than 2000 characters"),
        ("/verify", "长" * 2001, "has 2001 characters; at most 2000 are verified. Give a part."),
        ("/documents", "长" * 2001, "longer than 2000 characters"),
        ("/wording", "长" * 201, "longer than 200 characters"),
    ],
)
def test_what_is_too_long_is_refused(client, endpoint, text, said):
    with pytest.raises(Exception, match=said):
        client.predict(text, api_name=endpoint)


def test_an_endpoint_is_one_request(address):
    answer = httpx.post(f"{address}/gradio_api/run/verify", json={"data": ["粮食贸易是两国关系的压舱石"]}).json()
    assert answer["data"][0]["verdict"] == "verbatim"


def test_what_the_page_does_is_not_named(address):
    api = httpx.get(f"{address}/gradio_api/info").json()
    assert (list(api["named_endpoints"]), api["unnamed_endpoints"]) == ([f"/{name}" for name in TOOLS], {})


@pytest.mark.parametrize("transport", ["http", "sse"])
def test_assistants_have_these_tools_alone_each_described(address, transport):
    tools, _ = call_tools(address, [], transport)
    assert [tool.name for tool in tools] == TOOLS
    assert all(len(tool.description) > 60 for tool in tools)
    described = {
        name: about.get("description") for tool in tools for name, about in tool.inputSchema["properties"].items()
    }
    assert set(described) == {"question", "follows", "ignore", "quotation", "search", "phrase", "by", "without"}
    assert all(described.values())
    assert [tool.inputSchema.get("required") for tool in tools] == [["question"], ["quotation"], None, ["phrase"]]


def test_tools_answer_with_json_or_say_what_is_wrong(address):
    calls = [
        ("ask", {"question": "粮食贸易是两国关系的什么？"}),
        ("verify", {"quotation": "拜登：“粮食贸易是两国关系的压舱石”"}),
        ("documents", {}),
        ("wording", {"phrase": "grain", "by": "event"}),
        ("ask", {"question": "长" * 2001}),
    ]
    _, results = call_tools(address, calls)
    *answers, refusal = results
    asked, verdict, listed, used = [json.loads(answer.content[0].text) for answer in answers]
    assert asked["quotes"][0]["text"] == GRAIN
    assert (verdict["verdict"], verdict["speaker"]) == ("verbatim", "untold")
    assert listed["held"] == 3
    assert used["uses"][0]["text"] == "He added that exports of grain to China reached 27 million tons."
    assert refusal.isError
    assert "longer than 2000 characters" in refusal.content[0].text


def test_without_an_index_nothing_can_be_called():
    with serve(build_refusal("There is no index."), Options(mcp=True)) as url:
        assert httpx.get(f"{url}/gradio_api/info").json()["named_endpoints"] == {}
        assert call_tools(url, []) == ([], [])
        assert "There is no index." in httpx.get(f"{url}/config").text


def test_without_the_option_there_are_no_tools():
    with serve(build_page(FakeDesk(readouts()))) as url:
        assert httpx.post(f"{url}{GUARDED}/", json={}).status_code == 404


@pytest.fixture(scope="module")
def locked():
    accounts = Accounts({"wang": hash_password("口令 1")})
    with serve(build_page(FakeDesk(readouts())), Options(mcp=True, accounts=accounts)) as url:
        yield url


@pytest.mark.parametrize(
    "path", ["/config", "/gradio_api/info", "/gradio_api/run/ask", f"{GUARDED}/", f"{GUARDED}/schema"]
)
def test_behind_a_log_in_nothing_answers_a_stranger(locked, path):
    with httpx.Client(base_url=locked) as stranger:
        answer = stranger.post(path, json={"data": ["grain", [], []]}) if "run" in path else stranger.get(path)
        assert answer.status_code == 401
        assert "grain" not in answer.text


def test_one_who_logs_in_is_answered(locked):
    with httpx.Client(base_url=locked) as visitor:
        wrong = visitor.post("/login", data={"username": "wang", "password": "口令 2"})
        assert wrong.status_code == 400
        assert visitor.post("/login", data={"username": "wang", "password": "口令 1"}).status_code == 200
        answer = visitor.post("/gradio_api/run/verify", json={"data": ["粮食贸易是两国关系的压舱石"]})
        assert answer.json()["data"][0]["verdict"] == "verbatim"


@pytest.mark.parametrize("given", ["wang:口令 2", "li:口令 1", "wang", ":"])
def test_tools_are_refused_to_one_with_a_wrong_password(locked, given):
    header = {"Authorization": f"Basic {b64encode(given.encode()).decode()}"}
    assert httpx.post(f"{locked}{GUARDED}/", json={}, headers=header).status_code == 401


def test_tools_answer_one_with_an_account(locked):
    header = {"Authorization": f"Basic {b64encode('wang:口令 1'.encode()).decode()}"}
    tools, (verdict,) = call_tools(locked, [("verify", {"quotation": "粮食贸易"})], headers=header)
    assert [tool.name for tool in tools] == TOOLS
    assert json.loads(verdict.content[0].text)["verdict"] == "verbatim"


def test_a_gate_lets_some_run_some_wait_and_refuses_the_rest():
    begun, finish = threading.Semaphore(0), threading.Event()
    gate = Gate(at_once=1, waiting=1, patience=30)

    def work() -> None:
        with gate.enter():
            begun.release()
            finish.wait(30)
            done.append("yes")

    done: list[str] = []
    threads = [threading.Thread(target=work) for _ in range(2)]
    threads[0].start()
    assert begun.acquire(timeout=30)
    threads[1].start()
    while gate._here._value:  # until the second waits
        pass
    with pytest.raises(BusyError), gate.enter():
        pass
    finish.set()
    for thread in threads:
        thread.join()
    assert done == ["yes"] * 2


def test_a_path_of_a_proxy_is_in_the_addresses_of_the_page():
    with serve(build_page(FakeDesk(readouts())), Options(root_path="/huitan")) as url:
        assert httpx.get(f"{url}/config").json()["root"].endswith("/huitan")
