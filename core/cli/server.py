"""``odoo-bin.py [server]``: install or upgrade what is asked for, then serve."""

from __future__ import annotations

import contextlib
import errno
import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from typing import Any

import click

from core.base.config import ROOT, config
from core.cli import _common
from core.cli._common import common_options, database_option, option


@click.command("server")
@common_options
@database_option
@click.option("-i", "--init", help="Comma-separated addons to install.")
@click.option("-u", "--update", help="Comma-separated addons to upgrade; 'all' for everything.")
@click.option("--without-demo", is_flag=False, flag_value="all", default=None, help="Install without demonstration data.")
@click.option("--stop-after-init", is_flag=True, help="Stop when installing, upgrading and testing are done.")
@click.option("--test-enable", is_flag=True, help="Run the tests of the installed or upgraded addons.")
@click.option("--test-tags", help="Which tests: [-][tag][/addon][:class][.method], comma-separated; implies --test-enable.")
@option("-p", "--http-port", "http_port", type=int, help="Port of the web server.")
@option("--http-interface", "http_interface", help="Address to listen on.")
@click.option("--no-http", is_flag=True, help="Do not listen for HTTP.")
@option("--workers", "workers", type=int, help="Worker processes; 0 serves with threads in one process.")
@option("--max-cron-threads", "max_cron_threads", type=int, help="Threads for scheduled jobs; 0 for none.")
@option("--proxy-mode/--no-proxy-mode", "proxy_mode", help="Believe the headers of a reverse proxy.")
@option("--db-filter", "dbfilter", help="Pattern of the databases offered; %h is the host, %d its first part.")
@click.option("--no-database-list", is_flag=True, help="Do not list databases.")
@option("--load-language", "load_language", help="Comma-separated languages to load, e.g. vi_VN.")
@option("--country", "country", help="Country code of the company of a new database, e.g. VN.")
@option("--dev", "dev_mode", help="Comma-separated: reload (restart when code changes), assets (read static files anew), all.")
@option("--pidfile", "pidfile", help="Write the process id to this file.")
@option("--limit-memory-soft", "limit_memory_soft", type=int, help="Replace a worker that uses more memory than this (bytes).")
def command(
    init: str | None,
    update: str | None,
    without_demo: str | None,
    stop_after_init: bool,
    test_enable: bool,
    test_tags: str | None,
    no_http: bool,
    no_database_list: bool,
) -> int:
    """Start the server (the default command)."""
    _common.set_up_logging()
    if "all" in config["dev_mode"]:
        config.set_options(dev_mode=["reload", "assets"])
    config.set_options(stop_after_init=stop_after_init, test_enable=test_enable or bool(test_tags))
    if without_demo is not None:
        config.set_options(without_demo=without_demo)
    if no_http:
        config.set_options(http_enable=False)
    if no_database_list:
        config.set_options(list_db=False)
    if test_tags:
        config.set_options(test_tags=test_tags)
    failed = _prepare_databases(_common.split_names(init), _common.split_names(update))
    if stop_after_init:
        return 1 if failed else 0
    if not config["http_enable"]:
        click.echo("Nothing to serve: --no-http is given.", err=True)
        return 0
    return serve()


def with_demo() -> bool:
    return config["without_demo"] in ("", "False", "false", "0")


def _prepare_databases(install: list[str], upgrade: list[str]) -> bool:
    """Create, install, upgrade and test as asked; returns whether a test failed."""
    names = _common.split_names(config["db_name"])
    if not names:
        if install or upgrade:
            raise click.UsageError("Install or upgrade in which database? Name it with -d.")
        return False
    failed = False
    for name in names:
        changed: list[str] = []
        changing = bool(install or upgrade)
        registry = _common.open_registry(
            name, install, upgrade, demo=with_demo(), create=True,
            after_module=_noting(changed) if config["test_enable"] else None,
        )  # fmt: skip
        if changing or config["load_language"]:
            load_languages(registry)
        if config["test_enable"]:
            from core.cli import test

            modules = changed if changing else list(registry.loaded_modules)
            failed |= not test.run(name, modules, config["test_tags"])
    return failed


def _noting(names: list[str]) -> Callable[[Any, str], None]:
    """A callback that keeps the names of the addons installed or upgraded."""
    return lambda _env, module: names.append(module)


def load_languages(registry: Any) -> None:
    """Load the languages the options name; those that are there already stay as they are."""
    if config["load_language"]:
        _activate_languages(registry, _common.split_names(config["load_language"]))


def _activate_languages(registry: Any, codes: list[str]) -> None:
    from core.base.errors import UserError
    from core.db import transaction
    from core.orm.environment import Environment

    def activate(cr: Any) -> None:
        env = Environment(cr, 1, {})
        languages = env["res.lang"]
        active = {code for code, _name in languages.get_installed()}
        for code in codes:
            if code not in active:
                if not languages._activate_lang(code):
                    known = [lang.code for lang in languages.with_context(active_test=False).search([], order="code")]
                    raise UserError(f"There is no language {code!r}.", hint=f"Choose from {', '.join(known)}.")
                env["ir.module.module"].search([("state", "=", "installed")])._update_translations([code])

    transaction.run(registry.db_name, activate)
    registry.signal_changes()


# Serving


def free_port(interface: str, wanted: int, attempts: int = 50) -> int:
    """The wanted port, or the next free one when another program has it."""
    for port in range(wanted, wanted + attempts):
        with socket.socket(socket.AF_INET6 if ":" in interface else socket.AF_INET) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((interface, port))
            except OSError as error:
                if error.errno == errno.EACCES:
                    raise ValueError(f"Port {port} needs more rights; choose one above 1023 with --http-port.") from None
                if error.errno != errno.EADDRINUSE:
                    raise ValueError(f"Cannot listen on {interface}: {error.strerror}. Check --http-interface.") from None
                continue
            return port
    raise ValueError(f"Ports {wanted}–{wanted + attempts - 1} are all taken; choose another with --http-port.")


def serve(welcome: Callable[[], list[str]] | None = None) -> int:
    """Serve until stopped.

    :param welcome: further lines to print with the address
    """
    interface = config["http_interface"] or "0.0.0.0"
    wanted = config["http_port"]
    port = free_port(interface, wanted)
    if port != wanted:
        click.echo(f"Port {wanted} is taken; using {port}.", err=True)
    config.set_options(http_port=port)
    if "reload" in config["dev_mode"] and not config["workers"]:
        return _serve_reloading(interface, port, welcome)
    if config["pidfile"]:
        with open(config["pidfile"], "w") as file:
            file.write(str(os.getpid()))
    try:
        if config["workers"] == 0:
            return _serve_threaded(interface, port, welcome)
        return _serve_processes(interface, port, welcome)
    finally:
        if config["pidfile"]:
            os.unlink(config["pidfile"])


def _announce(interface: str, port: int, welcome: Callable[[], list[str]] | None) -> None:
    host = "127.0.0.1" if interface in ("0.0.0.0", "::", "") else interface
    click.echo(f"Serving on http://{host}:{port}  (Ctrl-C stops)")
    for line in welcome() if welcome else ():
        click.echo(f"    {line}")
    sys.stdout.flush()


def _preload() -> None:
    """Load the registries of the named databases before the first request."""
    from core.orm.registry import Registry

    _common.load_rooms()
    for name in _common.split_names(config["db_name"]):
        Registry.get(name)


def _serve_threaded(interface: str, port: int, welcome: Callable[[], list[str]] | None) -> int:
    """One process, a thread per request: for development and small machines."""
    from werkzeug.serving import WSGIRequestHandler, make_server

    from core.http import application

    class QuietHandler(WSGIRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_request(self, code: Any = "-", size: Any = "-") -> None:
            if config["log_level"].startswith("debug"):
                super().log_request(code, size)

    _preload()
    server = make_server(interface, port, application, threaded=True, request_handler=QuietHandler)
    server.daemon_threads = True  # type: ignore[attr-defined]
    _start_jobs()
    _announce(interface, port, welcome)
    stopping = threading.Event()

    def stop(*_args: Any) -> None:
        stopping.set()
        threading.Thread(target=server.shutdown, daemon=True).start()

    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGTERM, stop)
        signal.signal(signal.SIGINT, stop)
    server.serve_forever(poll_interval=0.2)
    server.server_close()
    return 0


def _serve_reloading(interface: str, port: int, welcome: Callable[[], list[str]] | None) -> int:
    """Serve in a child process that starts again when a Python file of the kernel or of an addon changes."""
    from werkzeug._reloader import run_with_reloader

    def serve_once() -> None:
        _serve_threaded(interface, port, welcome)

    run_with_reloader(serve_once, interval=1)
    return 0


def _start_jobs() -> None:
    """Scheduled actions in a thread of the one process."""
    if config["max_cron_threads"]:
        from core.jobs import start_thread

        start_thread()


@contextlib.contextmanager
def _job_process() -> Iterator[None]:
    """Scheduled actions in a process beside the workers."""
    if not config["max_cron_threads"]:
        yield
        return
    command = [sys.executable, str(ROOT / "odoo-bin.py"), "worker", "--beside-server"]
    process = subprocess.Popen(command)
    try:
        yield
    finally:
        process.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(5)


def make_wsgi() -> Any:
    """The WSGI callable of a worker process, made in that process."""
    from core.http import application

    _preload()
    _common.stop_with_parent()
    return application


def _serve_processes(interface: str, port: int, welcome: Callable[[], list[str]] | None) -> int:
    """Worker processes by granian; gunicorn where granian is missing."""
    os.environ.update(_environment_for_workers())
    try:
        import granian  # noqa: F401
    except ImportError:
        return _serve_gunicorn(interface, port, welcome)
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    _announce(interface, port, welcome)
    server = Granian(
        "core.cli.server:make_wsgi",
        factory=True,
        address=interface,
        port=port,
        interface=Interfaces.WSGI,
        workers=config["workers"],
        blocking_threads=max(4, 2 * (os.cpu_count() or 1)),
        respawn_failed_workers=True,
        workers_max_rss=config["limit_memory_soft"] // 2**20 or None,
        log_access=False,
        log_level=LogLevels.debug if config["log_level"].startswith("debug") else LogLevels.warning,
        websockets=False,
    )
    with _job_process():
        server.serve()
    return 0


def _environment_for_workers() -> dict[str, str]:
    """Workers are new processes: they read the options given here from the environment."""
    variables = {}
    for name, value in config.given_options().items():
        if isinstance(value, dict):
            value = list(value)
        variables[f"SEN_{name.upper()}"] = ",".join(map(str, value)) if isinstance(value, (list, tuple)) else str(value)
    if config.rcfile:
        variables["SEN_RC"] = os.path.abspath(config.rcfile)
    return variables


def _serve_gunicorn(interface: str, port: int, welcome: Callable[[], list[str]] | None) -> int:
    from gunicorn.app.base import BaseApplication

    class Server(BaseApplication):  # type: ignore[misc]
        def load_config(self) -> None:
            for name, value in {
                "bind": f"{interface}:{port}",
                "workers": config["workers"],
                "worker_class": "gthread",
                "threads": 8,
                "timeout": 120,
            }.items():
                self.cfg.set(name, value)

        def load(self) -> Any:
            return make_wsgi()

    sys.argv = ["gunicorn"]
    _announce(interface, port, welcome)
    with _job_process():
        Server().run()
    return 0
