"""Work beside the screen: what fails is told while there is somebody to tell."""

import threading

from tui_reader.ui.errands import Errands


def test_what_fails_is_told() -> None:
    told: list[Exception] = []
    heard = threading.Event()

    def hear(error: Exception) -> None:
        told.append(error)
        heard.set()

    def fail() -> None:
        raise RuntimeError("out of order")

    errands = Errands("test", hear)
    errands.do(fail)
    assert heard.wait(10)
    assert isinstance(told[0], RuntimeError)
    errands.close()


def test_what_fails_after_the_end_is_told_to_nobody() -> None:
    told: list[Exception] = []
    errands = Errands("test", told.append)
    begun, ended = threading.Event(), threading.Event()

    def fail() -> None:
        begun.set()
        ended.wait(10)
        raise RuntimeError("the screen is gone")

    errands.do(fail)
    assert begun.wait(10)
    errands.close()
    ended.set()
    assert errands._thread is not None
    errands._thread.join(10)
    assert told == []
