"""What is said in which language, and what that costs."""

import subprocess
import sys

from salgsplan_tui.language import LANGUAGES, N_, _, language, ngettext, pgettext, set_language
from salgsplan_tui.language.messages import TEXTS
from tests.language.pseudo import pseudo, pseudo_language

_MARKED = N_("There is nothing to undo.")


def test_a_text_is_said_in_the_language_that_is_set() -> None:
    set_language("en")
    assert (_(_MARKED), language()) == ("There is nothing to undo.", "en")
    set_language("nb")
    assert (_(_MARKED), language()) == ("Det er ingenting å angre.", "nb")


def test_a_text_without_a_translation_is_said_in_english() -> None:
    set_language("nb")
    assert _("Zzz {count}") == "Zzz {count}"
    assert pgettext("a place", "Zzz") == "Zzz"


def test_nothing_is_nothing_in_every_language() -> None:
    for code in LANGUAGES:
        set_language(code)
        assert _("") == ""


def test_one_is_singular_and_all_else_plural_in_both_languages() -> None:
    for code in LANGUAGES:
        set_language(code)
        assert [ngettext("one", "many", count) for count in (0, 1, 2, 11, 21)] == [
            "many",
            "one",
            "many",
            "many",
            "many",
        ]


def test_the_made_up_language_translates_every_text_and_keeps_placeholders() -> None:
    assert pseudo("String") == "[Ŝťřîñĝ~~~]"
    with pseudo_language():
        assert _("Moved to {date}").format(date="x") == "[Môvêď ťô x~~~~~~]"
        assert all(_(text).startswith("[") for wordings in TEXTS.values() for text in wordings)


def test_importing_it_and_speaking_english_reads_no_catalogue_and_no_other_module_of_ours() -> None:
    script = """
import sys
from salgsplan_tui import language
print("gettext" in sys.modules)
language.set_language("en")
sys.addaudithook(lambda event, args: event == "open" and str(args[0]).endswith(".mo") and print("read", args[0]))
print(language._("There is nothing to undo."))
print(sorted(name for name in sys.modules if name.startswith("salgsplan_tui")))
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)  # noqa: S603  # ours
    assert done.stdout.splitlines() == [
        "False",
        "There is nothing to undo.",
        "['salgsplan_tui', 'salgsplan_tui.language']",
    ]
