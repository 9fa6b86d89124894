"""What plans are made of, changed from the command line: budget lines, products, market, texts; refused and undone."""

from pathlib import Path

import pytest

from tests.cli.running import Salgsplan

YEARS = ("--from", "1.1.2026", "--to", "31.12.2030")


def budget(salgsplan: Salgsplan) -> dict[str, dict[str, str]]:
    return {each["name"]: each for each in salgsplan("budget", "--json").json["lines"]}


def programme(salgsplan: Salgsplan, *words: str) -> dict[str, object]:
    found: dict[str, object] = salgsplan("programme", *words, "--json").json["programme"]
    return found


def test_a_budget_line_is_added_under_a_strategy_changed_and_taken_out(salgsplan: Salgsplan) -> None:
    before = salgsplan.snapshot()
    added = salgsplan("budget", "--add", "Podkast 12 000", "--under", "synlig")
    assert added.err.splitlines() == [
        "La «Podkast» til i planen",
        "  Beløp: 12\xa0000,00\xa0kr · Strategi: Synlig i fagmiljøet",
    ]
    assert (budget(salgsplan)["Podkast"]["budget"], budget(salgsplan)["Podkast"]["strategy"]) == ("12000.00", "st4")
    assert salgsplan("budsjett", "--edit", "podkast", "15 000,50").code == 0
    assert budget(salgsplan)["Podkast"]["budget"] == "15000.50"
    assert salgsplan("budget", "--edit", "podk", "Lydbok 9k").code == 0
    assert budget(salgsplan)["Lydbok"]["budget"] == "9000.00"
    assert salgsplan("budget", "--set", "lydbok", "strategi=felles", "--set", "lydbok", "beløp=1,500.25").code == 0
    assert (budget(salgsplan)["Lydbok"]["budget"], budget(salgsplan)["Lydbok"]["strategy"]) == ("1500.25", "shared")
    assert salgsplan("budget", "--remove", "lydbok").err.strip() == "Fjernet «Lydbok»"
    for _step in range(5):
        assert salgsplan("undo").code == 0
    assert salgsplan.snapshot() == before


def test_the_answer_as_json_holds_what_is_changed_and_a_dry_run_what_would_be(salgsplan: Salgsplan) -> None:
    before = salgsplan.snapshot()
    tried = salgsplan("budget", "--edit", "b2", "30 000", "--dry-run", "--json")
    assert tried.json["lines"][1]["budget"] == "30000.00"
    assert "Ingenting er lagret" in tried.err
    assert salgsplan.snapshot() == before
    made = salgsplan("budget", "--edit", "b2", "30 000", "--json").json
    assert (made["lines"][1]["budget"], made["total"]["budget"]) == ("30000.00", "112000.00")


def test_a_line_that_rows_are_held_against_stays_and_the_rows_are_named(salgsplan: Salgsplan) -> None:
    refused = salgsplan("budget", "--remove", "b3")
    assert refused.code == 5
    assert "a38" in refused.err
    assert salgsplan("budget", "--add", "Podkast 12 000").code == 0
    code = budget(salgsplan)["Podkast"]["code"]
    later = salgsplan.home / "weeks/2028/2028-W10.toml"  # a week that nothing else reads
    later.parent.mkdir(exist_ok=True)
    later.write_text(
        'schema = 1\nweek = "2028-W10"\n[[activity]]\nid = "late1"\ntitle = "Podkast"\ndate = 2028-03-08\n'
        f'state = "planned"\n[[activity.costs]]\nkind = "other"\nline = "{code}"\nplanned = "500.00"\n',
        "utf-8",
    )
    refused = salgsplan("budget", "--remove", "podkast")
    assert (refused.code, "late1" in refused.err) == (5, True)


def test_what_other_plans_offers_and_orders_name_stays_and_who_names_it_is_told(salgsplan: Salgsplan) -> None:
    path = salgsplan.home / "plans/ren-luft.toml"
    path.write_text(path.read_text("utf-8").replace("read_only = true\n", ""), "utf-8")
    before = salgsplan.snapshot()
    named = {
        "f3": "Serviceavtaler er nevnt i Servicebesøk som vei til merkjøp (1. kvartal 2027). Ta det ut der først.",
        "p1": "Ventilasjonsaggregat står i tilbud eller ordrer (",
    }
    for part, said in named.items():
        refused = salgsplan("programme", "ren-luft", "--remove", part)
        assert (refused.code, said in refused.err) == (5, True), refused.err
    assert salgsplan("programme", "ren-luft", "--remove-plan").code == 5
    assert salgsplan.snapshot() == before
    assert salgsplan("programme", "ren-luft", "--focus", "Til overs").code == 0
    assert salgsplan("programme", "ren-luft", "--remove", "Til overs").code == 0


def test_a_strategic_sales_plan_with_its_five_answers_is_made_in_one_command_and_one_step(salgsplan: Salgsplan) -> None:
    before = salgsplan.snapshot()
    told = [
        *("--counter", "Salg, ikke ekspedering", "--vision", "Ren luft til alle", "--serves", "tindeluft"),
        *("--focus", "Skoler", "--focus", "Hoteller", "--product", "Luftrenser 8000/7000", "--product", "Filter 800"),
        *("--segment", "skoler", "--benefit", "skoler: færre sykedager", "--status", "active"),
    ]
    made = salgsplan("programme", "--new", "--kind", "strategic_sales_plan", *YEARS, *told, "Min", "egen", "--json")
    assert made.code == 2, "a strategic plan hangs under none"
    assert salgsplan.snapshot() == before
    told = [each for each in told if each not in {"--serves", "tindeluft"}]
    plan = salgsplan("programme", "--new", "--kind", "strategic_sales_plan", *YEARS, *told, "Min", "egen", "--json")
    shown = plan.json["programme"]
    assert (shown["status"], shown["lacks"], shown["vision"]) == ("active", [], "Ren luft til alle")
    assert [(each["title"], each["priority"], each["target_price"]) for each in shown["products"]] == [
        ("Luftrenser", 1, "8000.00"),
        ("Filter", 2, "800.00"),
    ]
    assert [each["title"] for each in shown["focus_areas"]] == ["Skoler", "Hoteller"]
    assert "Endret planen «Min egen»" in salgsplan("undo").out
    assert salgsplan.snapshot() == before


def test_a_market_plan_and_the_tactical_one_that_rests_on_it_are_made_and_become_active(salgsplan: Salgsplan) -> None:
    years = ("--from", "1.1.2027", "--to", "31.12.2028")
    market = ("--market", "marked=inneklima", "--market", "hele=85 mill", "--market", "share=12")
    work = ("--work", "Fagmesse, 10.-12.3.2027, Lillestrøm")
    made = salgsplan("programme", "--new", "--kind", "market_plan", *years, *market, *work, "Markedsplan Vest")
    assert made.code == 0, made.err
    assert salgsplan("budget", "vest", "--add", "Annonser 118 000").code == 0
    assert salgsplan("programme", "vest", "--status", "active").code == 0
    assert programme(salgsplan, "vest")["market_share"] == {
        "market": "inneklima",
        "basis": "value",
        "total": "85000000.00",
        "share": "12.00",
        "value": "10200000.00",
    }
    tactical = ("--kind", "tactical_sales_plan", *years, "--rests-on", "vest", "--serves", "ren luft", "Taktisk Vest")
    assert salgsplan("programme", "--new", *tactical).code == 0
    plan = programme(salgsplan, "taktisk vest")
    assert (plan["parent"], plan["base"]) == ("ren-luft", programme(salgsplan, "markedsplan vest")["id"])
    lines = "Behold 90 % av kundene innen 31.12.2028\nGjenkjøp 75 % innen 31.12.2028\nMerkjøp 15 % innen 31.12.2028\n"
    assert salgsplan("goals", "taktisk vest", "--add", "-", typed=lines).code == 0
    for name, area in (("behold", "loyalty"), ("gjenkjøp", "repurchase"), ("merkjøp", "additional_purchase")):
        assert salgsplan("goals", "taktisk vest", "--set", name, f"area={area}").code == 0
    assert programme(salgsplan, "taktisk vest")["lacks"] == ["improvement_area"]
    assert salgsplan("improvements", "add", "raskere svar", "--plan", str(plan["id"])).code == 0
    assert salgsplan("programme", "taktisk vest", "--status", "active").code == 0


def test_the_plans_own_fields_are_changed_in_both_languages(salgsplan: Salgsplan) -> None:
    answer = salgsplan("programme", "--to", "20.3.2027", "--title", "Kort kvartal", "--for", "salg", "--rate", "hit=40")
    assert answer.code == 0, answer.err
    assert "Til: lørdag 20. mars 2027 · For: salg" in answer.err
    plan = programme(salgsplan)
    assert (plan["title"], plan["end"], plan["discipline"]) == ("Kort kvartal", "2027-03-20", "sales")
    assert plan["rates"]["hit"] == "40.00"  # type: ignore[index]  # a document
    assert salgsplan("programme", "--serves", "").code == 0
    assert programme(salgsplan)["parent"] is None
    english = salgsplan("programme", "--rate", "average order=41 500", "--serves", "øst", "--lang", "en")
    assert english.code == 0, english.err
    assert "Serves: Øst 2026–2027" in english.err
    assert programme(salgsplan)["rates"]["average_order"] == "41500.00"  # type: ignore[index]  # as above
    assert "slik fra før" in salgsplan("programme", "--for", "sales").err


def test_texts_come_from_a_file_or_stdin_and_are_written_anew(salgsplan: Salgsplan, tmp_path: Path) -> None:
    file = tmp_path / "bakgrunn.md"
    file.write_text("# Bakgrunn\n\nSlik er det.\n", "utf-8")
    assert salgsplan("programme", "--text", f"Bakgrunn=@{file}").code == 0
    assert salgsplan("programme", "--text", "Marked=-", typed="Stort\nnok\n").code == 0
    assert salgsplan("programme", "--text", "marked=Lite").code == 0
    assert salgsplan("programme", "--vision", "@@hjemme").code == 0
    plan = programme(salgsplan)
    assert plan["vision"] == "@hjemme"
    assert [(each["title"], each["text"]) for each in plan["sections"]] == [  # type: ignore[attr-defined]  # as above
        ("Bakgrunn", "# Bakgrunn\n\nSlik er det."),
        ("Marked", "Lite"),
    ]
    lines = salgsplan("programme").out
    assert "Slik er det." in lines
    file.write_bytes(b"\xff\xfe\xff")
    assert salgsplan("programme", "--vision", f"@{file}").code == 2
    assert salgsplan("programme", "--vision", f"@{tmp_path / 'borte.md'}").code == 2


def test_parts_take_another_place_and_are_written_anew(salgsplan: Salgsplan) -> None:
    assert salgsplan("budget", "--place", "b8", "1").code == 0
    assert salgsplan("budget", "--json").json["lines"][0]["code"] == "b8"
    assert salgsplan("goals", "--edit", "m5", "6 nye kunder").code == 0
    goal = salgsplan("goals", "--json").json["goals"][4]
    assert (goal["target"], goal["deadline"]) == ("6.00", "2027-03-31"), "what the line does not tell stays"
    assert salgsplan("programme", "--edit", "st1", "Ring aller først").code == 0
    assert programme(salgsplan)["strategies"][0]["title"] == "Ring aller først"  # type: ignore[index]  # as above


def test_what_the_funnel_misses_is_planned(salgsplan: Salgsplan) -> None:
    missing = salgsplan("goals", "--json").json["funnel"]["missing"]
    assert missing["attempts"] > 0
    assert salgsplan("goals", "--fill").code == 0
    assert salgsplan("goals", "--json").json["funnel"]["missing"]["attempts"] == 0
    assert salgsplan("goals", "--fill").code == 0
    assert salgsplan("undo").code == 0
    assert salgsplan("goals", "--json").json["funnel"]["missing"] == missing


def test_a_plan_is_taken_out_unless_something_rests_on_it(salgsplan: Salgsplan) -> None:
    assert salgsplan("programme", "--new", "--from", "1.4.2027", "--to", "30.6.2027", "Prøve").code == 0
    gone = salgsplan("programme", "prøve", "--remove-plan", "--json")
    assert (gone.code, gone.json["programme"]) == (0, None)
    assert salgsplan("programme", "prøve").code == 3
    assert salgsplan("undo").code == 0
    assert salgsplan("programme", "prøve").code == 0
    assert salgsplan("programme", "--remove-plan").code == 5


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["budget", "--add", "12 000"], 2, "slutter ikke med et beløp"),
        (["budget", "--add", "Podkast"], 2, "slutter ikke med et beløp"),
        (["budget", "--add", " "], 2, "ingenting å legge til"),
        (["budget", "--add", "Podkast 1", "--under", "ukjent"], 3, "st1 (Ring først, besøk deretter)"),
        (["budget", "--edit", "ukjent", "1"], 3, "b1 (Reise og bil)"),
        (["budget", "--edit", "og", "1"], 3, "b1 (Reise og bil)"),
        (["budget", "--set", "b1", "amount"], 2, "FELT=VERDI"),
        (["budget", "--set", "b1", "amount=mye"], 2, "ikke et beløp"),
        (["budget", "--set", "b1", "farge=rød"], 2, "amount (Beløp)"),
        (["budget", "--set", "b1", "strategi=ukjent"], 3, "st4 (Synlig i fagmiljøet)"),
        (["budget", "--set", "b1", "mileage=kanskje"], 2, "ja"),
        (["budget", "--place", "b1", "9"], 2, "1 til 8"),
        (["budget", "--remove", "b2"], 5, "a"),
        (["budget", "inneklima", "--edit", "mb1", "1"], 5, "vises bare her"),
        (["goals", "--set", "m1", "unit=tonn"], 2, "kr"),
        (["goals", "--set", "m1", "deadline=snart"], 2, "snart"),
        (["programme", "--counter", "salg"], 2, "--title"),
        (["programme", "--rate", "fart=4"], 2, "reached"),
        (["programme", "--rate", "hit=140"], 2, "140"),
        (["programme", "--serves", "ukjent"], 3, "ost-2026-2027 (Øst 2026–2027)"),
        (["programme", "--for", "moro"], 2, "sales (salg)"),
        (["programme", "--to", ""], 2, "siste dag"),
        (["programme", "--to", "5.1.2027"], 5, "én uke"),
        (["programme", "--kind", "market_plan"], 2, "--new"),
        (["programme", "--market", "andel=mye"], 2, "mye"),
        (["programme", "--text", "Bakgrunn"], 2, "FELT=VERDI"),
        (["programme", "--benefit", "skoler"], 2, "skoler"),
        (["programme", "--edit", "st1", "en\nto"], 2, "én linje"),
        (["programme", "Ren", "--focus", "Hytter"], 5, "vises bare her"),
        (["programme", "--strategy", "Ny", "--remove", "st1"], 5, "Nysalg"),
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_of_it_is_written(
    salgsplan: Salgsplan, arguments: list[str], code: int, said: str
) -> None:
    before = salgsplan.snapshot()
    found = salgsplan(*arguments)
    assert (found.code, salgsplan.snapshot() == before) == (code, True), found.err
    assert said in found.err


def test_without_a_programme_there_is_nothing_to_change(new_plan: Salgsplan) -> None:
    for arguments in (("budget", "--add", "Reise 1000"), ("goals", "--fill"), ("programme", "--vision", "x")):
        assert new_plan(*arguments).code == 3
    assert not new_plan.home.exists()
