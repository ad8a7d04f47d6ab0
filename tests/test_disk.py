import os
from pathlib import Path

import numpy as np
import pytest

from index.disk import OnDisk, load_array, open_array
from index.manifest import IndexNotUsable


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    folder = tmp_path / "index" / "index-1"
    folder.mkdir(parents=True)
    np.save(folder / "large.npy", np.arange(100_000, dtype=np.int32))
    np.save(folder / "small.npy", np.arange(5, dtype=np.uint16))
    return folder


@pytest.mark.parametrize("part", [slice(0), slice(7), slice(3, 9), slice(99_990, None), slice(50, 50), slice(None)])
def test_slices_are_those_of_the_array(saved: Path, part: slice) -> None:
    found, whole = open_array(saved, "large"), load_array(saved, "large")
    assert isinstance(found, OnDisk)
    assert len(found) == 100_000
    assert found[part].dtype == np.int32
    assert found[part].tolist() == whole[part].tolist()


def test_it_can_be_taken_whole_and_a_small_one_is_read_at_once(saved: Path) -> None:
    assert np.concatenate([open_array(saved, "large"), np.array([7], dtype=np.int32)])[-2:].tolist() == [99_999, 7]
    assert isinstance(open_array(saved, "small"), np.ndarray)


def test_a_file_that_is_cut_off_while_it_is_in_use_says_what_to_run(saved: Path) -> None:
    found = open_array(saved, "large")
    os.truncate(saved / "large.npy", 1_000)
    assert found[:10].tolist() == list(range(10))
    with pytest.raises(IndexNotUsable, match="large.npy was cut off while it was in use. Build the index anew with"):
        found[90_000:]


def test_a_file_that_is_removed_can_still_be_read(saved: Path) -> None:
    found = open_array(saved, "large")
    (saved / "large.npy").unlink()
    assert found[99_999:].tolist() == [99_999]
