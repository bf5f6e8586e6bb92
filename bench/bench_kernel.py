"""The kernel: 10,000 records through the ORM beside hand-written SQL; one record; field access; the registry."""
from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from bench.harness import Bench, Cost, Row, run
from core.base.config import config

RECORDS = 10_000
GROUPS, ZONES = 200, 10
COLUMNS = ["name", "code", "description", "kind", "quantity", "price", "date", "moment", "active", "group_id", "user_id"]
TYPES = {"name": "text", "code": "text", "description": "text", "kind": "text", "quantity": "integer", "price": "numeric",
         "date": "date", "moment": "timestamp", "active": "boolean", "group_id": "integer", "user_id": "integer"}
SINGLES = 200
ACCESSES = 100_000


def main(bench: Bench) -> None:
    from core.modules import operations
    config["addons_path"] = [*config.addons_path, str(Path(__file__).parent / "addons")]
    name = bench.database()
    operations.install(name, ["bench_models"], demo=False)
    world = World(name)
    for measurement in (_create, _write, _read, _unlink, _recompute, _one2many, _read_group, _search, _names, _one_write, _access):
        measurement(bench, world)
        world.cr.rollback()
    world.close()
    _registry(bench)


class World:
    """A database with the benchmark's models, its groups and zones, and 10,000 items."""

    def __init__(self, dbname: str) -> None:
        from core.orm.environment import Environment
        from core.orm.registry import Registry
        self.cr = Registry.get(dbname).cursor()
        self.env = env = Environment(self.cr, 2, {"lang": "en_US", "tz": "UTC"})
        self.zones = env["bench.zone"].create([{"name": f"Zone {n}", "rate": n} for n in range(ZONES)])
        self.groups = env["bench.group"].create([
            {"name": f"Group {n}", "zone_id": self.zones[n % ZONES].id} for n in range(GROUPS)])
        self.items = env["bench.item"].create(self.values())
        self.cr.commit()

    def values(self) -> list[dict[str, Any]]:
        """11 given values for each of 10,000 items."""
        groups, moment = self.groups.ids, dt.datetime(2026, 1, 1, 8)
        return [
            {"name": f"Item {n}", "code": f"C{n}", "description": "Trà sen Tây Hồ, hộp 100 g", "kind": "abc"[n % 3], "quantity": n,
             "price": n * 0.5, "date": moment.date(), "moment": moment, "active": True, "group_id": groups[n % GROUPS], "user_id": 2}
            for n in range(RECORDS)]

    def fresh(self) -> None:
        """Nothing pending, nothing cached."""
        self.cr.rollback()
        self.env.invalidate_all()

    def flushed(self, work: Callable[[], Any]) -> Callable[[], None]:
        def flushing() -> None:
            work()
            self.env.flush_all()
        return flushing

    def insert(self, table: str, types: dict[str, str], rows: list[dict[str, Any]]) -> None:
        """The floor of creating: one INSERT of the same values, column by column."""
        columns = ", ".join(f'"{column}"' for column in types)
        arrays = ", ".join(f"%s::{kind}[]" for kind in types.values())
        self.cr.run(f'INSERT INTO "{table}" ({columns}, create_uid, write_uid, create_date, write_date) '
                    f"SELECT *, 2, 2, now(), now() FROM unnest({arrays}) RETURNING id",
                    [[row[column] for row in rows] for column in types])
        self.cr.fetchall()

    def close(self) -> None:
        self.cr.rollback()
        self.cr.close()


def _batch(bench: Bench, world: World, name: str, work: Callable[[], Any], floor: Callable[[], Any], values: int, *,
           between: Callable[[], Any] | None = None, note: str = "") -> None:
    """A row whose goal is twice its floor and 1 µs for each of the field values moved."""
    between = between or world.fresh
    floor_cost = run(floor, between=between)
    bench.add(Row(name, run(work, between=between), floor_cost, 2 * floor_cost.cpu_ms + values / 1_000,
                  note=note or f"{values:,} values"))


def _create(bench: Bench, world: World) -> None:
    values = world.values()
    items = world.env["bench.item"]
    _batch(bench, world, "create 10,000 records of 11 fields", world.flushed(lambda: items.create(values)),
           lambda: world.insert("bench_item", TYPES, values), RECORDS * len(COLUMNS))


def _write(bench: Bench, world: World) -> None:
    items = world.items
    counter = iter(range(1_000))

    def update() -> None:
        world.cr.run("UPDATE bench_item SET code = %s, price = %s, write_uid = 2, write_date = now() WHERE id = ANY(%s)",
                     (f"X{next(counter)}", 7.5, items.ids))
    _batch(bench, world, "write 2 fields of 10,000 records, the same values",
           world.flushed(lambda: items.write({"code": f"X{next(counter)}", "price": 7.5})), update, RECORDS * 2)

    def write_each() -> None:
        for number, item in enumerate(items):
            item.quantity = number + 5

    def update_each() -> None:
        world.cr.run("UPDATE bench_item AS i SET quantity = v.quantity, write_uid = 2, write_date = now() "
                     "FROM unnest(%s::integer[], %s::integer[]) AS v(id, quantity) WHERE i.id = v.id",
                     (items.ids, [number + 5 for number in range(RECORDS)]))
    _batch(bench, world, "write 1 field of 10,000 records, one by one", world.flushed(write_each), update_each, RECORDS)


def _read(bench: Bench, world: World) -> None:
    items = world.items

    def select() -> None:
        world.cr.run(f"SELECT id, {', '.join(COLUMNS)} FROM bench_item WHERE id = ANY(%s)", (items.ids,))
        world.cr.fetchall()
    scalars = [name for name in COLUMNS if not name.endswith("_id")]

    def loop() -> None:
        for item in items:
            for name in scalars:
                item[name]
    _batch(bench, world, "read 11 fields of 10,000 records", lambda: items.read(COLUMNS, load=""), select, RECORDS * len(COLUMNS))
    _batch(bench, world, "loop over 10,000 records, 9 fields each", loop, select, RECORDS * len(scalars))


def _unlink(bench: Bench, world: World) -> None:
    _batch(bench, world, "unlink 10,000 records", world.flushed(lambda: world.items.unlink()),
           lambda: world.cr.run("DELETE FROM bench_item WHERE id = ANY(%s)", (world.items.ids,)), RECORDS)


def _recompute(bench: Bench, world: World) -> None:
    env, groups = world.env, world.groups.ids
    env["bench.priced"].create([
        {"name": f"Priced {n}", "price": n, "group_id": groups[n % GROUPS]} for n in range(RECORDS)])
    world.cr.commit()
    counter = iter(range(10, 1_000))

    def work() -> None:
        for zone in world.zones:
            zone.rate = next(counter)

    def floor() -> None:
        world.cr.run("UPDATE bench_zone SET rate = %s", (next(counter),))
        world.cr.run("SELECT p.id, p.price, z.rate FROM bench_priced AS p JOIN bench_group AS g ON g.id = p.group_id "
                     "JOIN bench_zone AS z ON z.id = g.zone_id")
        rows = world.cr.fetchall()
        world.cr.run("UPDATE bench_priced AS p SET amount = v.amount FROM unnest(%s::integer[], %s::float8[]) AS v(id, amount) "
                     "WHERE p.id = v.id", ([row[0] for row in rows], [row[1] * row[2] for row in rows]))
    # price and group are read, the amount is written
    _batch(bench, world, "recompute 10,000 amounts through two relations", world.flushed(work), floor, RECORDS * 3)


def _one2many(bench: Bench, world: World) -> None:
    items = world.env["bench.item"]
    values = [{"name": f"Item {n}", "line_ids": [(0, 0, {"name": f"Line {m}", "quantity": m}) for m in range(10)]}
              for n in range(RECORDS // 10)]

    def floor() -> None:
        world.cr.run("INSERT INTO bench_item (name, kind, active, create_uid, write_uid, create_date, write_date) "
                     "SELECT *, 'a', true, 2, 2, now(), now() FROM unnest(%s::text[]) RETURNING id", ([row["name"] for row in values],))
        ids = [row[0] for row in world.cr.fetchall()]
        world.insert("bench_line", {"name": "text", "quantity": "float8", "item_id": "integer"}, [
            {"name": line[2]["name"], "quantity": line[2]["quantity"], "item_id": id_}
            for id_, row in zip(ids, values, strict=True) for line in row["line_ids"]])
    _batch(bench, world, "create 1,000 records with 10 lines each", world.flushed(lambda: items.create(values)), floor,
           RECORDS * 3 + RECORDS // 10 * 3)


def _read_group(bench: Bench, world: World) -> None:
    items = world.env["bench.item"]

    def floor() -> None:
        world.cr.run("SELECT i.group_id, g.name, count(*), sum(i.quantity), sum(i.price) FROM bench_item AS i "
                     "LEFT JOIN bench_group AS g ON g.id = i.group_id WHERE i.active GROUP BY i.group_id, g.name ORDER BY g.name")
        world.cr.fetchall()
    _batch(bench, world, "read_group of 10,000 records by a many2one, 2 sums",
           lambda: items.read_group([], ["quantity:sum", "price:sum"], ["group_id"]), floor, GROUPS * 5)


def _search(bench: Bench, world: World) -> None:
    from core.orm.environment import Environment
    user = world.env["res.users"].create({
        "name": "Reader", "login": "reader", "groups_id": [(6, 0, [world.env.ref("base.group_user").id])]})
    world.cr.commit()
    items = Environment(world.cr, user.id, {})["bench.item"]

    def floor() -> None:
        world.cr.run(
            "SELECT i.id FROM bench_item AS i LEFT JOIN bench_group AS g ON g.id = i.group_id LEFT JOIN bench_zone AS z "
            "ON z.id = g.zone_id WHERE i.active AND i.quantity > 100 AND (i.user_id = %s OR z.rate < 5) ORDER BY i.id", (user.id,))
        world.cr.fetchall()
    _batch(bench, world, "search with record rules, 5,000 found", lambda: items.search([("quantity", ">", 100)]), floor, RECORDS // 2)


def _names(bench: Bench, world: World) -> None:
    items = world.items

    def floor() -> None:
        world.cr.run("SELECT i.id, i.group_id, g.name FROM bench_item AS i LEFT JOIN bench_group AS g ON g.id = i.group_id "
                     "WHERE i.id = ANY(%s)", (items.ids,))
        world.cr.fetchall()
    _batch(bench, world, "many2one names of 10,000 records", lambda: items.read(["group_id"]), floor, RECORDS * 2)


def _one_write(bench: Bench, world: World) -> None:
    items = world.items[:SINGLES]
    counter = iter(range(1_000_000))

    def work() -> None:
        for item in items:
            item.write({"quantity": next(counter)})
            world.env.flush_all()

    def floor() -> None:
        for id_ in items.ids:
            world.cr.run("UPDATE bench_item SET quantity = %s, write_uid = 2, write_date = now() WHERE id = %s", (next(counter), id_))
    bench.measure("write one field of one record and flush it", work, floor=floor, per=SINGLES, goal_cpu_ms=0.3, between=world.fresh)


def _access(bench: Bench, world: World) -> None:
    item = world.items[0]
    item.name  # noqa: B018 - fills the cache

    def work() -> None:
        for _number in range(ACCESSES):
            item.name  # noqa: B018

    class Plain:
        name = "Item"

    plain = Plain()

    def floor() -> None:
        for _number in range(ACCESSES):
            plain.name  # noqa: B018
    bench.measure("read a cached field 1,000 times", work, floor=floor, per=ACCESSES // 1_000, goal_cpu_ms=0.25,
                  note="goal 0.25 µs each; floor: an attribute of a plain object")


def _registry(bench: Bench) -> None:
    """All addons of the product in one database; the registry built from nothing, as a new worker does."""
    from core.modules import operations
    from core.orm.registry import Registry
    name = bench.database()
    own = sorted(path.parent.name for path in (Path(__file__).parents[1] / "addons").glob("*/__manifest__.py"))
    operations.install(name, own, demo=False)
    Registry.get(name)
    costs = []
    for _number in range(5):
        Registry.delete(name)
        cpu, wall = time.process_time(), time.perf_counter()
        Registry.get(name)
        costs.append(Cost((time.process_time() - cpu) * 1_000, 0, (time.perf_counter() - wall) * 1_000))
    costs.sort(key=lambda cost: cost.cpu_ms)
    bench.add(Row("registry of all addons", costs[2], goal_cpu_ms=500))
