"""Static files: of addons (`static/`), and the listed files of npm packages.

An asset's address carries a hash of its addon's whole static folder: `/web/assets/<hash>/<addon>/<path>`. The address is
immutable, browsers keep it for a year, and ES modules may import each other relatively. `/<addon>/static/<path>`
answers too (existing templates name it), revalidated by ETag.
"""

from __future__ import annotations

import gzip
import hashlib
import mimetypes
import threading
from dataclasses import dataclass
from pathlib import Path

from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Request, Response

from core.base.config import ROOT, config

#: Files of npm packages a page may load: `npm/<package>/<file>`.
NPM_FILES = {
    "npm/htmx.org/htmx.min.js": "htmx.org/dist/htmx.min.js",
    "npm/idiomorph/idiomorph-ext.min.js": "idiomorph/dist/idiomorph-ext.min.js",
    "npm/idiomorph/idiomorph.min.js": "idiomorph/dist/idiomorph.min.js",
    "npm/bootstrap/bootstrap.min.css": "bootstrap/dist/css/bootstrap.min.css",
    "npm/tom-select/tom-select.complete.min.js": "tom-select/dist/js/tom-select.complete.min.js",
    "npm/tom-select/tom-select.min.css": "tom-select/dist/css/tom-select.min.css",
    "npm/sortablejs/Sortable.min.js": "sortablejs/Sortable.min.js",
    "npm/chart.js/chart.umd.js": "chart.js/dist/chart.umd.js",
}
_COMPRESSIBLE = ("text/", "application/javascript", "application/json", "image/svg+xml", "application/manifest+json")
_MAX_CACHED_BYTES = 2 * 1024 * 1024
_YEAR_S = 365 * 24 * 3600

mimetypes.add_type("text/javascript", ".js")
mimetypes.add_type("text/javascript", ".mjs")
mimetypes.add_type("font/woff2", ".woff2")
mimetypes.add_type("application/manifest+json", ".webmanifest")


@dataclass(slots=True)
class _Asset:
    body: bytes
    compressed: bytes | None
    mimetype: str
    etag: str
    stamp: tuple[float, int]


_cache: dict[Path, _Asset] = {}
_folder_hashes: dict[str, str] = {}
_lock = threading.Lock()


def static_folder(addon: str) -> Path | None:
    for folder in (*map(Path, config.addons_path or ()), ROOT / "addons"):
        candidate = folder / addon / "static"
        if candidate.is_dir():
            return candidate.resolve()
    return None


def asset_url(path: str) -> str:
    """The immutable address of `<addon>/<path under static>` or of a listed `npm/…` file."""
    return f"/web/assets/{_hash_for(path)}/{path}"


def _hash_for(path: str) -> str:
    key = path if path.startswith("npm/") else path.split("/", 1)[0]
    if key not in _folder_hashes or "assets" in (config.get("dev_mode") or ()):
        _folder_hashes[key] = _digest(key)
    return _folder_hashes[key]


def _digest(key: str) -> str:
    digest = hashlib.sha256()
    if key.startswith("npm/"):
        file = _locate(key)
        digest.update(file.read_bytes() if file else b"")
    else:
        folder = static_folder(key)
        for each in sorted(folder.rglob("*")) if folder else ():
            if folder and each.is_file():
                digest.update(each.relative_to(folder).as_posix().encode())
                digest.update(each.read_bytes())
    return digest.hexdigest()[:16]


def _locate(path: str) -> Path | None:
    """The file behind an asset path, or None when it is none of those we serve."""
    if path.startswith("npm/"):
        listed = NPM_FILES.get(path)
        file = ROOT / "node_modules" / listed if listed else None
        return file if file and file.is_file() else None
    addon, _, inner = path.partition("/")
    folder = static_folder(addon)
    if folder is None or not inner or "\x00" in inner:
        return None
    file = (folder / inner).resolve()
    return file if file.is_relative_to(folder) and file.is_file() else None


def serve(request: Request) -> Response | None:
    """Answer a static file's address; None when the path is not one."""
    parts = request.path.strip("/").split("/")
    if parts[:2] == ["web", "assets"] and len(parts) > 3:
        path, immutable = "/".join(parts[3:]), parts[2]
    elif len(parts) > 2 and parts[1] == "static":
        path, immutable = f"{parts[0]}/{'/'.join(parts[2:])}", None
    else:
        return None
    if request.method not in ("GET", "HEAD"):
        raise NotFound()
    file = _locate(path)
    if file is None:
        raise NotFound()
    asset = _read(file)
    response = _respond(request, asset)
    fresh = immutable is not None and immutable == _hash_for(path)
    response.headers["Cache-Control"] = f"public, max-age={_YEAR_S}, immutable" if fresh else "public, no-cache"
    return response


def _read(file: Path) -> _Asset:
    stat = file.stat()
    stamp = (stat.st_mtime, stat.st_size)
    asset = _cache.get(file)
    if asset is not None and asset.stamp == stamp:
        return asset
    body = file.read_bytes()
    mimetype = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    compressed = gzip.compress(body, 9, mtime=0) if mimetype.startswith(_COMPRESSIBLE) and len(body) > 500 else None
    asset = _Asset(body, compressed, mimetype, hashlib.sha256(body).hexdigest()[:20], stamp)
    if len(body) <= _MAX_CACHED_BYTES:
        with _lock:
            _cache[file] = asset
    return asset


def _respond(request: Request, asset: _Asset) -> Response:
    zipped = asset.compressed is not None and "gzip" in request.headers.get("Accept-Encoding", "")
    response = Response(asset.compressed if zipped else asset.body, mimetype=asset.mimetype)
    if asset.compressed is not None:
        response.headers["Vary"] = "Accept-Encoding"
    if zipped:
        response.headers["Content-Encoding"] = "gzip"
    response.headers["X-Content-Type-Options"] = "nosniff"
    if asset.mimetype == "image/svg+xml":
        response.headers["Content-Security-Policy"] = "default-src 'none'; style-src 'unsafe-inline'"
    response.set_etag(asset.etag, weak=zipped)
    return response.make_conditional(request)
