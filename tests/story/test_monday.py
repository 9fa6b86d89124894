"""Monday morning in a real terminal: what last week left undone is gone through, a key each; and a day of illness."""

from pathlib import Path

import tomli

from tests.story.opening import Leave, Open, activities

MONDAY = "2027-02-22T08:00"


def test_last_weeks_rest_is_gone_through_with_a_key_each(morning: Open, home: Path, leave: Leave) -> None:
    with morning(SALGSPLAN_TODAY=MONDAY) as terminal:
        terminal.wait_for("6 står igjen fra forrige uke")
        terminal.press("enter")
        terminal.wait_for("Står igjen: 1 av 6")
        terminal.press("t")
        terminal.wait_for("Står igjen: 2 av 6")
        terminal.press("i")
        terminal.wait_for("Står igjen: 3 av 6")
        terminal.press("x")
        terminal.wait_for("Hvorfor avlyses")
        terminal.press("1")
        terminal.wait_for("Står igjen: 4 av 6")
        terminal.press("escape")
        terminal.wait_until(lambda: "Står igjen" not in terminal.text, "the question is gone")
        leave(terminal)
    rows = activities(home)
    assert (str(rows["a26"]["date"]), rows["a26"]["start"]) == ("2027-02-22", "08:00")
    assert rows["a27"]["state"] == "skipped"
    assert (rows["a28"]["state"], rows["a28"]["reason"]) == ("cancelled", "customer_asked")
    assert rows["a29"]["state"] == "planned"
    with morning(SALGSPLAN_TODAY=MONDAY) as terminal:
        terminal.wait_for("── forfalt")
        assert "står igjen" not in terminal.text
        leave(terminal)


def test_the_round_can_be_typed_ahead(morning: Open, home: Path) -> None:
    with morning(SALGSPLAN_TODAY=MONDAY) as terminal:
        terminal.send("\rtihhhhq")
        assert terminal.finish() == 0
    rows = activities(home)
    assert str(rows["a26"]["date"]) == "2027-02-22"
    assert rows["a27"]["state"] == "skipped"


def test_illness_costs_one_key_and_the_days_rows_another(morning: Open, home: Path, leave: Leave) -> None:
    with morning() as terminal:
        terminal.wait_for("Ring Bjørkely")
        terminal.press("s")
        terminal.wait_for("3 aktiviteter står på fridager")
        terminal.press("1")
        terminal.wait_for("og 2 til")
        assert "syk" in terminal.text
        leave(terminal)
    assert tomli.loads((home / "calendar.toml").read_text("utf-8"))["leave"][0]["kind"] == "ill"
    assert {str(activities(home)[each]["date"]) for each in ("a27", "a28", "a29")} == {"2027-02-18"}
