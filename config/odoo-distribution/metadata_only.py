"""A build backend (PEP 517) for a distribution without files: a wheel that holds its metadata only.

It must install nothing: `odoo/` in site-packages belongs to the addons pip puts under `odoo/addons/`, and `import odoo`
is answered by `core`.
"""

import tomllib
import zipfile
from pathlib import Path

_WHEEL = "Wheel-Version: 1.0\nGenerator: metadata_only\nRoot-Is-Purelib: true\nTag: py3-none-any\n"


def build_wheel(wheel_directory, config_settings=None, metadata_directory=None):
    """Write the wheel and return its file name."""
    project = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))["project"]
    stem = f"{project['name']}-{project['version']}"
    name = f"{stem}-py3-none-any.whl"
    files = {f"{stem}.dist-info/METADATA": _metadata(project), f"{stem}.dist-info/WHEEL": _WHEEL}
    record = f"{stem}.dist-info/RECORD"
    with zipfile.ZipFile(Path(wheel_directory, name), "w") as wheel:
        for file, text in files.items():
            wheel.writestr(file, text)
        wheel.writestr(record, "".join(f"{file},,\n" for file in (*files, record)))
    return name


def _metadata(project):
    return (
        f"Metadata-Version: 2.1\nName: {project['name']}\nVersion: {project['version']}\n"
        f"Summary: {project['description']}\nRequires-Python: {project['requires-python']}\nLicense: {project['license']}\n"
    )


def build_sdist(sdist_directory, config_settings=None):
    raise NotImplementedError("This distribution is built where it is installed; it is not published.")
