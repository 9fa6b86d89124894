"""Each test leaves the language as it found it."""

from collections.abc import Iterator

import pytest

from salgsplan_tui.language import language, set_language


@pytest.fixture(autouse=True)
def _language_as_before() -> Iterator[None]:
    before = language()
    yield
    set_language(before)
