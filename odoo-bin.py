#!/usr/bin/env python3
"""The command line of Sen: ``odoo-bin.py [command] [options]``. Without a command it serves."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from core.cli import main

if __name__ == "__main__":
    sys.exit(main())
