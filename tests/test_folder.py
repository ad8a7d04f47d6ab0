"""What a folder may hold beside readouts: it is named with the cure, and nothing of it is opened."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from index.read import LIMIT, UnreadableFile, list_files, list_refused, read_file, read_folder
from index.reading.content import LONGEST, MOST_LINES

TEXT = "President Biden spoke today with President Xi.\n"
posix = pytest.mark.skipif(os.name != "posix", reason="links and pipes as POSIX has them")


def names(folder: Path) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in list_files(folder)]


def refused(folder: Path) -> list[str]:
    return [skip.reason for skip in list_refused(folder)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "secret.txt").write_text("They met in secret.", encoding="utf-8")
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "good.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path / "seeds"


@posix
def test_links_are_not_followed_out_of_the_folder(folder):
    (folder / "a.txt").symlink_to(folder.parent / "outside" / "secret.txt")
    (folder / "b").symlink_to(folder.parent / "outside")
    (folder / "c").symlink_to(folder)  # a loop
    (folder / "d.txt").symlink_to(folder / "nowhere.txt")
    (folder / "e.txt").symlink_to("/dev/zero")
    assert names(folder) == ["good.txt"]
    assert refused(folder) == [
        "a.txt is a link to a file outside of the folder; put the file itself in",
        "b is a link to a folder, which is not followed; put the files themselves in",
        "c is a link to a folder, which is not followed; put the files themselves in",
        "d.txt is a link that leads nowhere; put the file itself in",
        "e.txt is a link to a file outside of the folder; put the file itself in",
    ]
    assert [readout.name for readout in read_folder(folder)[0]] == ["good.txt"]


@posix
def test_a_pipe_is_neither_opened_nor_waited_for(folder):
    os.mkfifo(folder / "pipe.txt")
    assert names(folder) == ["good.txt"]
    assert refused(folder) == ["pipe.txt is no file but a pipe or a device; take it out of the folder"]
    with pytest.raises(UnreadableFile, match=r"pipe\.txt cannot be opened"):
        read_file(folder / "pipe.txt")


@posix
@pytest.mark.parametrize(
    ("name", "shown", "why"),
    [
        ("a\nb.txt", "a<000A>b.txt", "do not show"),
        ("moc.\u202etxt.txt", "moc.<202E>txt.txt", "do not show"),
        ("a\u200bb.txt", "a<200B>b.txt", "do not show"),
        ("a\\..\\b.txt", "a<005C>..<005C>b.txt", "do not show"),
        (b"\xff\xfe.txt".decode("utf-8", "surrogateescape"), "<DCFF><DCFE>.txt", "no UTF-8"),
        ("习" * 70 + ".txt", "习" * 70 + ".txt", "more than 200 bytes"),
    ],
)
def test_names_that_trick_are_refused(folder, name, shown, why):
    try:
        (folder / name).write_text(TEXT, encoding="utf-8")
    except OSError:
        pytest.skip("this file system has no such names")
    assert names(folder) == ["good.txt"]
    assert [(skip.name, why in skip.reason) for skip in list_refused(folder)] == [(shown, True)]


def test_names_that_look_like_markup_are_kept_as_they_are(folder):
    (folder / "<script>alert(1)&amp;.txt").write_text(TEXT, encoding="utf-8")
    assert names(folder) == ["<script>alert(1)&amp;.txt", "good.txt"]
    assert refused(folder) == []


def test_what_a_browser_saves_beside_a_page_is_no_readout(folder):
    (folder / "page.html").write_text(f"<html><body><p>{TEXT}</p></body></html>", encoding="utf-8")
    (folder / "page_files").mkdir()
    (folder / "page_files" / "frame.html").write_text("<p>advertisement</p>", encoding="utf-8")
    assert names(folder) == ["good.txt", "page.html"]


@posix
@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may read every file")
def test_what_may_not_be_read_is_told(folder):
    (folder / "locked.txt").write_text(TEXT, encoding="utf-8")
    (folder / "locked.txt").chmod(0)
    assert "may be read" in read_folder(folder)[1][0].reason


def test_a_file_that_vanished_is_told(folder):
    with pytest.raises(UnreadableFile, match="check that it is there"):
        read_file(folder / "gone.txt")


def test_a_folder_is_no_file(folder):
    (folder / "a.txt").mkdir()
    with pytest.raises(UnreadableFile, match="cannot be opened"):
        read_file(folder / "a.txt")


@pytest.mark.parametrize(
    ("name", "text", "why"),
    [
        ("a.txt", "word " * (LONGEST // 4), "1,250,000 characters, more than 1,000,000"),
        ("a.txt", "a\n" * (MOST_LINES + 1), "100,001 lines, more than 100,000"),
        ("a.html", f"<p>{'word ' * (LONGEST // 4)}</p>", "characters, more than 1,000,000"),
        ("a.html", "<p>a</p>" * (MOST_LINES + 1), "100,001 lines, more than 100,000"),
        ("a.md", "x" * (LIMIT + 1), "20 MB, more than 20"),
    ],
)
def test_what_is_too_long_for_a_readout_is_refused_at_once(folder, name, text, why):
    (folder / name).write_text(text, encoding="utf-8")
    with pytest.raises(UnreadableFile, match="split it into its articles") as caught:
        read_file(folder / name)
    assert why in str(caught.value)


def test_the_libraries_that_read_formats_wait_until_they_are_needed():
    heavy = "('lxml', 'trafilatura', 'pypdfium2')"
    code = f"import sys, qa.answer, index.read; print([name for name in {heavy} if name in sys.modules])"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"
