"""Numbers of posted invoices stay without a gap when many people post at once and some postings fail."""

import threading

from core import Command
from core.db import transaction
from core.orm.environment import Environment

THREADS, INVOICES_EACH = 5, 6


def test_numbers_have_no_gap_under_concurrent_posting(new_database):
    name = new_database()
    posted, failures = [], []

    def post_invoice(fails):
        def work(cr):
            env = Environment(cr, 1, {}, True)
            move = env["account.move"].create({
                "move_type": "out_invoice", "partner_id": env.ref("base.main_partner").id,
                "invoice_date": "2031-05-05",
                "invoice_line_ids": [Command.create({"name": "Service", "price_unit": 100.0, "tax_ids": []})]})
            move.action_post()
            if fails:
                raise ZeroDivisionError("after the number was given")
            return move.sequence_number
        return transaction.run(name, work)

    def salesperson():
        for index in range(INVOICES_EACH):
            try:
                posted.append(post_invoice(fails=index == 2))
            except ZeroDivisionError:
                failures.append(index)
            except Exception as error:  # noqa: BLE001 – shown by the assertion below
                failures.append(error)

    threads = [threading.Thread(target=salesperson) for _ in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert failures == [2] * THREADS
    assert sorted(posted) == list(range(1, THREADS * (INVOICES_EACH - 1) + 1))
