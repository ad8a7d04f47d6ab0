"""page.configs: what is worked out once for all visitors is what Gradio works out for each."""

from __future__ import annotations

from gradio.state_holder import SessionState

from page.chat import build_page
from tests.desk import FakeDesk


def test_a_session_gets_what_gradio_would_work_out(corpus, monkeypatch):
    kept = build_page(FakeDesk(corpus))
    monkeypatch.setattr("page.chat.keep_configs", lambda page: None)
    fresh = build_page(FakeDesk(corpus))
    first = min(kept.blocks) - min(fresh.blocks)
    plain = {key + first: value for key, value in SessionState(fresh).config_values.items()}
    session = SessionState(kept).config_values
    assert session.keys() == plain.keys()
    for key, value in session.items():
        assert value["props"].keys() == plain[key]["props"].keys()
        assert value.get("api_info") == plain[key].get("api_info")


def test_what_one_session_writes_another_does_not_see(corpus):
    page = build_page(FakeDesk(corpus))
    one, other = SessionState(page), SessionState(page)
    number = next(key for key, block in page.blocks.items() if block.elem_id == "talk")
    one._update_value_in_config(number, "mine")
    assert one.config_values[number]["props"]["value"] == "mine"
    assert other.config_values[number]["props"]["value"] != "mine"
