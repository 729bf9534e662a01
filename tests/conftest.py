"""What holds for every test: the same random examples each time, and no silent skipping where CI needs a tool."""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile(
    "steady",
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
settings.register_profile("searching", settings.get_profile("steady"), derandomize=False, max_examples=500)
settings.load_profile(os.environ.get("HEMICYCLE_HYPOTHESIS", "steady"))

NEEDED = frozenset(os.environ.get("HEMICYCLE_TESTS_NEED", "").split(",")) - {""}


class Skipped:
    """Remembers tests that were skipped though CI says that their tool must be there."""

    def __init__(self) -> None:
        self.names: list[str] = []

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.skipped and NEEDED & set(report.keywords):
            self.names.append(report.nodeid)

    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        if self.names:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        for name in self.names:
            terminalreporter.write_line(f"SKIPPED THOUGH NEEDED: {name}", red=True)


def pytest_configure(config: pytest.Config) -> None:
    config.pluginmanager.register(Skipped())
