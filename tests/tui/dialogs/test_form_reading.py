"""What the fields of the form mean, without a screen."""

import datetime as dt

import pytest

from salgsplan_tui.domain.errors import NotUnderstoodError
from salgsplan_tui.domain.placement import Placement
from salgsplan_tui.tui.dialogs.form_context import FormContext, Understood
from salgsplan_tui.tui.dialogs.form_fields import FIELDS, texts_of
from salgsplan_tui.tui.dialogs.form_place import place_in_time
from salgsplan_tui.tui.dialogs.form_reading import filled, understand
from salgsplan_tui.tui.dialogs.form_result import FormResult, form_result
from tests.tui.dialogs.sample import TODAY, read, read_when, sample, sample_plan

FORM = FormContext(sample_plan(), sample("a28"), read, read_when, TODAY)


def read_all(**texts: str) -> dict[str, Understood]:
    """Read the form of a28 with some of its fields changed."""
    said = texts_of(sample_plan(), sample("a28")) | texts
    return {each.name: understand(FORM, each.name, said) for each in FIELDS}


def read_form(**texts: str) -> FormResult:
    """Return what the form of a28 gives back with some of its fields changed."""
    said = texts_of(sample_plan(), sample("a28")) | texts
    understood = read_all(**texts)
    after = filled(FORM, understood, place_in_time(FORM, said))
    return form_result(sample("a28"), after, understood["whom"].customers, said, saved=True)


@pytest.mark.parametrize(
    ("name", "text", "field", "value"),
    [
        ("title", "Møte om pris", "title", "Møte om pris"),
        ("minutes", "1t30", "minutes", 90),
        ("minutes", "45", "minutes", 45),
        ("minutes", "", "minutes", None),
        ("km", "60 km", "km_planned", 60),
        ("quantity", "1 200", "quantity_planned", 1200),
        ("value", "1,2 mill", "value", 1_200_000_00),
        ("due", "fre", "due", dt.date(2027, 2, 19)),
        ("whom", "Marit Haugstad, Kvernsletta kommune", "contacts", ("p01",)),
        ("whom", "", "customers", ()),
        ("audience", "60 borettslag", "audience", "60 borettslag"),
        ("goal", "4 nye kunder", "goal", "m5"),
        ("goal", "flere venner", "goal", "flere venner"),
        ("programme", "Faste kunder", "programme", "ap2"),
        ("tags", "#vår messe vår", "tags", ("vår", "messe")),
        ("priority", "1", "priority", 1),
        ("private", "yes", "private", True),
        ("notes", "en\nto", "notes", "en\nto"),
    ],
)
def test_a_field_is_read_with_the_words_of_quick_add(name: str, text: str, field: str, value: object) -> None:
    assert read_form(**{name: text}).fields[field] == value


@pytest.mark.parametrize(
    ("texts", "place"),
    [
        ({"date": "fre"}, Placement(dt.date(2027, 2, 19), dt.time(11))),
        ({"start": "1030"}, Placement(dt.date(2027, 2, 17), dt.time(10, 30))),
        ({"start": ""}, Placement(dt.date(2027, 2, 17))),
        ({"date": "26.2", "start": "13"}, Placement(dt.date(2027, 2, 26), dt.time(13))),
        ({"date": "uke 9", "start": ""}, Placement(bucket="2027-W09")),
        ({"date": "", "start": ""}, Placement()),
        ({"end_date": "19.2"}, Placement(dt.date(2027, 2, 17), dt.time(11), None, dt.date(2027, 2, 19))),
    ],
)
def test_a_place_in_time_is_told_apart_as_a_move(texts: dict[str, str], place: Placement) -> None:
    result = read_form(**texts)
    assert (result.to, result.fields) == (place, {})


@pytest.mark.parametrize(
    "texts", [{"date": "blåmandag"}, {"start": "25:00"}, {"date": "uke 9"}, {"end_date": "10.2.2027"}, {"km": "langt"}]
)
def test_what_cannot_be_is_refused(texts: dict[str, str]) -> None:
    with pytest.raises(NotUnderstoodError):
        read_form(**texts)


def test_the_echo_tells_what_a_field_is_read_as() -> None:
    told = {
        name: understood.echo.replace("\N{NO-BREAK SPACE}", " ")
        for name, understood in read_all(km="60", due="fre").items()
    }
    assert told["km"] == "318 kr"
    assert told["due"] == "fredag 19. februar 2027 · uke 7"
    assert told["start"] == "11:00–12:00"
