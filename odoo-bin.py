#!/usr/bin/env python3
"""The command line of Sen: ``odoo-bin.py [command] [options]``. Without a command it serves."""

import os
import sys
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parent
sys.path.insert(0, str(ROOT))


def use_the_environment_of_make() -> None:
    """Started by a Python without our packages: go on with the one `make install` prepared, or say what is missing."""
    python = ROOT / ".venv" / "bin" / "python"
    if python.exists() and Path(sys.prefix) != ROOT / ".venv":
        os.execv(python, [str(python), *sys.argv])
    sys.exit(
        f"The Python packages of Sen are missing in {sys.prefix}.\n"
        f"Run 'make install' in {ROOT}, or 'pip install {ROOT}' into a virtual environment of yours."
    )


if __name__ == "__main__":
    if not all(find_spec(name) for name in ("click", "lxml", "psycopg2", "sqlalchemy")):
        use_the_environment_of_make()
    try:
        import core.base.config  # noqa: F401 – reads the environment
    except ValueError as error:  # a variable holds what its option cannot be
        sys.exit(str(error))
    from core.cli import main

    sys.exit(main())
