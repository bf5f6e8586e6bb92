"""``odoo-bin.py scaffold``: a new addon that installs, passes its tests and is complete enough to grow."""

from __future__ import annotations

import dataclasses
import keyword
import re
from pathlib import Path

import click
import jinja2

_TEMPLATES = Path(__file__).with_name("scaffold_templates")
_NAME = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")


@click.command("scaffold")
@click.option("-t", "--template", type=click.Choice(["model", "policy"]), default="model", show_default=True,
              help="model: a document with its own workflow and pages; policy: one more shipping policy for orders.")
@click.argument("name")
@click.argument("dest", type=click.Path(file_okay=False, path_type=Path), default=Path("."))
def command(template: str, name: str, dest: Path) -> int:
    """Write the addon NAME into the folder DEST (default: here).

    NAME is the addon's technical name: small letters, digits and underscores, like library_book.
    """
    from core.modules import manifest

    names = _Names.of(name)
    folder = dest / name
    if taken := manifest.find(name):
        raise click.UsageError(f"There is an addon {name!r} already, in {taken}. Choose another name.")
    if folder.exists() and any(folder.iterdir()):
        raise click.UsageError(f"{folder} exists already. Choose another name, or remove it first.")
    written = [*_write(_TEMPLATES / template, folder, names), _write_translations(folder, names)]
    click.echo(f"{folder}: {len(written)} files. Next:")
    click.echo(f"    ./odoo-bin.py -d play -i {name} --addons-path {dest} --stop-after-init")
    click.echo(f"    ./odoo-bin.py test -d play --addons-path {dest} {name}")
    return 0


@dataclasses.dataclass(frozen=True)
class _Names:
    """The spellings of an addon's name."""

    name: str
    model: str
    cls: str
    title: str
    path: str

    @classmethod
    def of(cls, name: str) -> _Names:
        """:raises click.UsageError: it cannot be the name of an addon; with one that can"""
        if not _NAME.fullmatch(name) or keyword.iskeyword(name):
            better = re.sub(r"[^a-z0-9]+", "_", name.strip().lower()).strip("_")
            hint = f" Try {better!r}." if _NAME.fullmatch(better) and not keyword.iskeyword(better) else ""
            raise click.UsageError(f"{name!r} cannot be the name of an addon: small letters, digits and single underscores.{hint}")
        words = name.split("_")
        return cls(name, ".".join(words), "".join(map(str.capitalize, words)), " ".join(words).capitalize(), "-".join(words) + "s")


def _write(template: Path, folder: Path, names: _Names) -> list[Path]:
    """Render every file of the template; `NAME` in a file's name is the addon's."""
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(template), undefined=jinja2.StrictUndefined, keep_trailing_newline=True, autoescape=False,  # noqa: S701
        variable_start_string="<<", variable_end_string=">>", trim_blocks=True,
    )
    written = []
    for source in sorted(path for path in template.rglob("*.jinja") if path.is_file()):
        inside = source.relative_to(template)
        target = folder / str(inside).removesuffix(".jinja").replace("NAME", names.name)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(environment.get_template(inside.as_posix()).render(vars(names)), encoding="utf-8")
        written.append(target)
    return written


def _write_translations(folder: Path, names: _Names) -> Path:
    """`i18n/vi.po` with every text; those of the templates are translated."""
    from core.i18n import po
    from core.i18n.extract import extract

    known = {_spelt(entry.source, names): _spelt(entry.translation, names) for entry in po.read(_TEMPLATES / "vi.po")}
    entries = [dataclasses.replace(entry, translation=known.get(entry.source, "")) for entry in extract(folder, names.name)]
    target = folder / "i18n" / "vi.po"
    target.parent.mkdir(exist_ok=True)
    po.write(target, entries, lang="vi")
    return target


def _spelt(text: str, names: _Names) -> str:
    return text.replace("<< title >>", names.title)
