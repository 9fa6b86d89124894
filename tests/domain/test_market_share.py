"""The market share: own sales against the market, for the same period (chapter 4.11, S40-S41)."""

from fractions import Fraction

from salgsplan_tui.domain.amounts import rounded
from salgsplan_tui.domain.market_share import MarketShare, market_plan_of, market_share
from salgsplan_tui.domain.plan_parts import MarketShareTarget
from tests.domain.programmes import basis, programme
from tests.domain.sales_plans import YEARS, sales_plan
from tests.planning import order
from tests.sample_quarter import quarter

SHARE = {"total": "85000000.00", "share": "12.00"}


def test_twelve_percent_of_85_million_is_ten_million_two() -> None:
    _total, _share, value = MarketShareTarget(total=85_000_000_00, share=12_00).whole
    assert value == 10_200_000_00


def test_the_sellers_contribution_is_their_own_part() -> None:
    own = MarketShare(MarketShareTarget(), Fraction(85_000_000_00), None, None, own=1_920_000_00)
    assert own.contribution is not None
    assert rounded(own.contribution * 100_00) == 2_26
    assert MarketShare(MarketShareTarget(), Fraction(0), None, None, own=1).contribution is None
    assert MarketShare(MarketShareTarget(), None, None, None, own=1).contribution is None


def test_a_years_market_is_cut_to_the_days_of_the_programme() -> None:
    market = sales_plan("mp", kind="market_plan", **YEARS, market_share=SHARE)
    found = market_share(basis(programme=programme(parent="mp"), plans=[market]))
    assert found is not None
    assert found.total == Fraction(85_000_000_00 * 87, 365)
    assert found.expected == Fraction(12, 100)
    assert found.expected_value == found.total * Fraction(12, 100)


def test_a_market_told_for_the_whole_plan_is_cut_by_its_days() -> None:
    market = sales_plan("mp", kind="market_plan", **YEARS, market_share={**SHARE, "period": "plan"})
    sold = [order("o1", date="2027-02-01", amount="850.00")]
    found = market_share(basis(programme=programme(parent="mp"), plans=[market], orders=sold))
    assert found is not None
    assert found.total == Fraction(85_000_000_00 * 87, 730)
    assert found.contribution == 850_00 / found.total


def test_the_market_plan_is_found_above_the_sales_plan() -> None:
    above = market_plan_of(quarter().plan, quarter().programme)
    assert above is not None
    assert above.id == "inneklima-ost"


def test_without_a_market_or_with_plans_in_a_circle_there_is_no_share() -> None:
    assert market_share(basis()) is None
    circle = sales_plan("tp", kind="tactical_sales_plan", **YEARS, parent="q1")
    assert market_share(basis(programme=programme(parent="tp"), plans=[circle])) is None
    units = sales_plan("mp", kind="market_plan", **YEARS, market_share={**SHARE, "basis": "units"})
    assert market_share(basis(programme=programme(parent="mp"), plans=[units])) is None


def test_the_part_so_far_is_held_against_the_market_of_the_days_that_have_passed() -> None:
    half = MarketShare(MarketShareTarget(), Fraction(1000), None, None, own=50, passed=Fraction(1, 2))
    assert (half.contribution, half.contribution_so_far) == (Fraction(1, 20), Fraction(1, 10))
    begins = MarketShare(MarketShareTarget(), Fraction(1000), None, None, own=0, passed=Fraction(0))
    assert begins.contribution_so_far is None
