"""Bounds on time and memory, whatever a stranger's file makes a library do."""

from __future__ import annotations

import os
import pickle
import select
import signal
import time
import warnings
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

from hemicycle.engines.reader.source.terms import NoProgramme, Unreadable

if TYPE_CHECKING:
    from collections.abc import Callable

_Result = TypeVar("_Result")

_CHUNK = 1 << 20
_ANSWER, _UNREADABLE, _NO_PROGRAMME, _FAULT = b"a", b"u", b"n", b"f"
_FORKS = hasattr(os, "fork")

_TOO_MUCH = "The file needs more memory to be read than a document should; save its text as a new file."
_CRASHED = "The file made the program that reads it break down; save it anew, or as another kind of file."


def bounded(call: Callable[[], _Result], *, seconds: float = 30.0, megabytes: int = 500) -> _Result:
    """What the call returns, worked out in a child process of its own.

    The child may use so many megabytes beyond what this process holds, and so many seconds by the clock on the wall.
    Where processes cannot be forked the call runs here, without either bound. The result must be picklable.

    Raises:
        Unreadable: the call raised it, overstepped a bound, raised anything unexpected, or crashed.
        NoProgramme: the call raised it.
    """
    if not _FORKS:
        return _inline(call)
    read_end, write_end = os.pipe()
    with warnings.catch_warnings():
        # Python 3.12 warns of threads; the child runs only what it is given and then is gone.
        warnings.simplefilter("ignore", DeprecationWarning)
        child = os.fork()
    if child == 0:
        os.close(read_end)
        _answer(call, write_end, seconds, megabytes)
    os.close(write_end)
    try:
        answer, late = _listen(read_end, time.monotonic() + seconds)
    finally:
        os.close(read_end)
        _end(child)
    if late:
        raise Unreadable(
            f"The file took more than {seconds:g} seconds to read; send it in parts, or as another kind of file."
        )
    result: _Result = _understood(answer)
    return result


def _inline(call: Callable[[], _Result]) -> _Result:
    try:
        return call()
    except (Unreadable, NoProgramme):
        raise
    except Exception as fault:  # noqa: BLE001 -- as in _worked_out
        raise Unreadable(_unexpected(fault)) from None


def _unexpected(fault: Exception) -> str:
    if isinstance(fault, MemoryError):
        return _TOO_MUCH
    return f"The file could not be read ({type(fault).__name__}); save it anew, and report this fault with the file."


def _answer(call: Callable[[], object], pipe: int, seconds: float, megabytes: int) -> NoReturn:
    """In the child: work, write the answer, be gone without any of the parent's endings."""
    status = 1
    try:
        _limit(seconds, megabytes)
        _write(pipe, _worked_out(call))
        status = 0
    finally:
        os._exit(status)


def _worked_out(call: Callable[[], object]) -> list[bytes]:
    try:
        return [_ANSWER, pickle.dumps(call(), protocol=pickle.HIGHEST_PROTOCOL)]
    except Unreadable as reason:
        return [_UNREADABLE, str(reason).encode("utf-8", "replace")]
    except NoProgramme as reason:
        return [_NO_PROGRAMME, str(reason).encode("utf-8", "replace")]
    except Exception as fault:  # noqa: BLE001 -- what a library raises on a broken file becomes one sentence
        return [_FAULT, _unexpected(fault).encode("utf-8", "replace")]


def _limit(seconds: float, megabytes: int) -> None:
    import faulthandler  # noqa: PLC0415 -- only the child needs it
    import resource  # noqa: PLC0415 -- not on every system that lacks fork

    faulthandler.disable()
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    _lower(resource.RLIMIT_CORE, 0)
    _lower(resource.RLIMIT_CPU, int(seconds) + 2)
    if (present := _present_bytes()) is not None:
        _lower(resource.RLIMIT_AS, present + megabytes * 1024 * 1024)


def _lower(kind: int, to: int) -> None:
    import resource  # noqa: PLC0415 -- as above

    _, hard = resource.getrlimit(kind)
    highest = to if hard == resource.RLIM_INFINITY else min(to, hard)
    resource.setrlimit(kind, (highest, hard))


def _present_bytes() -> int | None:
    """The address space of this process, where the system tells."""
    try:
        told = Path("/proc/self/statm").read_bytes()
        return int(told.split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError, IndexError):
        return None


def _write(pipe: int, parts: list[bytes]) -> None:
    for part in parts:
        view = memoryview(part)
        while view:
            view = view[os.write(pipe, view) :]


def _listen(pipe: int, until: float) -> tuple[bytes, bool]:
    """All that the child writes until it closes the pipe, and whether it ran out of time."""
    heard: list[bytes] = []
    while True:
        left = until - time.monotonic()
        if left <= 0 or not select.select([pipe], [], [], left)[0]:
            return b"", True
        chunk = os.read(pipe, _CHUNK)
        if not chunk:
            return b"".join(heard), False
        heard.append(chunk)


def _end(child: int) -> None:
    """Make sure that the child is gone, and take note of its end."""
    with suppress(ProcessLookupError):
        os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def _understood(answer: bytes) -> Any:
    kind, said = answer[:1], answer[1:]
    if kind == _ANSWER:
        return pickle.loads(said)  # noqa: S301 -- written a moment ago by our own child
    if kind == _NO_PROGRAMME:
        raise NoProgramme(said.decode("utf-8"))
    raise Unreadable(said.decode("utf-8") if said else _CRASHED)
