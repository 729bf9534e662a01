import os
import signal
import time
from pathlib import Path

import pytest

from hemicycle.engines.reader import bounds
from hemicycle.engines.reader.bounds import bounded
from hemicycle.engines.reader.source import NoProgramme, Unreadable


def _raise(fault: BaseException):
    raise fault


def _recurse(depth: int = 0) -> int:
    return _recurse(depth + 1) + 1


def test_the_result_comes_back_whole():
    letters = "x" * 3_000_000

    assert bounded(lambda: (letters, 1)) == (letters, 1)


def test_its_own_refusals_come_back_as_they_are():
    with pytest.raises(Unreadable, match=r"^a\.pdf is damaged\.$"):
        bounded(lambda: _raise(Unreadable("a.pdf is damaged.")))
    with pytest.raises(NoProgramme, match=r"^Nothing there\.$"):
        bounded(lambda: _raise(NoProgramme("Nothing there.")))


def test_too_long_is_one_sentence():
    began = time.monotonic()

    with pytest.raises(Unreadable, match=r"more than 0\.2 seconds"):
        bounded(lambda: time.sleep(20), seconds=0.2)

    assert time.monotonic() - began < 5


@pytest.mark.skipif(
    not Path("/proc/self/statm").exists(), reason="the system does not tell how much memory is held"
)
def test_too_much_memory_is_one_sentence():
    with pytest.raises(Unreadable, match="more memory"):
        bounded(lambda: len(bytearray(200_000_000)), megabytes=50)


def test_memory_within_the_bound_is_given():
    assert bounded(lambda: len(bytearray(20_000_000)), megabytes=100) == 20_000_000


def test_anything_unexpected_is_one_sentence():
    with pytest.raises(Unreadable, match=r"could not be read \(KeyError\)"):
        bounded(lambda: _raise(KeyError("x")))
    with pytest.raises(Unreadable, match="RecursionError"):
        bounded(_recurse)
    with pytest.raises(Unreadable, match="could not be read"):
        bounded(lambda: lambda: None)


def test_a_crash_is_one_sentence():
    with pytest.raises(Unreadable, match="break down"):
        bounded(lambda: os.kill(os.getpid(), signal.SIGSEGV))
    with pytest.raises(Unreadable, match="break down"):
        bounded(lambda: _raise(KeyboardInterrupt()))


def test_where_processes_cannot_be_forked_the_call_runs_here(monkeypatch):
    monkeypatch.setattr(bounds, "_FORKS", False)

    assert bounded(os.getpid) == os.getpid()
    with pytest.raises(Unreadable, match="more memory"):
        bounded(lambda: _raise(MemoryError()))
    with pytest.raises(Unreadable, match="KeyError"):
        bounded(lambda: _raise(KeyError("x")))
    with pytest.raises(NoProgramme):
        bounded(lambda: _raise(NoProgramme("x")))


def test_no_child_is_left_behind():
    bounded(lambda: 1)

    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)
