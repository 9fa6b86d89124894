"""Where things lie: the data folder, the state that belongs to it, and the person's configuration."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Final

_PROGRAM: Final = "salgsplan"
_HOME: Final = "SALGSPLAN_HOME"


def data_folder(environment: Mapping[str, str], flag: Path | None = None) -> Path:
    """Return the folder of the person's own files: as asked for, else `SALGSPLAN_HOME`, else the platform's."""
    wanted = flag or environment.get(_HOME)
    if wanted:
        return Path(wanted).expanduser()
    from platformdirs import user_data_path  # noqa: PLC0415  # not where the folder is given

    return user_data_path(_PROGRAM)


def state_folder(home: Path) -> Path:
    """Return the folder of the lock, the journal and the snapshots of one data folder; never inside it.

    It is told by the real path, so that a folder has one lock under all its names.
    """
    from hashlib import blake2b  # noqa: PLC0415

    from platformdirs import user_state_path  # noqa: PLC0415

    name = blake2b(os.fsencode(os.path.realpath(home)), digest_size=8).hexdigest()
    return user_state_path(_PROGRAM) / name


def config_folder() -> Path:
    """Return the folder of `config.toml`, the only file that may name programs to run."""
    from platformdirs import user_config_path  # noqa: PLC0415

    return user_config_path(_PROGRAM)
