"""The table of commands: their names in both languages, where they are made, and what each does in a line."""

from typing import Final, NamedTuple

from salgsplan_tui.language import N_


class Row(NamedTuple):
    """One command; the file that makes it is imported when it is used."""

    name: str
    alias: str | None
    """Its Norwegian name."""
    module: str
    summary: str
    """Marked for translation."""


class Family(NamedTuple):
    """Commands that belong together in the help."""

    title: str
    """Marked for translation."""
    rows: tuple[Row, ...]


FAMILIES: Final = (
    Family(
        N_("Plan"),
        (
            Row("add", "legg-til", "add", N_("Plan an activity written in one line.")),
            Row("parse", "tolk", "add", N_("Show how such a line is understood, and add nothing.")),
            Row("log", "logg", "add", N_("Note something done that was never planned.")),
            Row("edit", None, "change", N_("Change an activity by words of quick add.")),
            Row("playbook", "spillebok", "playbook", N_("Start a chain of activities around one date.")),
            Row("move", "flytt", "change", N_("Move an activity to another day or time.")),
            Row("confirm", None, "settle", N_("The other side has confirmed it.")),
            Row("remove", "fjern", "change", N_("Take a mistake out of the plan.")),
        ),
    ),
    Family(
        N_("Look"),
        (
            Row("day", "dag", "look", N_("The plan of a day.")),
            Row("week", "uke", "look", N_("The plan of a week.")),
            Row("timetable", "timeplan", "timetable", N_("What is done when in three months.")),
            Row("review", "gjennomgang", "review", N_("The review of a week, a month or a quarter, page by page.")),
            Row("list", "liste", "find", N_("Find activities.")),
            Row("show", "vis", "find", N_("Everything about one activity.")),
            Row("programme", "program", "programme", N_("The market programme, and its activities in seven columns.")),
            Row("goals", "mål", "goals", N_("The goals: how far, how fast, and what is still needed.")),
            Row("budget", "budsjett", "budget", N_("The cost budget: spent, ordered, planned, left.")),
            Row("report", "rapport", "report", N_("The week, month and quarter for the leader, in any format.")),
            Row("channels", "kanaler", "channels", N_("The channels and what is done in them.")),
        ),
    ),
    Family(
        N_("Settle"),
        (
            Row("start", None, "settle", N_("It is under way.")),
            Row("done", "ferdig", "done", N_("It is done; say what came of it.")),
            Row("skip", None, "settle", N_("It was not done and will not be.")),
            Row("cancel", "avlys", "settle", N_("It is called off, with a reason.")),
            Row("respond", "respons", "respond", N_("Note answers that came after it was done.")),
            Row("reopen", None, "settle", N_("Take a settled activity back into the plan.")),
        ),
    ),
    Family(
        N_("Customers"),
        (
            Row("customers", "kunder", "customers", N_("Whom to contact, and everything about each.")),
            Row(
                "service", "servicesaker", "service", N_("Service cases: their clocks, their steps, what they came to.")
            ),
            Row(
                "improvements", "forbedringer", "improvements", N_("What is to become better, and how far it has come.")
            ),
            Row("import", "importer", "bring_in", N_("Take contacts in from another program's file.")),
            Row("insight", "innsyn", "people", N_("Everything that is kept about one person.")),
            Row("forget", "glem", "people", N_("Erase who somebody is; what was done and sold stays.")),
            Row("retention", "oppbevaring", "people", N_("The contacts that have been kept for long.")),
        ),
    ),
    Family(
        N_("Sales"),
        (
            Row("offers", "tilbud", "offers", N_("The offers that are out, by age.")),
            Row("offer", "gi-tilbud", "offers", N_("Note an offer that was sent.")),
            Row("decide", "avgjør", "offers", N_("What became of an offer: won, lost, withdrawn, expired.")),
            Row("orders", "ordrer", "orders", N_("The orders, and what led to each.")),
            Row("order", "ordre", "orders", N_("Note an order, or what an offer became.")),
            Row("profit", "fortjeneste", "money", N_("Profit per krone of wages, market share and loyalty.")),
            Row("move-money", "flytt-penger", "money", N_("Move money between lines of the cost budget.")),
            Row("expenses", "utlegg", "expenses", N_("The driving log and the outlays of a month.")),
            Row("credit", "krediter", "orders", N_("Credit an order, or call it off.")),
        ),
    ),
    Family(
        N_("Change your mind"),
        (
            Row("undo", "angre", "steps", N_("Take the last change back.")),
            Row("redo", None, "steps", N_("Make it again.")),
        ),
    ),
    Family(
        N_("The program"),
        (
            Row("demo", None, "demo", N_("Open a sample salesperson's quarter, which is thrown away afterwards.")),
            Row("check", "sjekk", "check", N_("Read every file, and tell what is wrong in which line.")),
            Row("where", "hvor", "where", N_("Show where everything lies.")),
            Row("completion", None, "completion", N_("Print what makes your shell complete commands.")),
        ),
    ),
)


def all_rows() -> tuple[Row, ...]:
    """Return every command."""
    return tuple(row for family in FAMILIES for row in family.rows)


def row_of(name: str) -> Row | None:
    """Return the command of this name or Norwegian name."""
    return next((row for row in all_rows() if name in {row.name, row.alias}), None)


def names() -> list[str]:
    """Return every name a command can be called by."""
    return [name for row in all_rows() for name in (row.name, row.alias) if name]
