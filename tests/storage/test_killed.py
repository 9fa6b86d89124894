"""A save that is killed at any call to the file system: everything is there once, as before or as after."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ONE_FILE = (
    "first_add",
    "add",
    "done",
    "move_within_week",
    "move_money",
    "reviewed",
    "first_reviewed",
    "import",
    "own_channel",
    "own_playbook",
    "first_channel",
    "wages",
)
TWO_FILES = (
    *(
        "add_with_customer",
        "move_over_weeks_end",
        "order_offered",
        "ordered",
        "offer_into_another_year",
        "split_series",
        "issued",
        "first_issued",
    ),
    "undo",
)
THREE_FILES = ("objected", "forget", "playbook", "run_moved", "compensated")


@pytest.mark.parametrize("operation", ONE_FILE + TWO_FILES + THREE_FILES)
def test_a_kill_at_any_call_of_a_save_leaves_nothing_to_repair(
    operation: str, tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    command = [sys.executable, "-m", "tests.storage.killing", operation, str(tmp_path)]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603  # our own program
    assert ended.returncode == 0, ended.stderr
    counts = json.loads(ended.stdout)
    looks = counts["kills"] + counts.get("failures", 0)
    assert looks == counts["as before"] + counts["as after"] > 2 * counts["calls"]
    assert counts["fsyncs"] <= (6 if operation in ONE_FILE else 10 if operation in TWO_FILES else 20)
    record_property("counts", f"{operation}: {counts}")
