"""The external API: calls per second on two workers.

The floor is the least a server can do: a bare WSGI function on the same granian that counts by hand-written SQL on its
own connection.
"""
from __future__ import annotations

import json
import os
import sys
import threading
from typing import Any

from bench.harness import Bench, Row
from bench.load import CLIENTS, WORKERS, Load, running, serving

GOAL_PER_SECOND = 1500


def main(bench: Bench) -> None:
    name = bench.database()
    _install(name)
    with running([sys.executable, "-m", "granian", "--interface", "wsgi", "--workers", str(WORKERS), "--blocking-threads", "4",
                  "--log-level", "warning", "--factory", "bench.bench_rpc:floor"], {"BENCH_DSN": _dsn(name)}) as server:
        floor = server.measure(_request("/", {}))
    with serving(name) as server:
        _add(bench, "search_count by id, /jsonrpc", server.measure(_execute(name, "search_count", [[["id", "=", 1]]])), floor,
             GOAL_PER_SECOND)
        cookie = server.sign_in(name)
        call = {"model": "res.partner", "method": "search_count", "args": [[["id", "=", 1]]], "kwargs": {}}
        _add(bench, "search_count by id, /web/dataset/call_kw", server.measure(_request("/web/dataset/call_kw", call, cookie)), floor)
        _add(bench, "read of 3 fields of one record, /jsonrpc",
             server.measure(_execute(name, "read", [[1], ["name", "email", "country_id"]])), floor)
        own_records = [[_execute(name, "write", [[3 + number], {"comment": "<p>x</p>"}])] for number in range(CLIENTS)]
        _add(bench, "write of one field, /jsonrpc", server.measure(own_records), floor)


def _install(name: str) -> None:
    from core.modules import operations
    from core.orm.registry import Registry

    operations.change(name, install=["base", "web"], demo=True)
    Registry.delete(name)


def _add(bench: Bench, name: str, load: Load, floor: Load, goal: float | None = None) -> None:
    aim = f" (goal {goal:,.0f})" if goal else ""
    note = f"{load.per_second:,.0f} calls/s{aim}, floor {floor.per_second:,.0f}; CPU of the workers"
    bench.add(Row(name, load.cost, floor.cost, note=note, goal_per_second=goal))


def _execute(name: str, method: str, args: list[Any]) -> bytes:
    return _request("/jsonrpc", {"service": "object", "method": "execute_kw", "args": [name, 2, "admin", "res.partner", method, args]})


def _request(path: str, params: dict[str, Any], cookie: str = "") -> bytes:
    body = json.dumps({"jsonrpc": "2.0", "id": 1, "method": "call", "params": params}).encode()
    cookies = f"Cookie: {cookie}\r\n" if cookie else ""
    return (f"POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n{cookies}"
            f"Content-Length: {len(body)}\r\n\r\n").encode() + body


def _dsn(name: str) -> str:
    from core.db.server import address

    return " ".join(f"{key}='{value}'" for key, value in address().parameters(name).items() if value not in (None, ""))


def floor() -> Any:
    """A WSGI function that counts by SQL: no framework at all."""
    import psycopg2

    local = threading.local()

    def application(environ: dict[str, Any], start_response: Any) -> list[bytes]:
        if not hasattr(local, "connection"):
            local.connection = psycopg2.connect(os.environ["BENCH_DSN"])
        length = int(environ.get("CONTENT_LENGTH") or 0)
        call = json.loads(environ["wsgi.input"].read(length) or b"{}")
        with local.connection, local.connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM res_partner WHERE id = %s", [1])
            count = cursor.fetchone()[0]
        body = json.dumps({"jsonrpc": "2.0", "id": call.get("id"), "result": count}).encode()
        start_response("200 OK", [("Content-Type", "application/json"), ("Content-Length", str(len(body)))])
        return [body]

    return application
