"""The JSON that other programs read: exactly these keys, null for what is absent, amounts and times as strings."""

import json

import pytest

from salgsplan_tui.cli.json_text import dumped
from tests.cli.running import Salgsplan

ACTIVITY = {
    *("id", "title", "channel", "type", "kind", "purpose", "state", "date", "end_date", "start", "minutes"),
    *("actual_minutes", "week", "due", "priority", "customers", "contacts", "place", "quantity_planned"),
    *("quantity_done", "unit", "planned_cost", "committed_cost", "actual_cost", "value", "outcome", "outcome_counts"),
    *("reason", "goal", "programme", "tags", "notes", "series", "reschedules", "created", "changed"),
    *("costs", "km_planned", "km_actual", "audience", "private", "next", "previous", "occurrence", "outcome_note"),
    *(
        "reason_text",
        "links",
        "calls",
        "travel_before",
        "travel_after",
        "material_due",
        "material_sent",
        "playbook",
        "offset",
        "appears_from",
        "appears_to",
        "origin",
    ),
}

DAYS = {
    *("activities", "overdue", "holidays", "planned_minutes", "travel_minutes", "capacity_minutes", "planned_cost"),
    "warnings",
    "material",
    "cases",
}


def test_an_activity_has_every_key_and_none_besides(salgsplan: Salgsplan) -> None:
    for row in salgsplan("list", "--json").json["activities"]:
        assert set(row) == ACTIVITY


@pytest.mark.parametrize(
    ("words", "keys"),
    [
        ("day", DAYS),
        ("week", DAYS),
        ("list", {"activities"}),
        ("show a27", {"activity"}),
        ("parse ring Ali Demir fre 10", {"activity", "next", "series", "case", "notices"}),
        ("add ring Ali Demir fre 10", {"activity", "next", "series", "case", "notices", "cancelled", "continued"}),
        ("log ringte Ali Demir", {"activity", "next", "series", "case", "notices", "cancelled", "continued"}),
        ("done a27 --outcome order", {"activity", "cancelled", "continued"}),
        ("done a27 --outcome no_answer --next +2d", {"activity", "next", "cancelled", "continued"}),
        ("move a27 fre", {"activity"}),
        ("cancel a27 --reason ill", {"activity"}),
        ("skip a27", {"activity"}),
        ("confirm a27", {"activity"}),
        ("start a27", {"activity"}),
        ("reopen a22", {"activity"}),
        ("edit a27 45m", {"activity"}),
        ("remove a27", {"activity"}),
        ("channels", {"as_of", "channels", "counter", "total"}),
        ("channels add podkast --minutes 90m", {"channel"}),
        ("channels change phone.call --minutes 15m", {"channel"}),
        ("channels hide radio", {"channel"}),
        ("channels show radio", {"channel"}),
        ("check", {"problems", "warnings"}),
        ("where", {"home", "state", "config"}),
    ],
)
def test_an_answer_has_its_own_keys_and_the_schema(salgsplan: Salgsplan, words: str, keys: set[str]) -> None:
    answer = salgsplan(*words.split(), "--json")
    assert answer.code == 0, answer.err
    assert set(answer.json) == keys | {"schema"}
    assert answer.json["schema"] == 1
    assert answer.out.isprintable() or "\n" in answer.out


def test_what_is_there_is_told_in_stable_forms(salgsplan: Salgsplan) -> None:
    row = salgsplan("show", "a28", "--json").json["activity"]
    assert row["title"] == "Tilbudsgjennomgang Granholt Eiendom"
    assert (row["channel"], row["type"], row["state"]) == ("meeting", "meeting", "confirmed")
    assert (row["date"], row["start"], row["minutes"], row["week"]) == ("2027-02-17", "11:00", 60, "2027-W07")
    assert (row["km_planned"], row["planned_cost"]) == (52, "275.60")
    assert row["customers"] == [{"id": "k02", "name": "Granholt Eiendom AS"}]
    assert row["contacts"] == [{"id": "p02", "name": "Jonas Wærum"}]
    assert row["programme"] == {"id": "ap2", "title": "Faste kunder"}
    assert row["goal"]["id"] == "m2"


def test_what_is_absent_is_null_and_lists_are_empty(salgsplan: Salgsplan) -> None:
    row = salgsplan("parse", "idé", "--json").json["activity"]
    absent = ("channel", "type", "date", "end_date", "start", "minutes", "week", "due", "priority", "place", "value")
    assert all(row[key] is None for key in (*absent, "outcome", "reason", "goal", "programme", "notes", "created"))
    assert (row["customers"], row["contacts"], row["tags"], row["reschedules"]) == ([], [], [], [])
    assert (row["outcome_counts"], row["planned_cost"], row["state"]) == ({}, "0.00", "draft")


@pytest.mark.parametrize(("when", "week"), [("uke 43", "2027-W43"), ("november", "2027-11"), ("Q4", "2027-Q4")])
def test_a_row_without_a_date_tells_its_week_month_or_quarter(salgsplan: Salgsplan, when: str, week: str) -> None:
    row = salgsplan("parse", f"brev til borettslag {when}", "--json").json["activity"]
    assert (row["week"], row["date"]) == (week, None)


def test_a_move_is_told_with_its_reason(salgsplan: Salgsplan) -> None:
    (event,) = salgsplan("show", "a17", "--json").json["activity"]["reschedules"]
    assert (event["from"], event["to"], event["by"]) == ("2027-01-28", "2027-02-03", "customer")
    assert set(event) == {"from", "to", "by", "reason", "reason_text", "at"}


def test_cost_items_are_told_one_by_one(salgsplan: Salgsplan) -> None:
    row = salgsplan("show", "a38", "--json").json["activity"]
    assert (row["planned_cost"], row["committed_cost"]) == ("42318.00", "42000.00")
    assert {key for item in row["costs"] for key in item} == {"kind", "line", "planned", "committed", "actual"}
    assert sum(float(item["planned"]) for item in row["costs"]) == 42000


def test_the_golden_values_of_the_sample_data(salgsplan: Salgsplan) -> None:
    day, week = salgsplan("day", "--json").json, salgsplan("week", "--json").json
    assert (day["planned_minutes"], day["capacity_minutes"]) == (120, 450)
    assert [row["id"] for row in day["overdue"]] == ["a26"]
    assert [row["id"] for row in day["activities"]] == ["a27", "a28", "a29"]
    assert (week["planned_minutes"], week["capacity_minutes"]) == (435, 2250)
    assert salgsplan("week", "6", "--json").json["planned_minutes"] == 300


def test_a_holiday_has_date_code_name_and_whether_it_is_short(salgsplan: Salgsplan) -> None:
    holidays = salgsplan("day", "2027-05-17", "--json").json["holidays"]
    assert [each["code"] for each in holidays] == ["constitution_day", "whit_monday"]
    assert holidays[0] == {
        "date": "2027-05-17",
        "code": "constitution_day",
        "name": "grunnlovsdagen",
        "short_day": False,
    }
    (short,) = salgsplan("day", "2027-12-24", "--json", "--lang", "en").json["holidays"]
    assert short == {"date": "2027-12-24", "code": "christmas_eve", "name": "Christmas Eve", "short_day": True}


def test_a_warning_has_code_ids_date_and_words(salgsplan: Salgsplan) -> None:
    added = salgsplan("add", "møte Granholt i dag 11:30 1t", "--json").json["activity"]["id"]
    (warning, late) = salgsplan("day", "--json").json["warnings"]
    assert (late["code"], late["ids"], late["text"]) == ("case_late", ["a29"], "svarfrist 11:20, planlagt 14:00")
    assert warning["code"] == "double_booked"
    assert set(warning["ids"]) == {"a28", added}
    assert (warning["date"], bool(warning["text"])) == ("2027-02-17", True)


def test_a_notice_has_code_words_and_place(salgsplan: Salgsplan) -> None:
    (notice,) = salgsplan("parse", "ring Jonas Wærum lørdag", "--json").json["notices"]
    assert notice["code"] == "weekend"
    assert "ring Jonas Wærum lørdag"[notice["from"] : notice["to"]] == "lørdag"
    assert "helg" in notice["text"]


def test_a_repeat_gives_its_first_occurrence_and_the_rule(salgsplan: Salgsplan) -> None:
    answer = salgsplan("add", "ringeøkt hver virkedag 9-10 til 18.12", "--json").json
    assert answer["activity"]["date"] == "2027-02-17"
    assert answer["series"]["until"] == "2027-12-18"
    assert answer["series"]["rrule"].startswith("FREQ=")
    assert answer["activity"]["series"] == answer["series"]["id"]


def test_an_error_leaves_stdout_empty(salgsplan: Salgsplan) -> None:
    answer = salgsplan("show", "zzz", "--json")
    assert (answer.code, answer.out) == (3, "")
    assert answer.err


def test_a_document_is_harmless_and_exact_on_any_terminal() -> None:
    nasty = {"title": "a\x1b]0;x\x07b\x9b2J\u202e\u2028é\ud800", "rows": [{"n": 1}, {"n": 2}]}
    for encoding in ("utf-8", "ascii", "latin-1"):
        text = dumped(nasty, encoding)
        assert json.loads(text) == nasty
        assert not set(text) & set("\x1b\x07\x9b\u202e\u2028\ud800")
        text.encode(encoding)
