"""What holds for the whole suite: no test leaves its language behind, and the end tells what was survived."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

from salgsplan_tui.language import set_language

# What holds, holds on a busy machine too: no property fails for the time it took.
settings.register_profile("any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any machine")


@pytest.fixture(autouse=True)
def _norwegian_afterwards() -> Iterator[None]:
    yield
    set_language("nb")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print the counts that tests noted with `record_property("counts", ...)`."""
    reports = terminalreporter.getreports("passed")
    counts = [text for report in reports for name, text in report.user_properties if name == "counts"]
    if counts:
        terminalreporter.section("what was survived")
        for text in sorted(set(map(str, counts))):
            terminalreporter.line(text)
