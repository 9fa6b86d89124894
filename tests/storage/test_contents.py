"""What documents say, and what is wrong with them, each with its line."""

from pathlib import Path

import pytest

from salgsplan_tui.storage.contents import Content, content_of
from salgsplan_tui.storage.document import read
from tests.folders import WEEK, block, file


def content(name: str, text: str) -> tuple[Content, list[tuple[int, str, dict[str, object]]]]:
    found, problems = content_of(name, read(Path(name), text))
    return found, [(problem.line, problem.key, dict(problem.values)) for problem in problems]


@pytest.mark.parametrize(
    ("text", "line", "key", "values"),
    [
        ("", 1, "empty_file", {}),
        ("\n \n", 1, "empty_file", {}),
        ("# nothing yet\n", 1, "schema_missing", {}),
        ("# mine\nschema = 2\n", 2, "newer_schema", {"schema": "2"}),
        ("schema = 0\n", 1, "wrong_value", {"field": "schema", "value": "0"}),
        ("schema = true\n", 1, "wrong_value", {"field": "schema", "value": "True"}),
        ('schema = "1"\n', 1, "wrong_value", {"field": "schema", "value": "1"}),
        ("schema = 1\nactivity = 3\n", 2, "not_a_table", {"field": "activity"}),
        ("schema = 1\nactivity = [{}, 4]\n", 2, "missing_value", {"field": "id", "value": None}),
        ("schema = 1\nweek = 3\n", 2, "not_a_table", {"field": "week"}),
        ('schema = 1\n\n[week]\nmust_dos = "x"\n', 4, "wrong_value", {"field": "must_dos", "value": "x"}),
        ("schema = 1\n\n[snapshot]\nrows = []\n", 3, "missing_value", {"field": "taken", "value": None}),
    ],
)
def test_what_is_wrong_with_a_whole_file_is_told(text: str, line: int, key: str, values: dict[str, object]) -> None:
    _, problems = content(WEEK, text)
    assert problems[0] == (line, key, values)


@pytest.mark.parametrize(
    ("key", "value", "field", "told"),
    [
        ("minutes", "true", "minutes", "True"),
        ("minutes", "34.5", "minutes", "34.5"),
        ("date", '"tomorrow"', "date", "tomorrow"),
        ("date", "2027-02-17T00:00:00", "date", "2027-02-17 00:00:00"),
        ("date", "0017-02-17", "date", "0017-02-17"),
        ("start", '"9.30"', "start", "9.30"),
        ("start", "34200", "start", "34200"),
        ("bucket", '"2027-W53"', "bucket", "2027-W53"),
        ("priority", "4", "priority", "4"),
        ("state", '"finished"', "state", "finished"),
        ("value", "1250", "value", "1250"),
        ("customers", '["K 1"]', "customers", "K 1"),
        ("costs", '[{ planned = "1e3" }]', "costs.planned", "1e3"),
        ("costs", "[\n  { planned = 5 },\n]", "costs.planned", "5"),
        ("outcome_counts", "{ reached = -1 }", "outcome_counts.reached", "-1"),
        ("reschedules", '[{ to = "2027-02-17" }]', "reschedules.from", None),
        ("title", "0x" + "F" * 5000, "title", "…"),
        ("title", "[" + '"x", ' * 30 + "]", "title", None),
    ],
)
def test_a_wrong_value_is_told_with_its_line_and_the_rest_of_the_row_is_used(
    key: str, value: str, field: str, told: str | None
) -> None:
    text = file(block("a1"), "# two\n" + block("a2", **{"title": '"Berg"'} | {key: value}))
    found, problems = content(WEEK, text)
    (line, code, values) = problems[0]
    assert (code, values) == (
        "missing_value" if field.endswith("from") else "wrong_value",
        {"field": field, "value": told},
    )
    assert text.splitlines()[line - 1].startswith(f"{key} = ")
    assert [*found.ids()] == ["a1", "a2"]


def test_an_inline_row_and_a_subtable_are_told_with_their_lines() -> None:
    _, problems = content(WEEK, 'schema = 1\nactivity = [\n  { id = "a1", date = 2027-02-17, minutes = "x" },\n]\n')
    assert problems == [(2, "wrong_value", {"field": "minutes", "value": "x"})]
    text = file(block("a1") + "\n[[activity.costs]]\nkind = 3\n")
    _, problems = content(WEEK, text)
    assert problems == [(10, "wrong_value", {"field": "costs.kind", "value": "3"})]


def test_a_newer_schema_is_read_as_far_as_it_can_be_and_no_more_is_said() -> None:
    found, problems = content(WEEK, file(block("a1"), block("a2", minutes='"x"')).replace("schema = 1", "schema = 99"))
    assert [key for _, key, _ in problems] == ["newer_schema"]
    assert list(found.ids()) == ["a1", "a2"]


def test_files_that_are_made_by_hand_need_no_schema() -> None:
    assert content("settings.toml", 'name = "Ingrid"\n')[1] == []
    assert content("channels.toml", '[[channel]]\ncode = "fax"\n')[1] == []
    assert [key for _, key, _ in content("customers.toml", '[[customer]]\nid = "k1"\nname = "Berg"\n')[1]] == [
        "schema_missing"
    ]


@pytest.mark.parametrize(
    ("name", "text", "line", "field"),
    [
        ("settings.toml", 'name = "Ingrid"\nlunch_minutes = 999\n', 2, "lunch_minutes"),
        ("settings.toml", '[working_hours]\nmon = "08:00-16:00"\ntue = "8-16"\n', 3, "working_hours.tue"),
        ("customers.toml", file('[[customer]]\nid = "k1"\nname = "Berg"\nclass = "D"\n'), 6, "class"),
        ("customers.toml", file('[[customer]]\nid = "k1"\nname = "B"\nexisting_since = "x"\n'), 6, "existing_since"),
        ("series.toml", file('[[series]]\nid = "s1"\nrrule = "FREQ=SECONDLY"\nfirst = 2027-01-01\n'), 5, "rrule"),
        (
            "series.toml",
            file('[[series]]\nid = "s1"\nrrule = "FREQ=DAILY"\nfirst = 2027-01-01\nminutes = "x"\n'),
            7,
            "minutes",
        ),
        ("plans/q1.toml", 'schema = 1\nid = "q1"\nstart = 2027-01-04\n', 1, "end"),
        ("plans/q1.toml", 'schema = 1\nid = "q2"\nstart = 2027-01-04\nend = 2027-03-31\n', 2, None),
        (
            "plans/q1.toml",
            (
                'schema = 1\nid = "q1"\nstart = 2027-01-04\nend = 2027-03-31\n\n[[goal]]\nid = "g1"\ntitle = "x"\n\n'
                '[[goal]]\nid = "g2"\ntitle = "y"\nunit = "kg"\n'
            ),
            13,
            "goal.unit",
        ),
    ],
)
def test_every_kind_of_file_tells_its_faults(name: str, text: str, line: int, field: str | None) -> None:
    _, ((found, _, values), *_) = content(name, text)
    assert (found, values.get("field")) == (line, field)


def test_the_settings_are_used_without_what_is_wrong() -> None:
    found, _ = content("settings.toml", 'name = "Ingrid"\ntheme = "pink"\n')
    assert found.settings is not None
    assert (found.settings.name, found.settings.theme) == ("Ingrid", None)
