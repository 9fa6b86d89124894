"""A text that was found right is not checked again, and one that was not always is."""

import stat
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.checking import V, checked
from salgsplan_tui.domain.customers import Customer
from salgsplan_tui.domain.days_off import Leave
from salgsplan_tui.domain.recurrence import Series
from salgsplan_tui.storage import emitter, rewriting, vouched
from salgsplan_tui.storage.contents import content_of
from salgsplan_tui.storage.document import Document, read
from salgsplan_tui.storage.packaged import DEMO
from salgsplan_tui.storage.tables import ARRAYS, Row
from salgsplan_tui.storage.vouched import Vouched
from tests.domain.tables import tables
from tests.folders import SUNDAY, WEEK, block, change, file, lay, move, opened, stored, ticking, titled

RIGHT = file(block("a1"), block("a2", start="09:30"))
FILES: dict[type[Row], str] = {
    Activity: WEEK,
    Customer: "customers.toml",
    Leave: "calendar.toml",
    Series: "series.toml",
}


@pytest.fixture(name="path")
def _path(tmp_path: Path) -> Path:
    return tmp_path / "vouched"


def document(text: str) -> Document:
    return read(Path("x.toml"), text)


def unchecked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Note what is read unchecked from now on."""
    noted: list[str] = []

    def noting(file: str, document: Document, *make: object) -> object:
        noted.extend([file] if make else [])
        return content_of(file, document, *make)  # type: ignore[arg-type]  # what it was given

    monkeypatch.setattr(vouched, "content_of", noting)
    return noted


def test_a_text_found_right_is_read_unchecked_from_the_next_start_on(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    noted = unchecked(monkeypatch)
    first = Vouched(path)
    read_first = first.content_of(WEEK, document(RIGHT))
    assert noted == []
    first.save()
    assert Vouched(path).content_of(WEEK, document(RIGHT)) == read_first
    assert noted == [WEEK]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize("text", [RIGHT + " ", file(block("a1", minutes='"x"')), file(block("a1"), block("a1")), ""])
def test_another_text_and_a_wrong_one_are_checked(path: Path, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    first = Vouched(path)
    first.content_of(WEEK, document(RIGHT))
    first.save()
    noted = unchecked(monkeypatch)
    for _ in range(2):
        again = Vouched(path)
        assert again.content_of(WEEK, document(text)) == content_of(WEEK, document(text))
        if text != RIGHT + " ":
            again.save()
    assert noted == []


def test_a_text_right_in_one_file_or_for_one_version_says_nothing_of_others(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = Vouched(path)
    first.content_of(WEEK, document(RIGHT))
    first.save()
    noted = unchecked(monkeypatch)
    Vouched(path).content_of("weeks/2027/2027-W08.toml", document(RIGHT))
    monkeypatch.setattr(vouched, "__version__", "99.0")
    Vouched(path).content_of(WEEK, document(RIGHT))
    assert noted == []


@pytest.mark.parametrize("spoil", [b"", b"x", b"\0" * 37])
def test_a_list_that_is_torn_only_costs_time(path: Path, spoil: bytes) -> None:
    first = Vouched(path)
    first.content_of(WEEK, document(RIGHT))
    first.save()
    path.write_bytes(path.read_bytes()[:-3] + spoil)
    again = Vouched(path)
    assert again.content_of(WEEK, document(RIGHT)) == content_of(WEEK, document(RIGHT))
    again.save()


def test_what_was_vouched_for_in_vain_is_checked(path: Path) -> None:
    wrong = file(block("a1", state='"sold"'))
    liar = Vouched(path)
    liar.add(WEEK, wrong)
    content, problems = liar.content_of(WEEK, document(wrong))
    assert [problem.key for problem in problems] == ["wrong_value"]
    assert content == content_of(WEEK, document(wrong))[0]


def test_the_list_does_not_grow_for_ever(path: Path) -> None:
    listed = Vouched(path)
    for number in range(5000):
        listed.add(WEEK, str(number))
        if number % 100 == 99:
            listed.save()
    assert path.stat().st_size <= 64 * 1024
    assert (path.stat().st_size // 16) * 16 == path.stat().st_size


def test_without_a_state_folder_everything_is_checked(tmp_path: Path) -> None:
    nowhere = Vouched(tmp_path / "gone" / "vouched")
    nowhere.content_of(WEEK, document(RIGHT))
    nowhere.save()
    assert not (tmp_path / "gone").exists()


def test_a_save_vouches_for_what_it_wrote(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = lay(tmp_path / "plan", {WEEK: file(block("a1"))})
    change(opened(home), move("a1", 18))
    noted = unchecked(monkeypatch)
    assert opened(home).plan.activity("a1").date is not None
    assert noted == [WEEK]


def test_the_sample_data_is_the_same_when_it_is_read_unchecked(path: Path) -> None:
    names = sorted(each.relative_to(DEMO).as_posix() for each in DEMO.rglob("*.toml"))
    texts = {name: document((DEMO / name).read_text("utf-8")) for name in names}
    first = Vouched(path)
    read_first = [first.content_of(name, text) for name, text in texts.items()]
    first.save()
    again = Vouched(path)
    assert [repr(again.content_of(name, text)) for name, text in texts.items()] == list(map(repr, read_first))
    assert len(path.read_bytes()) == 16 * len(names)


@pytest.mark.parametrize("kind", FILES)
@settings(max_examples=60)
@given(data=st.data())
def test_whatever_a_file_says_it_says_the_same_the_second_time(kind: type[Row], data: st.DataObject) -> None:
    table = data.draw(tables(kind))
    text = "schema = 1\n" + emitter.block(ARRAYS[kind], table)
    with TemporaryDirectory() as folder:
        first = Vouched(Path(folder) / "vouched")
        said = first.content_of(FILES[kind], document(text))
        first.save()
        again = Vouched(Path(folder) / "vouched").content_of(FILES[kind], document(text))
    assert repr(again) == repr(said)
    assert again == said


def test_a_change_checks_the_changed_row_alone_and_reads_as_a_check_of_all_would(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = opened(
        lay(tmp_path / "plan", {WEEK: file(*(block(f"a{number}") for number in range(30)))}), ticking(SUNDAY)
    )
    session.need_all()
    checks: list[object] = []

    def noting(kind: type[V], table: Mapping[str, object]) -> V:
        checks.append(table.get("id"))
        return checked(kind, table)

    monkeypatch.setattr(rewriting, "checked", noting)
    change(session, titled("a7", "Ring Nora"))
    assert checks == ["a7"]
    written = document((session.home / WEEK).read_text(encoding="utf-8"))
    assert session.plan.sheets["2027-W07"] == content_of(WEEK, written)[0].sheet


def test_a_file_with_something_wrong_in_it_is_checked_whole_at_each_change(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = opened(lay(tmp_path / "plan", {WEEK: file(block("a1"), block("a2"), block("a2", title='"Twice"'))}))
    session.need_all()

    def unused(*_: object) -> Activity:
        raise AssertionError

    monkeypatch.setattr(rewriting, "built", unused)
    change(session, titled("a1", "Ring Nora"))
    assert stored(session, "a1").title == "Ring Nora"
