"""Eight programs that add at once, and one that looks on: nothing is lost, and everything is seen."""

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import tomli

from tests.folders import SAID, WEEK, block, file, ids, lay, opened, titled
from tests.storage.issuing import ISSUED, weeks_to_issue

ROOT = Path(__file__).parents[2]
PROCESSES, ADDED = 8, 50


def run_at_once(program: str, home: Path, names: list[str]) -> None:
    """Run one of the programs beside this file at once under several names, each doing what it does five times."""
    running = [
        subprocess.Popen([sys.executable, "-m", f"tests.storage.{program}", str(home), name, "5"], cwd=ROOT)  # noqa: S603  # our own program
        for name in names
    ]
    assert [process.wait() for process in running] == [0] * len(names)


def test_eight_programs_add_fifty_activities_each(
    tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    home = lay(tmp_path / "plan", {WEEK: file(block("a1"))})
    onlooker = opened(home)
    command = [sys.executable, "-m", "tests.storage.adding", str(home), str(ADDED)]
    running = [
        subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)  # noqa: S603  # our own program
        for _ in range(PROCESSES)
    ]
    looks = 0
    while any(process.poll() is None for process in running):
        onlooker.reload()
        assert onlooker.problems == ()
        looks += 1
        time.sleep(0.05)
        if looks % 10 == 0:
            onlooker.change(titled("a1", f"Look {looks}"), SAID)
    added = sorted(line for process in running for line in process.communicate()[0].split())
    assert [process.returncode for process in running] == [0] * PROCESSES
    assert len(set(added)) == PROCESSES * ADDED
    onlooker.reload()
    assert ids(onlooker) == sorted([*added, "a1"])
    onlooker.reload()
    on_disk = [row["id"] for path in home.rglob("*.toml") for row in tomli.loads(path.read_text()).get("activity", ())]
    assert sorted(on_disk) == sorted([*added, "a1"])
    record_property("counts", f"{PROCESSES} programs at once: {len(added)} activities added, all there; {looks} looks")


def test_four_programs_make_channels_of_their_own_in_the_same_file(
    tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    own = '# mine\n[[channel]]\ncode = "phone"\ncolour = "green"\n'
    home = lay(tmp_path / "plan", {"channels.toml": own})
    made = [f"p{number}" for number in range(4)]
    run_at_once("making_channels", home, made)
    codes = sorted(f"{name}_{count}" for name in made for count in range(5))
    plan = opened(home).plan
    assert sorted(plan.own_channels) == sorted([*codes, "phone"])
    phone = plan.channels.channel("phone")
    assert phone is not None
    assert sorted(each.code for each in phone.types) == sorted([*codes, "call", "call_session", "follow_up"])
    assert (home / "channels.toml").read_text("utf-8").startswith(own)
    record_property("counts", f"4 programs at once: {len(codes)} own channels made, and as many types of one channel")


def test_four_programs_open_cases_in_the_same_files(
    tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    private = '# lønn\nschema = 1\n\n[[wage]]\ndate = 2027-01-20\ngross = "52000.00"\n'
    home = lay(tmp_path / "plan", {"private.toml": private})
    names = [f"p{number}" for number in range(4)]
    run_at_once("answering", home, names)
    made = sorted(f"{name}-{count}" for name in names for count in range(5))
    session = opened(home)
    session.need_all()
    plan = session.plan
    assert session.problems == ()
    assert [sorted(each) for each in (plan.cases, plan.improvements, plan.reflections)] == [
        [f"{letter}-{name}" for name in made] for letter in "sir"
    ]
    assert (home / "private.toml").read_text("utf-8").startswith(private.rstrip())
    record_property("counts", f"4 programs at once: {len(made)} cases, areas and looks back, all there")


def test_four_programs_issue_week_plans_at_once(tmp_path: Path, record_property: Callable[[str, object], None]) -> None:
    home = lay(tmp_path / "plan", {WEEK: file(block("a1")), "issued.toml": ISSUED} | weeks_to_issue(5))
    names = [f"p{number}" for number in range(4)]
    run_at_once("issuing", home, names)
    session = opened(home)
    session.need_all()
    made = sorted(f"{name}-{count}" for name in names for count in range(5))
    assert session.problems == ()
    assert sorted(session.plan.issued) == sorted([*made, "w6"])
    assert 'signature = "abc"  # not ours' in (home / "issued.toml").read_text("utf-8")
    assert all((home / week).read_text("utf-8").count("[snapshot]") == 1 for week in weeks_to_issue(5))
    record_property("counts", f"4 programs at once: {len(made)} reports issued, 5 weeks frozen once each")
