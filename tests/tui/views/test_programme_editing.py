"""Plans, goals, strategies and the rest are made, changed, ordered, settled and removed by keys; undo takes it back."""

from pathlib import Path

import pytest
import tomli
from syrupy.assertion import SnapshotAssertion
from textual.widgets import Input

from salgsplan_tui.tui.app import PlannerApp
from salgsplan_tui.tui.lines import Target
from salgsplan_tui.tui.views.programme import ProgrammeView
from tests.folders import lay
from tests.tui.keys import AnyPilot, look_for_changes, press_fast, settle
from tests.tui.opening import app_on, stored
from tests.tui.pictures import picture


def view_of(app: PlannerApp) -> ProgrammeView:
    assert isinstance(app.main.view, ProgrammeView)
    return app.main.view


def plan_on_disk(home: Path, name: str = "q1-2027") -> dict[str, object]:
    return tomli.loads((home / f"plans/{name}.toml").read_text("utf-8"))


def parts(home: Path, field: str, name: str = "q1-2027") -> list[dict[str, object]]:
    found = plan_on_disk(home, name).get(field, [])
    assert isinstance(found, list)
    return found


def titles(home: Path, field: str, name: str = "q1-2027") -> list[object]:
    return [each.get("title") for each in parts(home, field, name)]


async def stand_on(pilot: AnyPilot, app: PlannerApp, kind: str, identity: str) -> None:
    view_of(app).lines.go_to(Target(kind, identity))  # type: ignore[arg-type]  # a test's own words
    await settle(pilot)


async def test_a_goal_is_made_in_one_line_changed_in_a_form_and_taken_back(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(100, 40)) as pilot:
        await press_fast(pilot, "4", "c", "1", *"8 ordre innen 31.3.", "enter")
        await settle(pilot)
        new = parts(home, "goal")[-1]
        assert (new["title"], new["measure"], new["target"]) == ("8 ordre innen 31.3.", "orders", "8.00")
        assert view_of(app).target == Target("goal", str(new["id"]))
        await press_fast(pilot, "e", "tab", "ctrl+u", *"9", "ctrl+s")
        await settle(pilot)
        assert parts(home, "goal")[-1]["target"] == "9.00"
        await press_fast(pilot, "u", "u")
        await settle(pilot)
        assert len(parts(home, "goal")) == 5
        await press_fast(pilot, "U")
        await settle(pilot)
        assert titles(home, "goal")[-1] == "8 ordre innen 31.3."


async def test_a_vision_like_goal_is_said_to_be_one_and_can_be_set_all_the_same(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(100, 40)) as pilot:
        await press_fast(pilot, "4", "c", "1", *"bli bedre på salg")
        assert "Foreløpig er det en visjon" in picture(app)
        await press_fast(pilot, "enter")
        await settle(pilot)
        assert "! en visjon, for den har ikke tall, enhet eller frist: bli bedre på salg" in picture(app)


async def test_a_strategy_and_an_activity_programme_name_their_goals_by_number(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(100, 40)) as pilot:
        await press_fast(pilot, "4", "c", "2", *"Partnere", "tab", *"1, merkjøp", "tab", "tab", *"Ring dem", "ctrl+s")
        await settle(pilot)
        new = parts(home, "strategy")[-1]
        assert (new["title"], new["goals"], new["text"]) == ("Partnere", ["m1", "m3"], "Ring dem")
        await press_fast(pilot, "c", "3", *"Partnermøter", "tab", *"partn", "enter", "tab", *"9")
        assert "er ikke noe av målene" in picture(app)
        await press_fast(pilot, "ctrl+u", *"5", "ctrl+s")
        await settle(pilot)
        made = parts(home, "programme")[-1]
        assert (made["strategy"], made["goals"]) == (new["id"], ["m5"])


async def test_parts_are_ordered_removed_and_kept_while_something_names_them(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(100, 50)) as pilot:
        await press_fast(pilot, "4")
        await stand_on(pilot, app, "strategy", "st1")
        await press_fast(pilot, "J")
        await settle(pilot)
        assert [each["id"] for each in parts(home, "strategy")] == ["st2", "st1", "st3", "st4"]
        await press_fast(pilot, "K", "K")
        await settle(pilot)
        assert [each["id"] for each in parts(home, "strategy")] == ["st1", "st2", "st3", "st4"]
        await press_fast(pilot, "delete")
        await settle(pilot)
        assert len(parts(home, "strategy")) == 4
        await press_fast(pilot, "c", "2", *"Til overs", "ctrl+s")
        await settle(pilot)
        await press_fast(pilot, "delete")
        await settle(pilot)
        assert "Til overs" not in titles(home, "strategy")


async def test_what_other_plans_and_orders_name_is_kept_and_who_names_it_is_told(home: Path) -> None:
    path = home / "plans/ren-luft.toml"
    path.write_text(path.read_text("utf-8").replace("read_only = true\n", ""), "utf-8")
    before = path.read_bytes()
    app = app_on(home)
    async with app.run_test(size=(100, 50)) as pilot:
        await press_fast(pilot, "4", "shift+tab")
        await stand_on(pilot, app, "plan", "ren-luft")
        await press_fast(pilot, "enter")
        await stand_on(pilot, app, "part", "focus_areas:f3")
        await press_fast(pilot, "delete")
        await settle(pilot)
        await stand_on(pilot, app, "part", "products:p1")
        await press_fast(pilot, "delete")
        await settle(pilot)
        said = " ".join(each.message for each in app._notifications)  # noqa: SLF001  # what is read
    assert "Servicebesøk som vei til merkjøp (1. kvartal 2027)" in said
    assert "tilbud eller ordrer (" in said
    assert path.read_bytes() == before


async def test_what_a_draft_lacks_is_told_by_name_when_it_shall_become_active(home: Path) -> None:
    (home / "plans/q2.toml").write_text(
        'schema = 1\nid = "q2"\ntitle = "Neste"\nstart = 2027-04-01\nend = 2027-06-30\n', "utf-8"
    )
    app = app_on(home)
    async with app.run_test(size=(100, 40)) as pilot:
        await press_fast(pilot, "4", "full_stop", "s", "1")
        await settle(pilot)
        told = str([note.message for note in app._notifications])  # noqa: SLF001  # what the person reads
        assert "Planen mangler: et mål med tall, enhet og frist, en strategi, et aktivitetsprogram" in told
        assert "status" not in plan_on_disk(home, "q2")
        await press_fast(pilot, "c", "1", *"8 ordre innen 30.6.2027", "enter")
        await press_fast(pilot, "c", "2", *"Ring", "ctrl+s", "c", "3", *"Nysalg", "ctrl+s")
        await press_fast(pilot, "s", "1")
        await settle(pilot)
        assert plan_on_disk(home, "q2")["status"] == "active"


async def test_a_tactical_plan_lacks_improvement_areas_until_one_belongs_to_it(home: Path) -> None:
    mine, theirs = home / "plans/own.toml", home / "plans/ost-2026-2027.toml"
    text = theirs.read_text("utf-8").replace("ost-2026-2027", "own").replace("read_only = true\n", "")
    mine.write_text(text.replace('"active"', '"draft"'), "utf-8")
    app = app_on(home)
    async with app.run_test(size=(100, 50)) as pilot:
        await press_fast(pilot, "4", "shift+tab")
        await stand_on(pilot, app, "plan", "own")
        await press_fast(pilot, "enter")
        assert "○ et forbedringsområde som hører til den" in picture(app)
        await press_fast(pilot, "s", "1")
        await settle(pilot)
        assert plan_on_disk(home, "own")["status"] == "draft"
        with (home / "improvement.toml").open("a", encoding="utf-8") as file:
            file.write('\n[[improvement_area]]\nid = "i3"\ntitle = "Færre feil"\nplan = "own"\n')
        await look_for_changes(pilot)
        assert "forbedringsområde som hører" not in picture(app)
        await press_fast(pilot, "s", "1")
        await settle(pilot)
        assert plan_on_disk(home, "own")["status"] == "active"


async def test_a_plan_is_closed_with_how_each_goal_ended_and_taken_up_again(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(100, 40)) as pilot:
        await press_fast(pilot, "4", "s", "1")
        for answer in ("2", "1", "3", "1", "2"):
            await press_fast(pilot, answer, *"fordi", "enter")
        await settle(pilot)
        closed = plan_on_disk(home)
        assert closed["status"] == "closed"
        assert [each["status"] for each in parts(home, "goal")] == ["missed", "reached", "dropped", "reached", "missed"]
        assert {each["cause"] for each in parts(home, "goal")} == {"fordi"}
        await press_fast(pilot, "u")
        await settle(pilot)
        assert plan_on_disk(home)["status"] == "active"


async def test_closing_can_be_left_halfway_and_nothing_is_changed(home: Path) -> None:
    before = (home / "plans/q1-2027.toml").read_bytes()
    app = app_on(home)
    async with app.run_test(size=(100, 40)) as pilot:
        await press_fast(pilot, "4", "s", "1", "1", "escape", "escape")
        assert len(app.screen_stack) == 1
    assert (home / "plans/q1-2027.toml").read_bytes() == before


async def test_a_goal_that_people_count_is_told_how_far_it_has_come(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(100, 40)) as pilot:
        await press_fast(pilot, "4", "c", "1", *"NPS 30 poeng innen 31.3", "enter")
        await settle(pilot)
        assert parts(home, "goal")[-1]["measure"] == "nps"
        await press_fast(pilot, "m", *"mange", "enter")
        await press_fast(pilot, *"25", "enter")
        await settle(pilot)
        assert parts(home, "goal")[-1]["measured"] == [{"on": view_of(app).now.date(), "value": "25.00"}]
        await stand_on(pilot, app, "goal", "m1")
        await press_fast(pilot, "m")
        assert len(app.screen_stack) == 1


async def test_an_upper_plan_is_typed_in_one_form(tmp_path: Path) -> None:
    home = lay(tmp_path / "home", {"settings.toml": "schema = 1\n"})
    app = app_on(home)
    async with app.run_test(size=(100, 50)) as pilot:
        await press_fast(pilot, "4", "c", "b", *"Inneklima Øst")
        for _field in range(4):
            await press_fast(pilot, "tab")
        await press_fast(pilot, "tab", *"Behold 90 % av kundene innen 31.12", "tab")
        await press_fast(pilot, *"Annonser 118 000", "enter", *"Messe 45 000", "tab")
        await press_fast(pilot, *"Fagmessen, 10.3.2027-12.3.2027, Messehallen", "tab", "tab", *"Inneklima")
        await press_fast(pilot, "tab", "tab", *"85 mill", "tab", *"12", "ctrl+s")
        await settle(pilot)
        (path,) = (home / "plans").glob("*.toml")
        made = tomli.loads(path.read_text("utf-8"))
        assert (made["kind"], made["title"]) == ("market_plan", "Inneklima Øst")
        assert [each["amount"] for each in made["budget_line"]] == ["118000.00", "45000.00"]
        assert [(each["title"], each["place"]) for each in made["department_activity"]] == [
            ("Fagmessen", "Messehallen")
        ]
        assert made["market_share"]["total"] == "85000000.00"
        shown = picture(app)
        assert "10\xa0200\xa0000,00\xa0kr" in shown
        assert "Messehallen" in shown


async def test_programmes_typed_with_their_strategies_stand_under_them(tmp_path: Path) -> None:
    home = lay(tmp_path / "home", {"settings.toml": "schema = 1\n"})
    app = app_on(home)
    async with app.run_test(size=(100, 50)) as pilot:
        await press_fast(pilot, "4", "c", "a", "1", *"Vår", *["tab"] * 4, "tab", "tab")
        await press_fast(pilot, *"Ring først", "enter", *"Pleie", "tab")
        await press_fast(pilot, *"Ringeuker, ring", "enter", *"Brev, 2", "enter", *"Messe", "ctrl+s")
        await settle(pilot)
        (path,) = (home / "plans").glob("*.toml")
        made = tomli.loads(path.read_text("utf-8"))
        ring, care = (each["id"] for each in made["strategy"])
        assert [(each["title"], each.get("strategy")) for each in made["programme"]] == [
            ("Ringeuker", ring),
            ("Brev", care),
            ("Messe", None),
        ]
        assert "hører ikke under noen strategi, så radene teller ikke med i noen: Messe" in picture(app)


async def test_c_makes_something_on_the_line_of_an_activity_too(home: Path) -> None:
    app, before = app_on(home), stored(home)
    async with app.run_test(size=(100, 50)) as pilot:
        await press_fast(pilot, "4", "tab")
        await stand_on(pilot, app, "activity", "a28")
        await press_fast(pilot, "c")
        assert "Hva skal lages?" in picture(app)
        assert stored(home) == before


async def test_a_figure_that_stands_there_is_typed_anew(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(100, 50)) as pilot:
        await press_fast(pilot, "4", "v", *"60", "tab", *"50")
        form = app.screen
        assert [each.value for each in form.query(Input)][:2] == ["60", "50"]
        await press_fast(pilot, "escape", "E", *" igjen")
        assert app.screen.query(Input).first().value == "1. kvartal 2027 igjen"


async def test_a_form_that_cannot_be_saved_comes_back_as_it_was_typed(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(100, 50)) as pilot:
        await press_fast(pilot, "4", "E", "tab", "tab", "ctrl+u", *"31.12.2028", "ctrl+s")
        await settle(pilot)
        assert "Feil lengde" in str([note.message for note in app._notifications])  # noqa: SLF001  # what is read
        assert "31.12.2028" in picture(app)
        await press_fast(pilot, "tab", "tab", "ctrl+u", *"30.4.2027", "ctrl+s")
        await settle(pilot)
        assert str(plan_on_disk(home)["end"]) == "2027-04-30"


async def test_a_plan_that_ends_before_it_starts_is_refused_in_a_sentence(home: Path) -> None:
    app, before = app_on(home), sorted((home / "plans").glob("*.toml"))
    async with app.run_test(size=(100, 50)) as pilot:
        await press_fast(pilot, "4", "c", "b", *"Snudd", "tab", "ctrl+u", *"1.6.2028", "tab", "ctrl+u", *"1.1.2028")
        await press_fast(pilot, "ctrl+s")
        await settle(pilot)
        assert "slutter før" in str([note.message for note in app._notifications])  # noqa: SLF001  # what is read
        assert "1.6.2028" in picture(app)
        assert sorted((home / "plans").glob("*.toml")) == before


async def test_the_departments_work_is_taken_down_with_its_origin(home: Path) -> None:
    file = home / "plans/inneklima-ost.toml"
    file.write_text(file.read_text("utf-8").replace("2027-04-15", "2027-03-15"), "utf-8")
    app = app_on(home)
    async with app.run_test(size=(100, 50)) as pilot:
        await press_fast(pilot, "4", "shift+tab")
        await stand_on(pilot, app, "plan", "inneklima-ost")
        await press_fast(pilot, "enter")
        await stand_on(pilot, app, "part", "activities:d2")
        await press_fast(pilot, "p", "4")
        await settle(pilot)
        (row,) = [each for each in stored(home).values() if each.get("origin") == "inneklima-ost:d2"]
        assert (row["programme"], row["title"]) == ("ap4", "Felles annonse i Fagbladet Inneluft nr. 2")
        assert "hentet ned" in picture(app)
        await press_fast(pilot, "p")
        await settle(pilot)
        assert "hentet ned før" in str([note.message for note in app._notifications])  # noqa: SLF001  # what is read


async def test_work_after_the_programmes_goes_under_none_of_them_without_a_question(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await press_fast(pilot, "4", "shift+tab")
        await stand_on(pilot, app, "plan", "inneklima-ost")
        await press_fast(pilot, "enter")
        await stand_on(pilot, app, "part", "activities:d2")
        await press_fast(pilot, "p")
        await settle(pilot)
        (row,) = [each for each in stored(home).values() if each.get("origin") == "inneklima-ost:d2"]
        assert (str(row["date"]), row.get("programme")) == ("2027-04-15", None)


async def test_a_new_plan_is_stood_on_in_the_tree_with_its_links_proposed(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await press_fast(pilot, "4", "shift+tab", "c", "c", *"Øst igjen", "ctrl+s")
        await settle(pilot)
        target = view_of(app).target
        assert target is not None
        made = view_of(app).plan.sales_plans[target.id]
        assert (made.title, made.parent, made.base) == ("Øst igjen", "ren-luft", "inneklima-ost")


async def test_a_long_sentence_about_a_field_is_shown_to_its_end(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await press_fast(pilot, "4", "c", "b", *["tab"] * 6, *"porto abc")
        await settle(pilot)
        assert "118000»." in picture(app)


async def test_somebody_elses_plan_is_only_shown(home: Path) -> None:
    before = (home / "plans/ren-luft.toml").read_bytes()
    app = app_on(home)
    async with app.run_test(size=(100, 50)) as pilot:
        await press_fast(pilot, "4", "shift+tab")
        await stand_on(pilot, app, "plan", "ren-luft")
        await press_fast(pilot, "enter", "delete", "s")
        await stand_on(pilot, app, "part", "products:p2")
        await press_fast(pilot, "e", "delete", "J")
        await settle(pilot)
        assert len(app.screen_stack) == 1
    assert (home / "plans/ren-luft.toml").read_bytes() == before


async def test_somebody_elses_plan_is_taken_over_and_only_shown_again(home: Path) -> None:
    path = home / "plans/ren-luft.toml"
    before = path.read_bytes()
    app = app_on(home)
    async with app.run_test(size=(100, 50)) as pilot:
        await press_fast(pilot, "4", "shift+tab")
        await stand_on(pilot, app, "plan", "ren-luft")
        await press_fast(pilot, "E")
        await settle(pilot)
        assert "Vises bare" in picture(app)
        assert "Visjon" not in picture(app).partition("Endre:")[2]
        await press_fast(pilot, "left", "ctrl+s")
        await settle(pilot)
        assert "read_only" not in tomli.loads(path.read_text("utf-8"))
        await press_fast(pilot, "E", "ctrl+u", *"Vår luft", "ctrl+s")
        await settle(pilot)
        assert 'title = "Vår luft"' in path.read_text("utf-8")
        await press_fast(pilot, "u", "u")
        await settle(pilot)
    assert path.read_bytes() == before


async def test_a_plan_is_made_for_a_period_and_removed_again(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(100, 50)) as pilot:
        await press_fast(pilot, "4", "c", "a", "4", *"2. kvartal", "ctrl+s")
        await settle(pilot)
        (path,) = [each for each in (home / "plans").glob("*.toml") if "2. kvartal" in each.read_text("utf-8")]
        made = tomli.loads(path.read_text("utf-8"))
        assert (str(made["start"]), str(made["end"]), made["parent"]) == ("2027-04-01", "2027-06-30", "ost-2026-2027")
        assert view_of(app).chosen == made["id"]
        await press_fast(pilot, "shift+tab")
        await stand_on(pilot, app, "plan", str(made["id"]))
        await press_fast(pilot, "delete")
        await settle(pilot)
        assert not path.exists()


async def test_comments_and_keys_that_are_not_known_stay(home: Path) -> None:
    path = home / "plans/q1-2027.toml"
    path.write_text(path.read_text("utf-8").replace('id = "m3"\n', 'id = "m3"  # viktig\nmood = "god"\n'), "utf-8")
    app = app_on(home)
    async with app.run_test(size=(100, 50)) as pilot:
        await press_fast(pilot, "4")
        await stand_on(pilot, app, "goal", "m3")
        await press_fast(pilot, "e", "tab", "ctrl+u", *"95 000", "ctrl+s")
        await settle(pilot)
    text = path.read_text("utf-8")
    assert 'id = "m3"  # viktig\nmood = "god"\n' in text
    assert 'target = "95000.00"' in text


async def test_parts_without_an_id_are_changed_and_removed_too(home: Path) -> None:
    path = home / "plans/own.toml"
    path.write_text(
        'schema = 1\nid = "own"\nkind = "strategic_sales_plan"\ntitle = "Egen"\nstart = 2026-01-01\nend = 2030-12-31\n'
        '[[benefit]]\nsegment = "hotell"\ntext = "Bedre omtale"\n',
        "utf-8",
    )
    app = app_on(home)
    async with app.run_test(size=(100, 50)) as pilot:
        await press_fast(pilot, "4", "shift+tab")
        await stand_on(pilot, app, "plan", "own")
        await press_fast(pilot, "enter")
        await stand_on(pilot, app, "part", "benefits:")
        await press_fast(pilot, "e", "tab", "tab", "ctrl+u", *"Flere gjester", "ctrl+s")
        await settle(pilot)
        assert parts(home, "benefit", "own")[0]["text"] == "Flere gjester"
        await press_fast(pilot, "delete")
        await settle(pilot)
        assert parts(home, "benefit", "own") == []


@pytest.mark.parametrize("speaking", ["nb", "en"])
@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_forms_look_as_they_did(
    home: Path, size: tuple[int, int], speaking: str, snapshot: SnapshotAssertion
) -> None:
    app = app_on(home, speaking=speaking)
    async with app.run_test(size=size) as pilot:
        await press_fast(pilot, "4", "c")
        assert picture(app) == snapshot(name="what")
        await press_fast(pilot, "escape", "e")
        assert picture(app) == snapshot(name="goal")
        await press_fast(pilot, "escape", "c", "e")
        assert picture(app) == snapshot(name="plan")
