"""What the whole suite tells at its end: how often the survivors were put to the test."""

import pytest


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print the counts that tests noted with `record_property("counts", ...)`."""
    reports = terminalreporter.getreports("passed")
    counts = [text for report in reports for name, text in report.user_properties if name == "counts"]
    if counts:
        terminalreporter.section("what was survived")
        for text in sorted(set(map(str, counts))):
            terminalreporter.line(text)
