"""Static files: immutable addresses, no way out of the folder."""

import pytest
from werkzeug.exceptions import NotFound
from werkzeug.test import EnvironBuilder
from werkzeug.wrappers import Request

from core.http import assets


@pytest.fixture(autouse=True)
def addon(tmp_path, monkeypatch):
    folder = tmp_path / "shop" / "static"
    (folder / "src").mkdir(parents=True)
    (folder / "src" / "a.js").write_text("export const a = 1;\n" * 100)
    (tmp_path / "shop" / "secret.py").write_text("password = 1")
    monkeypatch.setattr(assets, "static_folder", lambda addon: folder.resolve() if addon == "shop" else None)
    monkeypatch.setattr(assets, "_folder_hashes", {})


def get(path, **headers):
    return assets.serve(Request(EnvironBuilder(path=path, headers=headers).get_environ()))


def test_the_hashed_address_is_immutable():
    response = get(assets.asset_url("shop/src/a.js"))
    assert "immutable" in response.headers["Cache-Control"]
    assert response.mimetype == "text/javascript"


def test_an_outdated_hash_still_answers_but_is_not_kept():
    response = get("/web/assets/0000/shop/src/a.js")
    assert "immutable" not in response.headers["Cache-Control"]


def test_the_plain_address_is_revalidated():
    etag = get("/shop/static/src/a.js").headers["ETag"]
    assert get("/shop/static/src/a.js", **{"If-None-Match": etag}).status_code == 304


def test_files_travel_compressed():
    response = get("/shop/static/src/a.js", **{"Accept-Encoding": "gzip"})
    assert response.headers["Content-Encoding"] == "gzip"
    assert len(response.get_data()) < 200


@pytest.mark.parametrize(
    "path",
    ["/shop/static/../secret.py", "/shop/static/%2e%2e/secret.py", "/web/assets/x/shop/../secret.py", "/shop/static/none.js",
     "/web/assets/x/npm/htmx.org/package.json", "/shop/static/src%00/a.js"],
)
def test_nothing_else_is_served(path):
    with pytest.raises(NotFound):
        get(path)


def test_pages_are_no_static_files():
    assert get("/app/quotations") is None
