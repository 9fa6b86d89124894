"""`expenses`: the driving log and the outlays of a month."""

from pathlib import Path

import pytest

from tests.cli.running import Salgsplan


def test_a_month_as_json(salgsplan: Salgsplan) -> None:
    document = salgsplan("expenses", "--month", "2027-01", "--json").json
    assert list(document) == ["schema", "from", "to", "drives", "outlays", "total"]
    assert document["total"] == {"km": 254, "mileage": "1346.20", "outlays": "23680.00", "amount": "25026.20"}
    assert document["drives"][0] == {
        "activity": "a03",
        "date": "2027-01-07",
        "from": "Tindeluft AS",
        "to": "Sjøbua Hotell AS",
        "purpose": "Behovsmøte Sjøbua Hotell",
        "km": 46,
        "rate": "5.30",
        "amount": "243.80",
    }


def test_without_a_month_it_is_this_one(salgsplan: Salgsplan) -> None:
    assert salgsplan("utlegg", "--json").json["total"]["km"] == 234
    assert "3 140,20 kr" in salgsplan("expenses").out.replace("\xa0", " ")
    assert salgsplan("expenses", "--month", "noe rart").code == 2


def test_the_ending_of_the_file_tells_the_format(salgsplan: Salgsplan, tmp_path: Path) -> None:
    for name, start in (("u.csv", b"type,date,from"), ("u.xlsx", b"PK"), ("u.txt", "1.–28. februar 2027".encode())):
        assert salgsplan("expenses", "-o", str(tmp_path / name)).code == 0
        assert (tmp_path / name).read_bytes().startswith(start)
    assert salgsplan("expenses", "-o", str(tmp_path / "u.csv")).code == 5
    assert salgsplan("expenses", "--format", "xlsx", is_terminal=True).code == 5


@pytest.mark.parametrize("language", ["nb", "en"])
@pytest.mark.parametrize("width", [80, 120])
def test_people_read_it_within_their_width(salgsplan: Salgsplan, language: str, width: int) -> None:
    answer = salgsplan("expenses", "--month", "2027-01", "--lang", language, "--width", str(width))
    assert max(map(len, answer.out.splitlines())) <= width


def test_nothing_there_is_nothing_wrong(new_plan: Salgsplan) -> None:
    assert new_plan("expenses", "--json").json["total"]["amount"] == "0.00"
    assert new_plan("expenses").code == 0
    assert not new_plan.home.exists()
