"""Themes: the person's choice, and no colours where the terminal or the person wants none."""

import pytest

from salgsplan_tui.tui.themes import own_themes, theme_name


@pytest.mark.parametrize(
    ("choice", "environment", "name"),
    [
        (None, {}, "salgsplan-dark"),
        ("light", {"TERM": "xterm-256color"}, "salgsplan-light"),
        ("ansi-light", {}, "ansi-light"),
        ("dark", {"NO_COLOR": "1"}, "ansi-dark"),
        ("light", {"NO_COLOR": "1"}, "ansi-light"),
        ("dark", {"TERM": "linux"}, "ansi-dark"),
    ],
)
def test_the_theme_follows_choice_and_terminal(choice: str | None, environment: dict[str, str], name: str) -> None:
    assert theme_name(choice, environment) == name


def test_our_own_themes_have_the_names_that_can_be_chosen() -> None:
    assert {theme.name for theme in own_themes()} == {"salgsplan-dark", "salgsplan-light"}
