"""The shelf of files that were read: asked for its plan while another thread lets it read."""

import datetime as dt
from pathlib import Path
from threading import Thread

from tests.folders import block, file, lay, opened


def test_the_plan_can_be_asked_for_while_everything_is_read(tmp_path: Path) -> None:
    days = [dt.date.fromisocalendar(year, week, 1) for year in (2024, 2025) for week in range(1, 53)]
    rows = {day: file(block(f"r{at:03}", date=day.isoformat())) for at, day in enumerate(days)}
    session = opened(lay(tmp_path / "plan", {f"weeks/{day:%G/%G-W%V}.toml": text for day, text in rows.items()}))
    reader = Thread(target=session.need_all)
    reader.start()
    seen = [len(list(session.plan.stored()))]
    while reader.is_alive():
        seen.append(len(list(session.plan.stored())))
    reader.join()
    assert seen == sorted(seen)
    assert len(list(session.plan.stored())) == len(days)
