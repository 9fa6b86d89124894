"""Presentation mode lets only the program's own words reach the terminal, whatever draws them."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from textual.app import App, ComposeResult
from textual.content import Content
from textual.widgets import Input, OptionList, Static

from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.language import own_texts, set_language
from salgsplan_tui.session import Session
from salgsplan_tui.storage.packaged import packaged_texts
from salgsplan_tui.tui.app import PlannerApp
from salgsplan_tui.tui.dialogs.box import Box
from salgsplan_tui.tui.presentation import Mask, Secrets, vocabulary
from salgsplan_tui.tui.screens import PlannerModal
from tests.planning import NOW
from tests.tui.keys import press_fast, settle
from tests.tui.opening import app_on, sample, session_on
from tests.tui.pictures import picture

TEN = NOW.replace(hour=10)
TABLE = (
    "Navn;Firma;E-post\nNina Lund;Åsen Kjøpesenter AS;nina@aasen.example\nJonas Wærum;Granholt Eiendom AS;j@g.example\n"
)


@pytest.fixture(autouse=True)
def norwegian() -> Iterator[None]:
    yield
    set_language("nb")


def secrets(plan: Plan) -> set[str]:
    """Return the names and titles of a plan, and the last names alone."""
    found = {"Nina Lund", "Lund", "Åsen", "nina"}
    for customer in plan.customers.values():
        found |= {customer.name, *(contact.name for contact in customer.contacts)}
        found |= {contact.name.split()[-1] for contact in customer.contacts}
    found |= {row.title for row in plan.stored() if len(row.title.split()) > 1}
    found |= {goal.title for each in plan.sales_plans.values() for goal in each.goals}
    packaged = "\n".join(packaged_texts())
    return {each for each in found if each not in packaged}


def leaks(app: PlannerApp, names: set[str]) -> list[str]:
    """Return the names that can be read on the screen as it is drawn."""
    shown = picture(app)
    return sorted(name for name in names if name in shown)


WALKS: dict[str, Sequence[str]] = {
    "quick add": ["a", *"ring Marit Haugstad fre 10 :: Bjørkely"],
    "quick add, names offered": ["a", *"ring @mar"],
    "picker and form": ["n", "enter", "enter"],
    "move": ["m"],
    "outcome": ["down", "d"],
    "outcome, next step": ["down", "d", "1"],
    "tally": ["d"],
    "cancel": ["x"],
    "details stay closed": ["down", "enter"],
    "the form of a row": ["down", "e"],
    "skip and its toast": ["down", "i"],
    "push and its line": ["down", "+"],
    "duplicate": ["down", "y"],
    "remove and undo": ["down", "delete", "u"],
    "carry-over": ["b"],
    "must-dos": ["v"],
    "copy": ["z"],
    "ill": ["s"],
    "day off": ["0"],
    "playbooks": ["f5"],
    "playbook": ["f5", "1", *"1.3."],
    "search": ["slash", *"granholt"],
    "search of people": ["slash", *"marit"],
    "palette": ["colon", *"f"],
    "week": ["2", "down", "m"],
    "timetable": ["3", "right"],
    "programme": ["4", "down"],
    "money": ["6", "down"],
    "service": ["7", "down"],
    "report": ["8", "down"],
    "review": ["R"],
    "customers": ["5"],
    "customer's form": ["5", "e"],
    "new customer": ["5", "c", *"Marit Haugstad"],
    "customer's stage": ["5", "m"],
    "customer's segment": ["5", "v"],
    "customer filter": ["5", "t", *"granholt"],
    "nobody fits": ["5", "f", "w", "w", "w"],
    "customer removed": ["5", "delete"],
    "insight": ["5", "o"],
    "call session": ["5", "r", "2"],
    "call session, planned": ["5", "r", "1", "n"],
    "import": ["5", "i", "FILE", "enter"],
    "new call from the customers": ["5", "space", "space", "a"],
}


IN_ENGLISH = ("quick add", "outcome, next step", "search", "customers", "import")


@pytest.mark.parametrize(
    ("walk", "speaking"), [*((walk, "nb") for walk in WALKS), *((walk, "en") for walk in IN_ENGLISH)]
)
async def test_no_name_and_no_title_is_seen_on_the_way(tmp_path: Path, walk: str, speaking: str) -> None:
    file = tmp_path / "nye.csv"
    file.write_text(TABLE, "utf-8")
    app = app_on(sample(tmp_path / "home"), TEN, speaking=speaking)
    session = session_on(tmp_path / "home", TEN)
    session.need_all()
    names = secrets(session.plan)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        assert leaks(app, names), "there is something to hide"
        await press_fast(pilot, "f9")
        await settle(pilot)
        assert leaks(app, names) == []
        for key in WALKS[walk]:
            await press_fast(pilot, *(str(file) if key == "FILE" else [key]))
            await settle(pilot)
            assert leaks(app, names) == []


class Careless(PlannerModal[None]):
    """A dialog that hides nothing by itself."""

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__()
        self._names = tuple(names)

    def compose(self) -> ComposeResult:
        """Show names in all sorts of widgets."""
        with Box().entitle(self._names[0], self._names[1]):
            yield Static(Content("\n".join(self._names)))
            yield Input("; ".join(self._names[:4]))
            yield OptionList(*self._names[:6], markup=False)


async def test_a_dialog_that_forgets_it_shows_nothing_either(tmp_path: Path) -> None:
    app = app_on(sample(tmp_path / "home"), TEN)
    async with app.run_test(size=(120, 60), notifications=True) as pilot:
        names = secrets(app.desk.plan)
        await press_fast(pilot, "f9")
        app.push_screen(Careless(sorted(names)))
        app.notify("\n".join(sorted(names)[:5]), title="Marit Haugstad", markup=False)
        await settle(pilot)
        assert leaks(app, names) == []
        app.pop_screen()
        await press_fast(pilot, "f9")
        await settle(pilot)
        assert "Bjørkely" in picture(app), "and afterwards everything is there again"


EMPTY = [
    *([key] for key in "12345678"),
    ["question_mark"],
    ["5", "question_mark"],
    ["colon"],
    ["n", "enter", "enter"],
    ["f5"],
    ["0"],
    ["v"],
    ["z"],
    ["5", "c"],
    ["5", "i"],
]


@pytest.mark.parametrize("speaking", ["nb", "en"])
@pytest.mark.parametrize("keys", EMPTY)
async def test_the_programs_own_words_are_left_alone(
    tmp_path: Path, keys: Sequence[str], speaking: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "home"
    home.mkdir()
    (home / "settings.toml").write_text('schema = 1\nname = ""\n', "utf-8")
    app = app_on(home, TEN, speaking=speaking)
    async with app.run_test(size=(120, 40)) as pilot:
        await press_fast(pilot, "f9", *keys)
        await settle(pilot)
        masked = picture(app)
        monkeypatch.setattr(PlannerApp, "get_line_filters", App.get_line_filters)
        for widget in (*app.main.query("*"), *app.screen.query("*")):
            widget.refresh()
        await settle(pilot)
        assert masked.splitlines()[:40] == picture(app).splitlines()[:40]


def mask(**given: frozenset[str] | frozenset[tuple[str, str]]) -> Mask:
    set_language("nb")
    words = vocabulary(own_texts(), ("mandag",))
    return Mask(words, Secrets(**given))  # type: ignore[arg-type]  # as they are named


def seen(text: str, **given: frozenset[str] | frozenset[tuple[str, str]]) -> str:
    hidden = mask(**given).hidden(text)
    return "".join("•" if place in hidden else sign for place, sign in enumerate(text))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Flyttet til mandag", "Flyttet til mandag"),
        ("Lagre: Xerxes Qvist", "Lagre: •••••• •••••"),
        ("Xerxes Mandag", "•••••• ••••••"),
        ("planlagt 4 500 kr", "planlagt ••••••••"),
        ("☎ +47 900 00 001", "☎ ••••••••••••••"),
        ("uke 7 · 17.2.2027 · 10:00 · 30m", "uke 7 · 17.2.2027 · 10:00 · 30m"),
        ("qvist@zyxfirma.zyx", "•••••@••••••••.•••"),
        ("", ""),
    ],
)
def test_words_of_the_program_dates_and_times_are_seen_and_nothing_else(text: str, shown: str) -> None:
    assert seen(text) == shown


def test_a_name_or_title_of_the_programs_own_words_is_hidden_too() -> None:
    assert seen("til mandag", names=frozenset({"mandag"})) == "til mandag", "a name has a capital letter"
    assert seen("ring Lagre", names=frozenset({"Ring"})) == "ring Lagre"
    assert seen("Til: svar på tilbud nå", titles=frozenset({("svar", "på"), ("på", "tilbud")})) == (
        "Til: •••• •• •••••• nå"
    )


def test_a_large_register_is_not_read_for_it(tmp_path: Path) -> None:
    session: Session = session_on(sample(tmp_path / "home"), TEN)
    made = Secrets().of(session.plan, vocabulary(()))
    assert "Haugstad" in made.names
    assert made.of(session.plan, vocabulary(())) == made
