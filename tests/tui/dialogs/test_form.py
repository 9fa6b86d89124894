"""The form: fields in the words of quick add, errors beside them, and nothing typed is lost."""

import pytest
from textual.widgets import Input, Static, TextArea

from salgsplan_tui.domain.activity import Activity, CostItem, State
from salgsplan_tui.tui.dialogs.form import ActivityForm, FormResult
from salgsplan_tui.tui.dialogs.form_fields import FIELDS, texts_of
from salgsplan_tui.tui.dialogs.pick import Pick
from tests.planning import row
from tests.tui.dialogs.host import Host, opened
from tests.tui.dialogs.sample import NOW, read, read_when, sample, sample_plan, usual_approach
from tests.tui.keys import AnyPilot, press_fast, settle

NEW = Activity(id="new1", outcome_counts={})


def form(activity: Activity | None = None, draft: FormResult | None = None) -> ActivityForm:
    shown = sample("a28") if activity is None else activity
    return ActivityForm(
        sample_plan(),
        shown,
        read=read,
        read_when=read_when,
        now=NOW,
        usual_approach=usual_approach,
        read_programme=lambda _programme: sample_plan(),
        is_new=shown is NEW,
        draft=draft,
    )


async def fill(app: Host[FormResult], pilot: AnyPilot, /, **texts: str) -> None:
    """Put texts into fields as typing would."""
    for name, text in texts.items():
        field = app.screen.query_one(f"#{name}")
        if isinstance(field, Input):
            field.value = text
        elif isinstance(field, Pick):
            field.code = text
        elif isinstance(field, TextArea):
            field.text = text
        await settle(pilot)


async def saved(activity: Activity | None = None, /, **texts: str) -> FormResult:
    async with opened(form(activity)) as (app, pilot):
        await fill(app, pilot, **texts)
        await press_fast(pilot, "ctrl+s")
        assert app.answers[0] is not None, page(app)
        return app.answers[0]


def page(app: Host[FormResult]) -> str:
    return "\n".join(str(each.visual) for each in app.screen.query("#echoes, #status").results(Static))


async def test_a_form_that_was_not_touched_changes_nothing() -> None:
    for identity in ("a12", "a26", "a28", "a30", "a31", "w1"):
        result = await saved(sample(identity))
        assert (result.fields, result.to) == ({}, None), identity
        assert result.activity == sample(identity)


async def test_every_field_is_shown_and_read_back() -> None:
    full = row(
        "x9", title="Messe", channel="trade_fair", type="trade_fair", date="2027-03-10", end_date="2027-03-12",
        start="09:00", minutes=1260, due="2027-03-01", priority=1, customers=["k01"], audience="bransjen", place="Oslo",
        quantity_planned=60, unit="conversations", km_planned=60, value="90000.50", goal="eget mål", programme="ap1",
        costs=[{"kind": "stand_rent", "planned": "42000.00", "committed": "12000.00"}], tags=["messe", "vår"],
        private=True, notes="en\nto", approach="tre\nfire", travel_before=30, travel_after=20,
        material_due="2027-02-24", appears_from="2027-03-10", appears_to="2027-03-12",
    )  # fmt: skip
    result = await saved(full)
    assert (result.fields, result.to) == ({}, None)
    assert [name for name, text in texts_of(sample_plan(), full).items() if not text] == ["repeat"]


async def test_a_row_without_a_place_is_a_draft() -> None:
    assert (await saved(sample("a27"), date="", start="")).activity.state is State.DRAFT
    assert (await saved(date="", start="")).activity.state is State.CONFIRMED


async def test_dates_and_amounts_are_echoed_as_they_are_understood() -> None:
    async with opened(form(), size=(120, 40)) as (app, pilot):
        await fill(app, pilot, date="fre", planned="12k", minutes="1t30")
        shown = page(app).replace("\N{NO-BREAK SPACE}", " ")
        assert "fredag 19. februar 2027 · uke 7" in shown
        assert "12 000 kr" in shown
        assert "11:00–12:30" in shown


async def test_an_error_stays_beside_its_field_and_the_text_is_kept() -> None:
    async with opened(form(), size=(120, 40)) as (app, pilot):
        await fill(app, pilot, planned="masse", title="Nytt navn")
        assert "✗ «masse» er ikke et beløp" in page(app)
        await press_fast(pilot, "ctrl+s")
        assert app.answers == []
        assert app.screen.focused is app.screen.query_one("#planned")
        await fill(app, pilot, planned="900")
        await press_fast(pilot, "enter")
        assert app.answers[0] is not None
        assert app.answers[0].fields["costs"] == (CostItem(kind="hospitality", planned=900_00),)
        assert app.answers[0].fields["title"] == "Nytt navn"


@pytest.mark.parametrize(
    "texts", [{"date": "blåmandag"}, {"start": "25:00"}, {"date": "uke 9"}, {"end_date": "10.2.2027"}, {"km": "langt"}]
)
async def test_what_cannot_be_is_not_saved(texts: dict[str, str]) -> None:
    async with opened(form()) as (app, pilot):
        await fill(app, pilot, **texts)
        await press_fast(pilot, "ctrl+s")
        assert app.answers == []


async def test_escape_keeps_what_was_typed_as_a_draft() -> None:
    async with opened(form()) as (app, pilot):
        await press_fast(pilot, *" x", "tab", "escape")
        left = app.answers[0]
    assert left is not None
    assert not left.saved
    assert left.draft["title"] == "Tilbudsgjennomgang Granholt Eiendom x"
    async with opened(form(draft=left)) as (app, _pilot):
        assert app.screen.query_one("#title", Input).value.endswith(" x")


async def test_a_new_customer_is_made_when_it_is_named() -> None:
    result = await saved(whom="Nordfjord AS")
    assert [customer.name for customer in result.customers] == ["Nordfjord AS"]
    assert result.activity.customers == (result.customers[0].id,)


async def test_an_empty_form_lists_what_is_not_concrete_and_saves_all_the_same() -> None:
    async with opened(form(NEW), size=(120, 40)) as (app, pilot):
        assert "Ikke konkret ennå: hva, hvem, hvor eller hvordan, når" in page(app)
        await press_fast(pilot, *"Ring noen", "enter")
        assert app.answers[0] is not None
        assert app.answers[0].activity.title == "Ring noen"


async def test_a_channel_brings_what_its_type_usually_takes() -> None:
    async with opened(form(NEW), size=(120, 40)) as (app, pilot):
        await fill(app, pilot, channel="phone")
        assert app.screen.query_one("#minutes", Input).value == "10"
        assert app.screen.query_one("#unit", Pick).code == "calls"
        await fill(app, pilot, type="call_session")
        assert app.screen.query_one("#minutes", Input).value == "120"
        await fill(app, pilot, channel="service")
        await press_fast(pilot, "ctrl+s")
        made = app.answers[0]
    assert made is not None
    assert (made.activity.type, made.activity.kind, made.activity.purpose) == ("service", "service", "service")


async def test_what_the_person_wrote_is_not_overwritten_by_the_type() -> None:
    async with opened(form(NEW)) as (app, pilot):
        await fill(app, pilot, minutes="25", channel="phone")
        assert app.screen.query_one("#minutes", Input).value == "25"


async def test_what_a_type_usually_costs_is_told_and_never_filled_in() -> None:
    async with opened(form(NEW), size=(120, 40)) as (app, pilot):
        await fill(app, pilot, channel="advertisement")
        assert "vanligvis 5 000–15 000 kr" in page(app).replace("\N{NO-BREAK SPACE}", " ")
        assert app.screen.query_one("#planned", Input).value == ""


async def test_several_cost_items_keep_their_shares() -> None:
    letter = row("x9", costs=[{"kind": "print", "planned": "100.00"}, {"kind": "postage", "planned": "300.00"}])
    result = await saved(letter, planned="800")
    assert result.fields["costs"] == (CostItem(kind="print", planned=200_00), CostItem(kind="postage", planned=600_00))


async def test_a_letter_opens_the_list_of_a_picked_field_and_searches_in_it() -> None:
    async with opened(form()) as (app, pilot):
        await press_fast(pilot, "tab", *"fagm", "enter")
        assert app.screen.query_one("#channel", Pick).code == "trade_fair"


async def test_the_arrows_walk_fields_and_a_picked_field() -> None:
    async with opened(form()) as (app, pilot):
        await press_fast(pilot, "down", "right")
        assert app.screen.query_one("#channel", Pick).code == "visit"
        await press_fast(pilot, "left", "up")
        assert app.screen.focused is app.screen.query_one("#title")


def test_every_field_says_something_of_an_activity() -> None:
    assert {each.name for each in FIELDS} == set(texts_of(sample_plan(), NEW))


@pytest.mark.parametrize(
    ("typed", "ways"), [("45", (45, 45)), ("30+20", (30, 20)), ("1t30 + 15m", (90, 15)), ("", (None, None))]
)
async def test_the_way_there_and_back_is_read(typed: str, ways: tuple[int | None, int | None]) -> None:
    result = await saved(travel=typed)
    assert (result.activity.travel_before, result.activity.travel_after) == ways
