"""The external API: calls per second on two workers.

A real server – granian with two worker processes – answers four client processes over kept-alive connections. The floor
is the least a server can do: a bare WSGI function on the same granian that counts by hand-written SQL on its own
connection. On a machine of two cores clients, workers and PostgreSQL share them.
"""
from __future__ import annotations

import json
import multiprocessing
import os
import signal
import socket
import statistics
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psutil

from bench.harness import Bench, Cost, Row
from core.base.config import config

ROOT = Path(__file__).resolve().parents[1]
WORKERS, CLIENTS = 2, 4
CALLS = 1000
ROUNDS = 3
GOAL_PER_SECOND = 1500


def main(bench: Bench) -> None:
    name = bench.database()
    _install(name)
    with _serving([sys.executable, "-m", "granian", "--interface", "wsgi", "--workers", str(WORKERS), "--blocking-threads", "4",
                   "--log-level", "warning", "--factory", "bench.bench_rpc:floor"], {"BENCH_DSN": _dsn(name)}) as server:
        floor = server.measure(_request("/", {}))
    with _serving([sys.executable, "odoo-bin.py", "-d", name, "--workers", str(WORKERS), "--max-cron-threads", "0",
                   "--data-dir", config["data_dir"]], {}) as server:
        _add(bench, "search_count by id, /jsonrpc", server.measure(_execute(name, "search_count", [[["id", "=", 1]]])), floor,
             GOAL_PER_SECOND)
        cookie = server.sign_in(name)
        call = {"model": "res.partner", "method": "search_count", "args": [[["id", "=", 1]]], "kwargs": {}}
        _add(bench, "search_count by id, /web/dataset/call_kw", server.measure(_request("/web/dataset/call_kw", call, cookie)), floor)
        _add(bench, "read of 3 fields of one record, /jsonrpc",
             server.measure(_execute(name, "read", [[1], ["name", "email", "country_id"]])), floor)
        _add(bench, "write of one field, /jsonrpc", server.measure(_execute(name, "write", [[3], {"comment": "<p>x</p>"}]), own_records=name),
             floor)


def _install(name: str) -> None:
    from core.modules import operations
    from core.orm.registry import Registry

    operations.change(name, install=["base", "web"], demo=True)
    Registry.delete(name)


def _add(bench: Bench, name: str, cost: Cost, floor: Cost, goal: float | None = None) -> None:
    aim = f" (goal {goal:,.0f})" if goal else ""
    note = f"{1000 / cost.wall_ms:,.0f} calls/s{aim}, floor {1000 / floor.wall_ms:,.0f}; CPU of the workers"
    bench.add(Row(name, cost, floor, note=note, goal_per_second=goal))


# -- requests ---------------------------------------------------------------------------------------------------


def _execute(name: str, method: str, args: list[Any]) -> bytes:
    return _request("/jsonrpc", {"service": "object", "method": "execute_kw", "args": [name, 2, "admin", "res.partner", method, args]})


def _request(path: str, params: dict[str, Any], cookie: str = "") -> bytes:
    body = json.dumps({"jsonrpc": "2.0", "id": 1, "method": "call", "params": params}).encode()
    cookies = f"Cookie: {cookie}\r\n" if cookie else ""
    return (f"POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n{cookies}"
            f"Content-Length: {len(body)}\r\n\r\n").encode() + body


def _client(port: int, request: bytes, calls: int, start: Any) -> None:
    """One client: the next call when the last one is answered."""
    with socket.create_connection(("127.0.0.1", port)) as connection:
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        answer = _ask(connection, request)
        assert b'"result"' in answer, answer
        start.wait()
        for _number in range(calls):
            connection.sendall(request)
            _receive(connection)


def _ask(connection: socket.socket, request: bytes) -> bytes:
    connection.sendall(request)
    return _receive(connection)


def _receive(connection: socket.socket) -> bytes:
    data = connection.recv(65536)
    while (end := data.find(b"\r\n\r\n")) < 0:
        data += connection.recv(65536)
    head = data[:end].lower()
    length = int(head.partition(b"content-length:")[2].partition(b"\r\n")[0])
    while len(data) < end + 4 + length:
        data += connection.recv(65536)
    return data[end + 4:]


# -- servers ----------------------------------------------------------------------------------------------------


class _Server:
    def __init__(self, process: psutil.Process, port: int):
        self.process = process
        self.port = port

    def sign_in(self, name: str) -> str:
        call = {"jsonrpc": "2.0", "params": {"db": name, "login": "admin", "password": "admin"}}
        request = urllib.request.Request(f"http://127.0.0.1:{self.port}/web/session/authenticate", json.dumps(call).encode(),
                                         {"Content-Type": "application/json"})
        with urllib.request.urlopen(request) as answer:
            return answer.headers["Set-Cookie"].partition(";")[0]

    def measure(self, request: bytes, own_records: str = "") -> Cost:
        """The median of some rounds, per call; with ``own_records`` each client writes to a record of its own."""
        requests = [request.replace(b"[[3]", b"[[%d]" % (3 + number)) if own_records else request for number in range(CLIENTS)]
        costs = [self._round(requests, CALLS if number else CALLS // 4) for number in range(ROUNDS + 1)][1:]
        return Cost(statistics.median(cost.cpu_ms for cost in costs), 0, statistics.median(cost.wall_ms for cost in costs))

    def _round(self, requests: list[bytes], calls: int) -> Cost:
        start = multiprocessing.Barrier(CLIENTS + 1)
        clients = [multiprocessing.Process(target=_client, args=(self.port, request, calls, start)) for request in requests]
        for client in clients:
            client.start()
        start.wait()
        cpu, wall = self._cpu_s(), time.perf_counter()
        for client in clients:
            client.join()
            assert client.exitcode == 0
        wall, cpu = time.perf_counter() - wall, self._cpu_s() - cpu
        total = calls * CLIENTS
        return Cost(cpu * 1000 / total, 0, wall * 1000 / total)

    def _cpu_s(self) -> float:
        times = [process.cpu_times() for process in (self.process, *self.process.children(recursive=True))]
        return sum(one.user + one.system for one in times)


@contextmanager
def _serving(command: list[str], environment: dict[str, str]) -> Iterator[_Server]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    variables = {**os.environ, **environment, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen([*command, "--port" if "granian" in command else "-p", str(port)], cwd=ROOT, env=variables,
                          stdout=subprocess.DEVNULL, start_new_session=True) as process:
        try:
            _wait(port)
            yield _Server(psutil.Process(process.pid), port)
        finally:
            os.killpg(process.pid, signal.SIGTERM)


def _wait(port: int) -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        try:
            with socket.create_connection(("127.0.0.1", port), timeout=1) as connection:
                connection.settimeout(10)
                if _ask(connection, b"GET /web/health HTTP/1.1\r\nHost: localhost\r\n\r\n"):
                    time.sleep(1)  # the second worker
                    return
        except OSError:
            time.sleep(0.1)
    raise TimeoutError("The server does not answer.")


# -- the floor ------------------------------------------------------------------------------------------------------


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
