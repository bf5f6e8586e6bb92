"""The addon under site-packages is installed and tested by a process of its own (test_pip_addons.py)."""

collect_ignore = ["site-packages"]
