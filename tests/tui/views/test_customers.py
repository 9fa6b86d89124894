"""The customers' screen: these files, these keys, what the list then shows."""

import datetime as dt
import threading
from collections.abc import Mapping
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from salgsplan_tui.domain.customer_history import CustomerRecord, customer_records
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.whom_to_call import Suggestion, whom_to_call
from salgsplan_tui.tui.app import PlannerApp
from salgsplan_tui.tui.lines import Target
from salgsplan_tui.tui.views import customers
from salgsplan_tui.tui.views.customers import CustomersView
from tests.folders import block, file, lay
from tests.planning import NOW
from tests.tui.keys import look_for_changes, press_fast, settle
from tests.tui.opening import app_on, stored
from tests.tui.pictures import picture

MONDAY = dt.datetime(2027, 2, 22, 10)
"""A day on which an A customer has waited for more than thirty days."""


def view_of(app: PlannerApp) -> CustomersView:
    assert isinstance(app.main.view, CustomersView)
    return app.main.view


def shown(app: PlannerApp) -> list[str]:
    """Return the ids of the customers in the list, from top to bottom."""
    return [line.target.id for line in view_of(app).lines.lines if line.target is not None]


@pytest.mark.parametrize("speaking", ["nb", "en"])
@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_customers_look_as_they_did(
    home: Path, size: tuple[int, int], speaking: str, snapshot: SnapshotAssertion
) -> None:
    app = app_on(home, speaking=speaking)
    async with app.run_test(size=size) as pilot:
        await press_fast(pilot, "5", "end", "up")
        assert picture(app) == snapshot


async def test_names_and_numbers_are_hidden_in_presentation_mode(home: Path, snapshot: SnapshotAssertion) -> None:
    app = app_on(home)
    async with app.run_test(size=(120, 30)) as pilot:
        await press_fast(pilot, "5", "f9")
        text = picture(app)
        await press_fast(pilot, "end", "up")
        text += picture(app)
    for secret in ("Granholt", "Wærum", "00 00 00", "78 000", "eiendom", "Myrvold"):
        assert secret not in text
    assert text == snapshot


async def test_an_empty_book_tells_what_to_do(tmp_path: Path, snapshot: SnapshotAssertion) -> None:
    home = lay(tmp_path / "home", {"settings.toml": 'schema = 1\nname = "Nina Ny"\n'})
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await press_fast(pilot, "5")
        assert picture(app) == snapshot


async def test_a_customers_not_contacted_for_thirty_days_are_three_keys_away(home: Path) -> None:
    app = app_on(home, MONDAY)
    async with app.run_test(size=(80, 24)) as pilot:
        await press_fast(pilot, "5", "f", "w")
        assert shown(app) == ["k03"]


async def test_where_nobody_has_waited_so_long_the_closest_is_named(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await press_fast(pilot, "5", "f", "w")
        assert shown(app) == []
        assert "Nærmest er Sjøbua Hotell AS: 27 dager siden siste kontakt." in picture(app)


@pytest.mark.parametrize(
    ("keys", "found"),
    [
        (["z"], "k04 k06 k11"),
        (["w"], "k11 k10"),
        (["w", "w", "w", "w", "f", "f", "f", "f"], "k05 k02 k03 k09 k01 k07 k08 k12 k04 k06 k11 k10"),
        (["f", "f", "z"], "k04"),
        (["t", *"hotell", "enter"], "k03 k07 k06"),
        (["t", *"hotell", "enter", "f"], "k03"),
        (["t", *"hotell", "escape", "escape"], "k05 k02 k03 k09 k01 k07 k08 k12 k04 k06 k11 k10"),
        (["b", "2"], "k05 k07"),
        (["v", "5"], "k02"),
        (["f", "s"], "k02 k05 k03 k09"),
        (["f", "s", "s"], "k03 k09 k05 k02"),
        (["f", "s", "s", "s"], "k02 k05 k03 k09"),
        (["f", "s", "s", "s", "s"], "k05 k09 k02 k03"),
        (["f", "z", "escape", "f", "f"], "k01 k07 k08 k04"),
    ],
)
async def test_keys_choose_and_order(home: Path, keys: list[str], found: str) -> None:
    app = app_on(home, NOW.replace(hour=10))
    async with app.run_test(size=(80, 24)) as pilot:
        await press_fast(pilot, "5", *keys)
        assert shown(app) == found.split()


async def test_names_are_sorted_as_in_norwegian(tmp_path: Path) -> None:
    names = ["Åse", "Ærlig", "Øst", "Zoo", "Aasen", "Ådal"]
    blocks = [f'[[customer]]\nid = "k{at}"\nname = "{name}"\n' for at, name in enumerate(names)]
    app = app_on(lay(tmp_path / "home", {"customers.toml": file(*blocks), "settings.toml": "schema = 1\n"}))
    async with app.run_test(size=(80, 24)) as pilot:
        await press_fast(pilot, "5", "s")
        assert [names[int(each[1:])] for each in shown(app)] == ["Zoo", "Ærlig", "Øst", "Ådal", "Åse", "Aasen"]


async def test_the_line_of_a_new_activity_begins_with_whom_the_cursor_stands_on(home: Path) -> None:
    app = app_on(home, NOW.replace(hour=10))
    async with app.run_test(size=(80, 24)) as pilot:
        await press_fast(pilot, "5", "a", *"kl 15", "enter")
        await settle(pilot)
        assert isinstance(app.main.view, CustomersView)
    (new,) = [row for row in stored(home).values() if str(row["title"]).startswith("ring Per Åge")]
    assert (new["customers"], new["contacts"], new["start"]) == (["k05"], ["p05"], "15:00")


async def test_the_form_of_a_new_activity_is_for_all_who_are_marked(home: Path) -> None:
    app = app_on(home, NOW.replace(hour=10))
    async with app.run_test(size=(80, 24)) as pilot:
        await press_fast(pilot, "5", "space", "space", "n", "enter", *"Gjennomgang", "ctrl+s")
        await settle(pilot)
    (new,) = [row for row in stored(home).values() if row["title"] == "Gjennomgang"]
    assert (new["customers"], new["contacts"]) == (["k05", "k02"], ["p05", "p02"])


async def test_two_thousand_customers_are_shown_filtered_and_marked(tmp_path: Path) -> None:
    rows = [
        f'[[customer]]\nid = "k{at:04}"\nname = "Kunde {at:04} AS"\nclass = "{"ABC"[at % 3]}"\nstage = "lead"\n'
        for at in range(2000)
    ]
    app = app_on(lay(tmp_path / "home", {"settings.toml": "schema = 1\n", "customers.toml": file(*rows)}))
    async with app.run_test(size=(80, 24)) as pilot:
        await press_fast(pilot, "5")
        assert len(shown(app)) == 2000
        await press_fast(pilot, "s", "f", "t", *"kunde 199", "enter")
        assert shown(app) == ["k1992", "k1995", "k1998"]
        await press_fast(pilot, "V")
        assert view_of(app).marked == frozenset(shown(app))


async def test_keys_of_activities_do_nothing_here(home: Path) -> None:
    app = app_on(home)
    before = {path: path.read_bytes() for path in home.rglob("*.toml")}
    async with app.run_test(size=(80, 24)) as pilot:
        await press_fast(pilot, "5", "d", "x", "+", "-", "y")
        assert len(app.screen_stack) == 1
    assert {path: path.read_bytes() for path in home.rglob("*.toml")} == before


async def test_what_is_older_is_read_behind_and_then_known(tmp_path: Path) -> None:
    home = lay(
        tmp_path / "home",
        {
            "settings.toml": "schema = 1\n",
            "customers.toml": file('[[customer]]\nid = "k1"\nname = "Berg AS"\nstage = "lead"\n'),
            "weeks/2021/2021-W10.toml": file(
                block("a1", date="2021-03-10", state='"done"', outcome='"reached"', customers='["k1"]')
            ),
        },
    )
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await press_fast(pilot, "5")
        await app.workers.wait_for_complete()
        await settle(pilot)
        record = view_of(app).records["k1"]
        assert record.days_since(NOW.date()) == 2170
        assert not view_of(app).is_reading


async def test_a_change_by_somebody_else_is_seen_and_the_cursor_stays(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await press_fast(pilot, "5", "down", "down")
        path = home / "customers.toml"
        path.write_text(path.read_text("utf-8").replace("Sjøbua Hotell AS", "Aure Hotell AS"), "utf-8")
        await look_for_changes(pilot)
        await settle(pilot)
        assert view_of(app).target == Target("customer", "k03")
        assert "Aure Hotell AS" in picture(app)


async def test_a_typed_filter_understands_terms_beside_words_and_keys(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(120, 40)) as pilot:
        await press_fast(pilot, "5", "t", *"klasse:b dager:8")
        await settle(pilot)
        view = app.main.view
        assert isinstance(view, CustomersView)
        assert {row.record.customer.customer_class for row in view.page.rows} == {"B"}
        assert "B · ikke kontaktet på 8 dager" in picture(app)
        count = len(view.page.rows)
        await press_fast(pilot, "enter", "z")
        assert 0 < len(view.page.rows) < count or view.page.rows == ()
        await press_fast(pilot, "f")
        assert view.wanted.customer_class == "C", "a key goes on from what was typed"
        await press_fast(pilot, "escape")
        assert view.wanted.is_empty


async def test_a_term_that_means_nothing_is_told_and_leaves_the_list_as_it_was(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(120, 40)) as pilot:
        await press_fast(pilot, "5", "t", *"klasse:A")
        view = app.main.view
        assert isinstance(view, CustomersView)
        count = len(view.page.rows)
        await press_fast(pilot, "backspace", "X")
        await settle(pilot)
        assert "«X» er ingen klasse" in picture(app)
        assert count > 0
        await press_fast(pilot, "backspace", "B")
        assert view.wanted.customer_class == "B"


async def test_the_typed_filter_looks_as_it_did(home: Path, snapshot: SnapshotAssertion) -> None:
    app = app_on(home, speaking="en")
    async with app.run_test(size=(80, 24)) as pilot:
        await press_fast(pilot, "5", "t", *'class:A stage:"offer given"')
        await settle(pilot)
        assert picture(app) == snapshot


async def test_whom_to_call_is_worked_out_anew_when_hours_pass_and_not_each_minute(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[dt.datetime, str]] = []

    def noting(plan: Plan, records: Mapping[str, CustomerRecord], now: dt.datetime) -> tuple[Suggestion, ...]:
        asked.append((now, threading.current_thread().name))
        return whom_to_call(plan, records, now)

    monkeypatch.setattr(customers, "whom_to_call", noting)
    app = app_on(home, NOW.replace(hour=10))
    async with app.run_test(size=(120, 40)) as pilot:
        await press_fast(pilot, "5")
        await settle(pilot)
        first = len(asked)
        assert first == 1
        assert asked[0][1] != threading.main_thread().name, "it is done while the screen lives on"
        for minute in range(1, 30):
            app.main.now = NOW.replace(hour=10, minute=minute)
            await settle(pilot)
        assert len(asked) == first
        app.main.now = NOW.replace(hour=21, minute=1)
        await settle(pilot)
        assert len(asked) == first + 1, "nobody may be called in the evening"
        app.main.now = NOW.replace(day=18, hour=10)
        await settle(pilot)
        assert len(asked) == first + 2


async def test_a_change_is_prepared_for_beside_the_screens_own_thread(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[str] = []

    def noting(plan: Plan, now: dt.datetime) -> Mapping[str, CustomerRecord]:
        threads.append(threading.current_thread().name)
        return customer_records(plan, now)

    monkeypatch.setattr(customers, "customer_records", noting)
    app = app_on(home, NOW.replace(hour=10))
    async with app.run_test(size=(120, 40)) as pilot:
        await press_fast(pilot, "5", "m", "enter")
        await settle(pilot)
        await press_fast(pilot, "u")
        await settle(pilot)
    assert threading.main_thread().name not in threads
