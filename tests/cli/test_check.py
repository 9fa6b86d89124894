"""`check`: what is wrong and what is odd, with file and line."""

import pytest
import tomli

from tests.cli.running import Salgsplan

PROGRAMME = "plans/q1-2027.toml"
WEEK = "weeks/2027/2027-W07.toml"


def replace(salgsplan: Salgsplan, old: str, new: str, file: str = WEEK) -> int:
    """Change a file by hand, and return the line that was changed."""
    path = salgsplan.home / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    return text[: text.index(old)].count("\n") + 1


def test_whole_files_are_told_so(salgsplan: Salgsplan) -> None:
    answer = salgsplan("sjekk")
    assert (answer.code, answer.out, answer.err) == (0, "", "Alle filene er hele.\n")


def test_a_damaged_file_is_told_with_its_line_and_exit_code_4(salgsplan: Salgsplan) -> None:
    line = replace(salgsplan, 'state = "confirmed"', 'state = "confirmed')
    answer = salgsplan("check")
    assert answer.code == 4
    assert answer.out.startswith(f"{WEEK}:{line}: ")
    (problem,) = salgsplan("check", "--json").json["problems"]
    assert (problem["file"], problem["line"]) == (WEEK, line)
    assert set(problem) == {"file", "line", "code", "text"}


@pytest.mark.parametrize(
    ("old", "new", "code", "said"),
    [
        ('outcome = "other"\n', "", "done_without_outcome", "a25 er gjennomført uten utfall"),
        ('channel = "meeting"', 'channel = "pigeon"', "unknown_channel", "a28 har en ukjent kanal: pigeon"),
        ('customers = ["k02"]', 'customers = ["k99"]', "unknown_customer", "a28 viser til en ukjent kunde: k99"),
        ('contacts = ["p02"]', 'contacts = ["p99"]', "unknown_contact", "a28 viser til en ukjent kontakt: p99"),
        (
            "date = 2027-02-18",
            "date = 2027-02-18\nend_date = 2027-02-17",
            "ends_before_start",
            "a30 slutter 2027-02-17",
        ),
    ],
)
def test_what_is_only_odd_is_a_warning(salgsplan: Salgsplan, old: str, new: str, code: str, said: str) -> None:
    replace(salgsplan, old, new)
    answer = salgsplan("check")
    assert answer.code == 0
    assert f": advarsel: {said}" in answer.out
    (warning,) = (each for each in salgsplan("check", "--json").json["warnings"] if each["code"] == code)
    rows = (salgsplan.home / WEEK).read_text("utf-8").splitlines()
    assert said.split(maxsplit=1)[0] in rows[warning["line"] - 1]


def test_an_order_whose_products_come_to_something_else_is_warned_of(salgsplan: Salgsplan) -> None:
    path = salgsplan.home / "sales/2027.toml"
    old = 'lines = [{ product = "p4", quantity = 4, price = "800.00" }]'
    path.write_text(path.read_text("utf-8").replace(old, old.replace('"800.00"', '"900.00"')), "utf-8")
    answer = salgsplan("check")
    assert answer.code == 0
    assert "advarsel: o05: produktene blir 3600.00 kr, beløpet sier noe annet" in answer.out


@pytest.mark.parametrize(
    ("file", "old", "said"),
    [
        ("sales/2027.toml", 'customer = "k09"', "t06 viser til en ukjent kunde: k99"),
        ("service/2027.toml", 'contact = "p04"', "s2 viser til en ukjent kontakt: k99"),
    ],
)
def test_sales_and_service_of_unknown_people_are_warned_of(
    salgsplan: Salgsplan, file: str, old: str, said: str
) -> None:
    replace(salgsplan, old, f'{old.split(" = ", maxsplit=1)[0]} = "k99"', file)
    (line,) = salgsplan("check").out.splitlines()
    assert line.startswith(f"{file}:")
    assert line.endswith(f"advarsel: {said}")


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("service/2027.toml", '"a29"', '"a98"', "s3 viser til en aktivitet som ikke finnes: a98"),
        ("service/2027.toml", '"a29"', '"a29", "a98"', "s3 viser til en aktivitet som ikke finnes: a98"),
        ("service/2027.toml", 'id = "s3"', 'id = "s3"\norder = "o99"', "s3 viser til en ordre som ikke finnes: o99"),
        ("service/2027.toml", 'id = "s3"', 'id = "s3"\nchannel = "due"', "s3 har en ukjent kanal: due"),
        (
            "service/2027.toml",
            'id = "s3"',
            'id = "s3"\nimprovement_area = "i9"',
            "s3 viser til et forbedringsområde som ikke finnes: i9",
        ),
        (
            "improvement.toml",
            '"s3"',
            '"s9"',
            "i1 viser til en servicesak som ikke finnes: s9",
        ),
        (
            "improvement.toml",
            '"a27"',
            '"a98"',
            "i2 viser til en aktivitet som ikke finnes: a98",
        ),
        (
            "improvement.toml",
            '"ost-2026-2027"',
            '"ost-2030"',
            "i1 viser til en salgsplan som ikke finnes: ost-2030",
        ),
        (WEEK, 'id = "a29"', 'id = "a29"\nnext = "a98"', "a29 følges av en aktivitet som ikke finnes: a98"),
        ("sales/2027.toml", 'activity = "a13"', 'activity = "a98"', "t06 viser til en aktivitet som ikke finnes: a98"),
        ("sales/2027.toml", '"activity:a03"', '"activity:a98"', "o01 viser til en aktivitet som ikke finnes: a98"),
        ("sales/2027.toml", 'product = "p1"', 'product = "p9"', "o01 viser til et produkt som ikke finnes: p9"),
        (
            PROGRAMME,
            'parent = "ost',
            'parent = "vest',
            "q1-2027 viser til en salgsplan som ikke finnes: vest-2026-2027",
        ),
        (PROGRAMME, 'id = "m1"', 'id = "m1"\nparent = "tm9"', "m1 viser til et mål som ikke finnes: tm9"),
        (PROGRAMME, 'strategy = "st1"', 'strategy = "st9"', "ap1 viser til en strategi som ikke finnes: st9"),
        (PROGRAMME, 'focus_area = "f3"', 'focus_area = "f9"', "st3 viser til et satsningsområde som ikke finnes: f9"),
        (WEEK, 'line = "b6"', 'line = "b99"', "a30 viser til en linje i kostnadsbudsjettet som ikke finnes: b99"),
        ("sales/2027.toml", 'offer = "t01"', 'offer = "t99"', "o01 viser til et tilbud som ikke finnes: t99"),
    ],
)
def test_what_names_something_that_is_not_there_is_warned_of_in_its_line(
    salgsplan: Salgsplan, file: str, old: str, new: str, said: str
) -> None:
    replace(salgsplan, old, new, file)
    text = (salgsplan.home / file).read_text("utf-8")
    line = text[: text.index(f'id = "{said.split(maxsplit=1)[0]}"')].count("\n") + 1
    answer = salgsplan("check")
    assert (answer.code, answer.out) == (0, f"{file}:{line}: advarsel: {said}\n")


def test_nothing_is_said_to_be_missing_that_may_stand_in_a_damaged_file(salgsplan: Salgsplan) -> None:
    replace(salgsplan, "schema = 1", "schema = [")
    answer = salgsplan("check")
    assert answer.code == 4
    assert "a29" not in answer.out
    replace(salgsplan, '"k12"', '"k98"', "service/2027.toml")
    assert "s3 viser til en ukjent kunde: k98" in salgsplan("check").out


def test_what_is_removed_is_named_no_longer(salgsplan: Salgsplan) -> None:
    assert salgsplan("remove", "a29").code == 0
    assert salgsplan("service", "show", "s3", "--json").json["case"]["activities"] == []
    assert salgsplan("service", "remove", "s3").code == 0
    assert salgsplan("check").out == ""
    assert (salgsplan("undo").code, salgsplan("undo").code) == (0, 0)
    assert salgsplan("service", "show", "s3", "--json").json["case"]["activities"] == ["a29"]
    assert tomli.loads((salgsplan.home / "improvement.toml").read_text("utf-8"))["improvement_area"][0]["cases"] == [
        "s1",
        "s2",
        "s3",
    ]


@pytest.mark.parametrize("words", ["day", "week", "list", "show a28", "move a27 fre"])
def test_the_rest_is_shown_beside_a_damaged_file(salgsplan: Salgsplan, words: str) -> None:
    replace(salgsplan, "schema = 1", "schema = [", "weeks/2027/2027-W06.toml")
    before = (salgsplan.home / "weeks/2027/2027-W06.toml").read_bytes()
    answer = salgsplan(*words.split())
    assert answer.out
    assert "weeks/2027/2027-W06.toml:" in answer.err or answer.code == 0
    assert (salgsplan.home / "weeks/2027/2027-W06.toml").read_bytes() == before


def test_a_read_of_a_damaged_file_ends_with_4_and_good_data(salgsplan: Salgsplan) -> None:
    replace(salgsplan, "schema = 1", "schema = [", "weeks/2027/2027-W06.toml")
    answer = salgsplan("list", "--json")
    assert answer.code == 4
    assert len(answer.json["activities"]) == 42
    assert "weeks/2027/2027-W06.toml:" in answer.err


def test_a_change_to_a_damaged_file_is_refused_with_4(salgsplan: Salgsplan) -> None:
    replace(salgsplan, "schema = 1", "schema = [")
    before = salgsplan.snapshot()
    answer = salgsplan("add", "ring Ali Demir fre 10")
    assert answer.code == 4
    assert WEEK in answer.err
    assert salgsplan.snapshot() == before


def test_a_change_elsewhere_is_made_and_ends_with_0(salgsplan: Salgsplan) -> None:
    replace(salgsplan, "schema = 1", "schema = [", "weeks/2027/2027-W06.toml")
    assert salgsplan("add", "ring Ali Demir fre 10").code == 0
