"""A real server – granian with two worker processes – under four client processes with kept-alive connections.

On a machine of two cores clients, workers and PostgreSQL share them.
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
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil

from bench.harness import Cost
from core.base.config import config

ROOT = Path(__file__).resolve().parents[1]
WORKERS, CLIENTS = 2, 4
CALLS = 1000
ROUNDS = 3


@dataclass(frozen=True, slots=True)
class Load:
    """What one request took: CPU of the workers and time between two answers, and how long 95 of 100 waited at most."""

    cost: Cost
    p95_ms: float

    @property
    def per_second(self) -> float:
        return 1000 / self.cost.wall_ms


def _client(port: int, requests: Sequence[bytes], calls: int, expected: bytes, start: Any, waits: Any) -> None:
    """One client: the next request when the last one is answered."""
    with socket.create_connection(("127.0.0.1", port)) as connection:
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        for request in requests:
            answer = ask(connection, request)
            assert expected in answer, answer[:2000]
        start.wait()
        own = []
        for number in range(calls):
            sent = time.perf_counter()
            ask(connection, requests[number % len(requests)])
            own.append(time.perf_counter() - sent)
        waits.put(own)


def ask(connection: socket.socket, request: bytes) -> bytes:
    """The body of the answer."""
    connection.sendall(request)
    data = connection.recv(65536)
    while (end := data.find(b"\r\n\r\n")) < 0:
        data += connection.recv(65536)
    head = data[:end].lower()
    length = int(head.partition(b"content-length:")[2].partition(b"\r\n")[0])
    while len(data) < end + 4 + length:
        data += connection.recv(65536)
    return data[end + 4:]


class Server:
    def __init__(self, process: psutil.Process, port: int):
        self.process = process
        self.port = port

    def sign_in(self, name: str) -> str:
        """The session's cookie."""
        call = {"jsonrpc": "2.0", "params": {"db": name, "login": "admin", "password": "admin"}}
        request = urllib.request.Request(f"http://127.0.0.1:{self.port}/web/session/authenticate", json.dumps(call).encode(),
                                         {"Content-Type": "application/json"})
        with urllib.request.urlopen(request) as answer:
            return answer.headers["Set-Cookie"].partition(";")[0]

    def measure(self, requests: Sequence[Sequence[bytes]] | bytes, *, calls: int = CALLS, expected: bytes = b'"result"') -> Load:
        """The median of some rounds, per request.

        :param requests: the requests each client sends in turn, or one that all of them send
        :param expected: what every answer contains
        """
        each = [[requests]] * CLIENTS if isinstance(requests, bytes) else requests
        loads = [self._round(each, calls if number else calls // 4, expected) for number in range(ROUNDS + 1)][1:]
        return sorted(loads, key=lambda load: load.cost.wall_ms)[ROUNDS // 2]

    def _round(self, requests: Sequence[Sequence[bytes]], calls: int, expected: bytes) -> Load:
        start, waits = multiprocessing.Barrier(CLIENTS + 1), multiprocessing.Queue()
        clients = [multiprocessing.Process(target=_client, args=(self.port, own, calls, expected, start, waits)) for own in requests]
        for client in clients:
            client.start()
        start.wait(60)
        cpu, wall = self._cpu_s(), time.perf_counter()
        seconds = [second for _client in clients for second in waits.get()]
        wall, cpu = time.perf_counter() - wall, self._cpu_s() - cpu
        for client in clients:
            client.join()
        total = calls * CLIENTS
        return Load(Cost(cpu * 1000 / total, 0, wall * 1000 / total), statistics.quantiles(seconds, n=20)[-1] * 1000)

    def _cpu_s(self) -> float:
        times = [process.cpu_times() for process in (self.process, *self.process.children(recursive=True))]
        return sum(one.user + one.system for one in times)


@contextmanager
def serving(name: str) -> Iterator[Server]:
    """The product with two workers, on one database."""
    with running([sys.executable, "odoo-bin.py", "-d", name, "--workers", str(WORKERS), "--max-cron-threads", "0",
                  "--data-dir", config["data_dir"]], {}) as server:
        yield server


@contextmanager
def running(command: list[str], environment: dict[str, str]) -> Iterator[Server]:
    """A server of any kind, on a free port."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    variables = {**os.environ, **environment, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen([*command, "--port" if "granian" in command else "-p", str(port)], cwd=ROOT, env=variables,
                          stdout=subprocess.DEVNULL, start_new_session=True) as process:
        try:
            _wait(port)
            yield Server(psutil.Process(process.pid), port)
        finally:
            os.killpg(process.pid, signal.SIGTERM)


def _wait(port: int) -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        try:
            with socket.create_connection(("127.0.0.1", port), timeout=1) as connection:
                connection.settimeout(10)
                if ask(connection, b"GET /web/health HTTP/1.1\r\nHost: localhost\r\n\r\n"):
                    time.sleep(1)  # the second worker
                    return
        except OSError:
            time.sleep(0.1)
    raise TimeoutError("The server does not answer.")
