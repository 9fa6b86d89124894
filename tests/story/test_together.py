"""Many programs at once on one folder: nothing is lost, and the open screens show all of it."""

import subprocess
import sysconfig
from pathlib import Path

from tests.story.terminal import Terminal
from tests.tui.opening import stored

SALGSPLAN = str(Path(sysconfig.get_path("scripts")) / "salgsplan")
PROGRAMS, LINES = 8, 50


def test_eight_programs_add_fifty_rows_each_while_the_screens_are_open(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    (home / "settings.toml").write_text('schema = 1\nname = "Nina Ny"\nlanguage = "nb"\n', encoding="utf-8")
    env = {
        "PATH": "/usr/bin:/bin",
        "SALGSPLAN_HOME": str(home),
        "SALGSPLAN_TODAY": "2027-02-17T08:00",
        "XDG_STATE_HOME": str(tmp_path / "state"),
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
    }
    with Terminal([SALGSPLAN], env=env, size=(120, 40)) as terminal:
        terminal.wait_for("17. februar 2027")
        running = [
            subprocess.Popen(  # noqa: S603  # our own
                [SALGSPLAN, "add", "-"],
                env=env,
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
            for _ in range(PROGRAMS)
        ]
        for number, program in enumerate(running):
            assert program.stdin is not None
            program.stdin.write("".join(f"ring emne a{number}b{line} kl 10 1m\n" for line in range(LINES)).encode())
            program.stdin.close()
        assert [program.wait(timeout=100) for program in running] == [0] * PROGRAMS
        terminal.wait_for(f"av {PROGRAMS * LINES} gjennomført", timeout=20)
        terminal.press("q")
        assert terminal.finish() == 0
    rows = stored(home)
    titles = {str(row["title"]) for row in rows.values()}
    assert len(rows) == len(titles) == PROGRAMS * LINES
    print(f"{PROGRAMS} programs × {LINES} rows: {len(rows)} there")
