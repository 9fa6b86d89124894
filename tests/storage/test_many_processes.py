"""Eight programs that add at once, and one that looks on: nothing is lost, and everything is seen."""

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import tomli

from tests.folders import SAID, WEEK, block, file, ids, lay, opened, titled

ROOT = Path(__file__).parents[2]
PROCESSES, ADDED = 8, 50


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
