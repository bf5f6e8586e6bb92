"""Fixtures and the bridge to addon tests are in ``tests/harness.py``; here they reach ``addons/`` too."""

pytest_plugins = ("tests.harness",)
