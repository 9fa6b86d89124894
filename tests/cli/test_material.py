"""Material deadlines on the command line: usual, written, shown on their day, ticked off."""

from tests.cli.running import Salgsplan


def test_an_advertisement_gets_its_usual_deadline_and_shows_it(salgsplan: Salgsplan) -> None:
    answer = salgsplan("add", "annonse Inneluft 19.3 9000 kr")
    assert answer.lines()[1] == "materiell innen fre 12.3."
    assert "materiell" not in salgsplan("add", "ring Ali Demir 19.3").out


def test_a_deadline_is_told_in_the_plan_of_its_day_and_week_and_ticked_off(salgsplan: Salgsplan) -> None:
    added = salgsplan("add", "annonse Inneluft 19.3 materiell:18.2", "--json").json["activity"]
    assert added["material_due"] == "2027-02-18"
    short = added["id"][:4]
    day = salgsplan("day", "18.2").lines()
    assert day[day.index("materiell som skal leveres") + 1].endswith("→ fre 19.3.")
    assert "material to deliver" in salgsplan("week", "--lang", "en").lines()
    assert [row["id"] for row in salgsplan("day", "18.2", "--json").json["material"]] == [added["id"]]
    assert [
        row["id"] for row in salgsplan("day", "--json", environment={"SALGSPLAN_TODAY": "2027-02-22"}).json["material"]
    ] == [added["id"]]
    assert "materiell: annonse Inneluft" in salgsplan("timetable", "--format", "md").out
    sent = salgsplan("edit", short, "materiell:levert", "--json").json["activity"]
    assert (sent["material_due"], sent["material_sent"]) == ("2027-02-18", "2027-02-17")
    assert salgsplan("day", "18.2", "--json").json["material"] == []


def test_the_deadline_goes_along_with_another_date_unless_it_is_given(salgsplan: Salgsplan) -> None:
    short = salgsplan("add", "annonse Inneluft 19.3 materiell:10.3 vises:19.3-26.3", "--json").json["activity"]["id"]
    moved = salgsplan("move", short, "22.3", "--json").json["activity"]
    assert (moved["material_due"], moved["appears_from"], moved["appears_to"]) == (
        "2027-03-13",
        "2027-03-22",
        "2027-03-29",
    )
    assert salgsplan("edit", short, "23.3 materiell:11.3", "--json").json["activity"]["material_due"] == "2027-03-11"
