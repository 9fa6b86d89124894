"""The reports tell the same figures as the commands that answer for goals, budget, channels and profit alone."""

from typing import Any

import pytest

from tests.cli.running import Salgsplan

Json = dict[str, Any]


def table(document: Json, section: str, name: str) -> list[Json]:
    """Return the rows of a table by their columns."""
    (part,) = (each for each in document["sections"] if each["code"] == section)
    (found,) = (each for each in part["blocks"] if each.get("table") == name)
    return [dict(zip(found["columns"], row, strict=True)) for row in found["rows"]]


def figures(document: Json, section: str, name: str) -> Json:
    """Return figures by their codes."""
    (part,) = (each for each in document["sections"] if each["code"] == section)
    (found,) = (each for each in part["blocks"] if each.get("figures") == name)
    return {each["code"]: each for each in found["values"]}


def percent(item: Json) -> str | None:
    """Return a share or a level as the other commands tell percents."""
    if item["value"] is None:
        return None
    value = float(item["value"]) * (100 if item["kind"] == "share" else 1)
    return f"{value:.2f}"


def test_the_goals_are_those_of_the_command_for_goals(salgsplan: Salgsplan) -> None:
    goals = {each["title"]: each for each in salgsplan("goals", "--json").json["goals"]}
    for kind in ("month", "programme"):
        rows = table(salgsplan("report", kind, "--json").json, "goals", "goals")
        assert {row["goal"]["value"] for row in rows} == goals.keys()
        for row in rows:
            goal = goals[row["goal"]["value"]]
            is_percent = goal["unit"] == "percent"
            for column, code in (("target", "target"), ("so_far", "actual")):
                told = percent(row[column]) if is_percent else f"{float(row[column]['value']):.2f}"
                assert (goal["id"], column, told) == (goal["id"], column, goal[code])
            if goal["unit"] == "kr":
                assert row["run_rate"]["value"] == goal["forecast"]
            assert row["status"]["value"] == goal["status"]


def test_the_key_line_is_that_of_the_goal_of_order_intake(salgsplan: Salgsplan) -> None:
    goal = salgsplan("goals", "--json").json["goals"][0]
    key = figures(salgsplan("report", "week", "--json").json, "key", "key")
    pairs = {"achieved": "actual", "pace": "pace", "ahead": "ahead", "run_rate": "forecast", "remaining": "remaining"}
    assert {code: key[code]["value"] for code in pairs} == {code: goal[name] for code, name in pairs.items()}
    assert key["achieved"]["against"]["value"] == goal["target"]


def test_the_funnel_is_that_of_the_command_for_goals(salgsplan: Salgsplan) -> None:
    funnel = salgsplan("goals", "--json").json["funnel"]
    columns = {
        "needed_in_all": "need",
        "needed_now": "remaining",
        "planned_ahead": "planned_ahead",
        "missing": "missing",
    }
    for row in table(salgsplan("report", "month", "--json").json, "funnel", "funnel"):
        step = row["step"]["value"]
        assert [row[column]["value"] for column in columns] == [str(funnel[name][step]) for name in columns.values()]


@pytest.mark.parametrize("kind", ["month", "programme"])
def test_the_cost_budget_is_that_of_the_command_for_the_budget(salgsplan: Salgsplan, kind: str) -> None:
    budget = salgsplan("budget", "--json").json
    *rows, total = table(salgsplan("report", kind, "--json").json, "budget", "budget_lines")
    columns = {"spent": "actual", "ordered": "committed", "planned_cost": "planned"}
    columns |= {name: name for name in ("budget", "available", "variance")}
    for row, line in zip((*rows, total), (*budget["lines"], budget["total"]), strict=True):
        assert row["line"]["value"] == line.get("name", "total")
        assert {name: row[name]["value"] for name in columns} == {name: line[code] for name, code in columns.items()}


def test_the_channels_are_those_of_the_command_for_channels(salgsplan: Salgsplan) -> None:
    document = salgsplan("channels", "--results", "--json").json
    told = {each["code"]: each for each in document["channels"]}
    told |= {"counter": document["counter"], "total": document["total"]}
    rows = table(salgsplan("report", "quarter", "--json").json, "channels", "channels")
    same = ("meetings", "offers", "orders", "order_value", "cost_per_meeting", "cost_per_order", "margin_per_hour")
    columns = {"rows": "activities", **{name: name for name in same}}
    assert len(rows) == 16
    for row in rows:
        channel = told[row["channel"]["value"]]
        found = {name: row[name]["value"] for name in columns}
        assert found == {name: None if channel[code] is None else str(channel[code]) for name, code in columns.items()}
        assert row["hours"]["exact"] == str(channel["minutes"])


def test_profit_and_loyalty_are_those_of_the_command_for_profit(salgsplan: Salgsplan) -> None:
    document = salgsplan("profit", "--json").json
    report = salgsplan("report", "quarter", "--wages", "--json").json
    profit, loyalty = figures(report, "profit", "profit"), figures(report, "loyalty", "loyalty")
    for code, name in (("wages", "wages"), ("margin", "contribution_margin"), ("activity_cost", "activity_cost")):
        assert profit[code]["value"] == document["profit"][name]
    for code in ("margin_per_krone", "after_activity_cost", "profit_per_krone"):
        assert f"{float(profit[code]['value']):.2f}" == document["profit"][code]
    for code in ("repurchase_rate", "retention", "additional_share"):
        assert percent(loyalty[code]) == document["loyalty"][code]
    assert loyalty["additional_value"]["value"] == document["loyalty"]["additional_value"]


def test_the_service_figures_are_those_of_the_command_for_service(salgsplan: Salgsplan) -> None:
    document = salgsplan("service", "figures", "--json").json
    found = figures(salgsplan("report", "quarter", "--json").json, "service", "service")
    counts = {"new_cases": "opened", "open_cases": "open", "late_cases": "run_out", "closed_cases": "closed"}
    assert {code: int(found[code]["value"]) for code in counts} == {
        code: len(document[name]) for code, name in counts.items()
    }
    for code, name in (("first_response", "response_minutes"), ("resolution", "resolution_minutes")):
        assert float(found[code]["part"]) / float(found[code]["whole"]) == float(document[name]["value"])
    for code, name in (("recovery_rate", "recovery"), ("buyers_joy_rate", "buyers_joy")):
        assert percent(found[code]) == document[name]["percent"]
