"""Calling customers in a real terminal: whom nobody has contacted for a month, and a session of three calls."""

from pathlib import Path

import tomli

from tests.story.opening import Leave, Open, activities


def test_a_customers_who_were_not_contacted_for_thirty_days_are_found_in_three_keys(
    morning: Open, leave: Leave
) -> None:
    with morning(SALGSPLAN_TODAY="2027-02-22T10:00") as terminal:
        terminal.wait_for("mandag 22. februar 2027")
        terminal.press("5", "f", "w")
        terminal.wait_for("ikke kontaktet på 30 dager")
        terminal.wait_for("1 av 12")
        assert "Sjøbua Hotell AS" in terminal.text
        leave(terminal)


def test_three_calls_one_with_an_order_survive_a_kill_and_end_as_one_row(
    morning: Open, home: Path, leave: Leave
) -> None:
    with morning(SALGSPLAN_TODAY="2027-02-17T10:00") as terminal:
        terminal.wait_for("Ringeøkt: A- og B-emner")
        terminal.press("5", "f", "r")
        terminal.wait_for("Hvilken aktivitet er dette?")
        terminal.press("2")
        terminal.wait_for("1 av 4")
        terminal.press("n", "7")
        terminal.wait_for("Ny ordre fra Granholt Eiendom AS")
        terminal.press("ctrl+s")
        terminal.wait_for("uten neste steg")
        terminal.press("escape")
        terminal.wait_for("3 av 4")
        terminal.signal(9)
    with morning(SALGSPLAN_TODAY="2027-02-17T10:00") as terminal:
        terminal.wait_for("Ringeøkt: A- og B-emner")
        terminal.press("5", "r")
        terminal.wait_for("En ringeøkt er stoppet")
        terminal.press("1")
        terminal.wait_for("3 av 4")
        terminal.press("m", "enter", "enter")
        terminal.wait_for("Ferdig: «Ringeøkt: A»")
        leave(terminal)
    sales = tomli.loads((home / "sales/2027.toml").read_text("utf-8"))
    [order] = [each for each in sales["order"] if each.get("offer") == "t07"]
    assert (order["customer"], order["amount"]) == ("k02", "78000.00")
    rows = activities(home)
    (session,) = [row for row in rows.values() if row.get("calls")]
    assert (session["state"], session["quantity_done"]) == ("done", 3)
    assert session["outcome_counts"] == {"attempts": 3, "reached": 3, "meetings_booked": 1}
    assert [row["channel"] for row in rows.values() if row.get("previous") == session["id"]] == ["meeting"]
