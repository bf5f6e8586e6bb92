"""Configuration: layers, types, and messages that help."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.base.config import Config, parse_database_url


def configured(tmp_path: Path, text: str = "", **environ: str) -> Config:
    file = tmp_path / "my.conf"
    file.write_text(text or "[options]\n", encoding="utf-8")
    config = Config()
    config.load(str(file), environ)
    return config


def test_later_layers_win(tmp_path: Path) -> None:
    config = configured(tmp_path, "[options]\nhttp_port = 1111\nworkers = 3\nlist_db = False\n", SEN_WORKERS="4")
    config.set_options(http_port=2222)
    assert (config["http_port"], config["workers"], config["list_db"]) == (2222, 4, False)
    config["workers"] = 5
    assert config.workers == 5
    del config["workers"]
    assert config.get("workers") == 4
    assert config.get("unknown", "x") == "x"


def test_database_url(tmp_path: Path) -> None:
    config = configured(tmp_path, DATABASE_URL="postgresql://us%40er:pa%2Fss@db.example:5433/prod?sslmode=require")
    assert (config["db_host"], config["db_port"], config["db_user"]) == ("db.example", 5433, "us@er")
    assert (config["db_password"], config["db_name"], config["db_sslmode"]) == ("pa/ss", "prod", "require")
    with pytest.raises(ValueError, match="must start with postgresql://"):
        parse_database_url("mysql://x")


def test_other_sections(tmp_path: Path) -> None:
    config = configured(tmp_path, "[options]\n[queue]\nchannels = root:2\n")
    assert config.get_misc("queue", "channels") == "root:2"


@pytest.mark.parametrize(
    ("text", "message"),
    [("[options]\nhttp_port = many\n", "http_port.*not a number"), ("[options]\nlist_db = perhaps\n", "list_db.*neither true nor false"),
     ("nonsense", "my.conf")],
)  # fmt: skip
def test_mistakes_are_explained(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        configured(tmp_path, text)


def test_a_missing_file_is_explained(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"none\.conf does not exist"):
        Config().load(str(tmp_path / "none.conf"), {})


def test_places(tmp_path: Path) -> None:
    config = configured(tmp_path, f"[options]\naddons_path = {tmp_path}\ndata_dir = {tmp_path}/data\n")
    assert config.addons_path[0] == str(tmp_path)
    assert config["addons_path"].startswith(str(tmp_path))
    assert config.filestore("demo") == tmp_path / "data" / "filestore" / "demo"
    for name in ("", "..", "a/b"):
        with pytest.raises(ValueError, match="not a database name"):
            config.filestore(name)
