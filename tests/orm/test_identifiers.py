"""Ids are taken ahead by habit, never twice, and always ascending."""
from __future__ import annotations

from contextlib import contextmanager

from core import db
from core.orm.environment import Environment, Transaction


@contextmanager
def transaction(registry):
    cr = db.connect(registry.db_name).cursor()
    cr.transaction = Transaction(registry, cr)
    try:
        yield Environment(cr, 1, {})
    finally:
        cr.rollback()
        cr.close()


def book_with_loans(env):
    before = env.cr.sql_log_count
    book = env["library.book"].create({"name": "Kiều", "loan_ids": [(0, 0, {"reader": "A"}), (0, 0, {"reader": "B"})]})
    return book, env.cr.sql_log_count - before


def test_the_second_transaction_of_a_kind_takes_all_its_ids_in_one_statement(library_database):
    registry, _cr = library_database
    registry.id_habits.clear()
    with transaction(registry) as env:
        _book, first = book_with_loans(env)
    with transaction(registry) as env:
        book, second = book_with_loans(env)
        assert (first, second) == (2, 1)
        assert book.loan_ids.ids == sorted(book.loan_ids.ids)


def test_ids_taken_ahead_are_not_given_twice(library_database):
    registry, _cr = library_database
    with transaction(registry) as env, transaction(registry) as other:
        ids = [loan for _n in range(3) for e in (env, other) for loan in book_with_loans(e)[0].loan_ids.ids]
        assert len(set(ids)) == len(ids)


def test_mass_operations_are_no_habit(library_database):
    registry, _cr = library_database
    with transaction(registry) as env:
        env["library.book"].create([{"name": str(n)} for n in range(500)])
    assert all(count <= 64 for habits in registry.id_habits.values() for count in habits.values())
