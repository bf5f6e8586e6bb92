from core import api, fields, models


class AccountMoveNumber(models.Model):
    """The last number given per journal and prefix.

    One row per series, incremented in the transaction that posts: a rollback gives the number back, so series have no
    gaps; two transactions that post into one series at once conflict on the row, and the later one is retried.
    """

    _name = "account.move.number"
    _description = "Numbering of Journal Entries"
    _rec_name = "prefix"
    _log_access = False

    journal_id = fields.Many2one("account.journal", required=True, ondelete="cascade", index=True)
    prefix = fields.Char(required=True)
    last_number = fields.Integer(required=True, default=0)

    _sql_constraints = [("series_unique", "unique (journal_id, prefix)", "A numbering series exists once per journal.")]

    @api.model
    def _next(self, series):
        """The next numbers of a list of (journal, prefix), one statement per distinct series."""
        counts = {}
        for journal, prefix in series:
            counts[journal.id, prefix] = counts.get((journal.id, prefix), 0) + 1
        # Sorted, so that two batches over several series lock them in the same order.
        upcoming = {key: self._advance(*key, counts[key]) for key in sorted(counts)}
        numbers = []
        for journal, prefix in series:
            number = upcoming[journal.id, prefix]
            upcoming[journal.id, prefix] = number + 1
            numbers.append(f"{prefix}{number:0{self._width(prefix)}d}")
        return numbers

    @api.model
    def _advance(self, journal_id, prefix, count):
        """Reserve ``count`` numbers and return the first one."""
        cr = self.env.cr
        cr.lock_hot(f"account.move.number/{journal_id}/{prefix}")
        # Not through execute: the row depends on nothing that still waits to be written.
        cr.run("""
            INSERT INTO account_move_number AS series (journal_id, prefix, last_number)
            VALUES (%(journal)s, %(prefix)s, %(count)s)
            ON CONFLICT (journal_id, prefix) DO UPDATE SET last_number = series.last_number + %(count)s
            RETURNING last_number""", {"journal": journal_id, "prefix": prefix, "count": count})
        return cr.fetchone()[0] - count + 1

    @api.model
    def _width(self, prefix):
        """Five digits per year, four per month: INV/2026/00001, MISC/2026/11/0001."""
        return 4 if prefix.count("/") > 2 else 5

    @api.model
    def _keep_up_with(self, moves):
        """Numbers given by hand (imports, a first number) move their series forward."""
        highest = {}
        for move in moves:
            if move.sequence_prefix and move.sequence_number and not move.posted_before:
                key = (move.journal_id.id, move.sequence_prefix)
                highest[key] = max(highest.get(key, 0), move.sequence_number)
        for (journal_id, prefix), number in sorted(highest.items()):
            self.env.cr.execute("""
                INSERT INTO account_move_number AS series (journal_id, prefix, last_number)
                VALUES (%(journal)s, %(prefix)s, %(number)s)
                ON CONFLICT (journal_id, prefix)
                DO UPDATE SET last_number = GREATEST(series.last_number, %(number)s)""",
                {"journal": journal_id, "prefix": prefix, "number": number})

    @api.model
    def _first_gap(self, moves):
        """The first of these numbered entries whose deletion would leave a gap: not at the end of its series."""
        series = {}
        for move in moves:
            series.setdefault((move.journal_id.id, move.sequence_prefix), []).append(move)
        for (journal_id, prefix), group in series.items():
            self.env.cr.execute(
                "SELECT last_number FROM account_move_number WHERE journal_id = %s AND prefix = %s",
                (journal_id, prefix))
            row = self.env.cr.fetchone()
            expected = row[0] if row else 0
            for move in sorted(group, key=lambda move: -move.sequence_number):
                if move.sequence_number < expected:
                    return move
                expected -= 1
        return None

    @api.model
    def _release(self, freed):
        """Give back the numbers of deleted entries, which were the last of their series."""
        counts = {}
        for journal_id, prefix, number in freed:
            key = (journal_id, prefix)
            counts[key] = min(counts.get(key, number), number)
        for (journal_id, prefix), lowest in sorted(counts.items()):
            self.env.cr.execute("""
                UPDATE account_move_number SET last_number = %(lowest)s - 1
                WHERE journal_id = %(journal)s AND prefix = %(prefix)s AND last_number >= %(lowest)s""",
                {"journal": journal_id, "prefix": prefix, "lowest": lowest})
