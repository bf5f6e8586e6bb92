"""Numbering of documents.

A *standard* sequence draws from a PostgreSQL sequence: fast, never blocks, may leave gaps after a rollback.
A *no gap* sequence counts in its own row under a named lock: every number is used, one document at a time.
"""
from collections import namedtuple
from datetime import timedelta

import pytz

from core import _, api, fields, models
from core.db import sequences
from core.exceptions import UserError
from core.tools import ormcache

_Settings = namedtuple("_Settings", "name implementation prefix suffix padding increment use_date_range")

# The placeholders of a prefix or suffix, with their strftime formats.
_DATE_PARTS = {
    "year": "%Y", "month": "%m", "day": "%d", "y": "%y", "doy": "%j", "woy": "%W", "weekday": "%w",
    "h24": "%H", "h12": "%I", "min": "%M", "sec": "%S", "isoyear": "%G", "isoy": "%g", "isoweek": "%V",
}


def _postgres_name(sequence_id, range_id=None):
    name = f"ir_sequence_{sequence_id:03d}"
    return f"{name}_{range_id:03d}" if range_id else name


def _draw_without_gap(record, table, increment, count):
    """Take `count` numbers from the row of `record`, holding the row's named lock until the commit."""
    cr = record.env.cr
    record.flush_recordset(["number_next"])
    cr.lock_hot(f"{table}:{record.id}")
    cr.run(
        f'UPDATE "{table}" SET number_next = number_next + %s WHERE id = %s RETURNING number_next',
        [increment * count, record.id],
    )
    after = cr.fetchone()[0]
    record.invalidate_recordset(["number_next"], flush=False)
    first = after - increment * count
    return [first + increment * index for index in range(count)]


class IrSequence(models.Model):
    _name = "ir.sequence"
    _description = "Sequence"
    _order = "name, id"
    _allow_sudo_commands = False

    name = fields.Char(required=True)
    code = fields.Char(string="Sequence Code")
    implementation = fields.Selection(
        [("standard", "Standard"), ("no_gap", "No gap")],
        string="Implementation", required=True, default="standard",
        help="Standard is fast but may leave gaps when a transaction is cancelled. "
             "No gap uses every number and lets one document at a time take one.",
    )
    active = fields.Boolean(default=True)
    prefix = fields.Char(help="Text before the number", trim=False)
    suffix = fields.Char(help="Text after the number", trim=False)
    number_next = fields.Integer(string="Next Number", required=True, default=1)
    number_next_actual = fields.Integer(
        compute="_compute_number_next_actual", inverse="_inverse_number_next_actual",
        string="Actual Next Number", help="The number the next document will get.",
    )
    number_increment = fields.Integer(string="Step", required=True, default=1)
    padding = fields.Integer(string="Sequence Size", required=True, default=0, help="Digits, filled up with zeros")
    company_id = fields.Many2one("res.company", string="Company", default=lambda self: self.env.company)
    use_date_range = fields.Boolean(string="Use subsequences per date_range")
    date_range_ids = fields.One2many("ir.sequence.date_range", "sequence_id", string="Subsequences")

    # -- life of the PostgreSQL sequence ----------------------------------------------------------

    @api.model_create_multi
    def create(self, vals_list):
        created = super().create(vals_list)
        for sequence in created:
            if sequence.implementation == "standard":
                sequence._create_counter(_postgres_name(sequence.id), sequence.number_increment or 1, sequence.number_next)
        self._forget_settings()
        return created

    def write(self, vals):
        for sequence in self:
            sequence._adapt_postgres(vals)
        result = super().write(vals)
        self._forget_settings()
        return result

    def _create_counter(self, name, increment, start):
        sequences.create(self.env.cr, name, increment=increment, start=start or 1)

    @api.constrains("number_increment")
    def _check_increment(self):
        for sequence in self:
            if not sequence.number_increment:
                raise UserError(_("The step of the sequence “%s” must not be zero.", sequence.name))

    def _adapt_postgres(self, vals):
        """Create, alter or drop the PostgreSQL sequences as the implementation, step or next number changes."""
        cr = self.env.cr
        new_kind = vals.get("implementation", self.implementation)
        increment = vals.get("number_increment", self.number_increment)
        parts = [(_postgres_name(self.id), self)]
        parts += [(_postgres_name(self.id, part.id), part) for part in self.date_range_ids]
        if self.implementation == "standard" and new_kind == "no_gap":
            for _name, part in parts:
                part._keep_counter()
            sequences.drop(cr, [name for name, _part in parts])
        elif self.implementation == "no_gap" and new_kind == "standard":
            for name, part in parts:
                start = vals.get("number_next", part.number_next) if part == self else part.number_next
                self._create_counter(name, increment, start)
        elif new_kind == "standard":
            if "number_increment" in vals:
                for name, _part in parts:
                    sequences.alter(cr, name, increment=increment)
            if "number_next" in vals:
                sequences.alter(cr, parts[0][0], restart=vals["number_next"])

    def _keep_counter(self):
        super().write({"number_next": sequences.predict(self.env.cr, _postgres_name(self.id))})

    def unlink(self):
        names = [_postgres_name(sequence.id) for sequence in self]
        self.date_range_ids.unlink()
        result = super().unlink()
        sequences.drop(self.env.cr, names)
        self._forget_settings()
        return result

    def _forget_settings(self):
        self.env.registry.clear_cache()

    @api.depends("number_next", "implementation")
    def _compute_number_next_actual(self):
        for sequence in self:
            if not isinstance(sequence.id, int):
                sequence.number_next_actual = sequence.number_next or 1
            elif sequence.implementation == "standard":
                sequence.number_next_actual = sequences.predict(self.env.cr, _postgres_name(sequence.id))
            else:
                sequence.number_next_actual = sequence.number_next

    def _inverse_number_next_actual(self):
        for sequence in self:
            sequence.write({"number_next": sequence.number_next_actual or 1})

    # -- drawing numbers --------------------------------------------------------------------------

    @api.model
    def next_by_code(self, sequence_code, sequence_date=None):
        """Next number of the sequence with this code, the company's own one first.

        :param sequence_date: date that chooses the sub-sequence; default: context `ir_sequence_date`, then today
        :return: text, or False when no sequence has the code
        """
        sequence_id = self._id_by_code(sequence_code)
        return self.browse(sequence_id).sudo()._next(sequence_date=sequence_date) if sequence_id else False

    @api.model
    def get(self, code):
        """The name `next_by_code` had before; programs outside still call it."""
        return self.next_by_code(code)

    @api.model
    def next_many_by_code(self, sequence_code, sequence_dates):
        """One number for each date in `sequence_dates` (None: today), drawn in as few statements as possible."""
        sequence_id = self._id_by_code(sequence_code)
        if not sequence_id:
            return [False] * len(sequence_dates)
        sequence = self.browse(sequence_id).sudo()
        positions_by_date = {}
        for position, date in enumerate(sequence_dates):
            positions_by_date.setdefault(date, []).append(position)
        numbers = [False] * len(sequence_dates)
        for date, positions in positions_by_date.items():
            for position, number in zip(positions, sequence._next_many(len(positions), date)):
                numbers[position] = number
        return numbers

    def next_by_id(self, sequence_date=None):
        """Next number of this sequence."""
        self.browse().check_access("read")
        return self.sudo()._next(sequence_date=sequence_date)

    @api.model
    def _id_by_code(self, sequence_code):
        self.browse().check_access("read")
        return self._cached_id_by_code(sequence_code, self.env.company.id)

    @ormcache("sequence_code", "company_id")
    def _cached_id_by_code(self, sequence_code, company_id):
        return self.sudo().search(
            [("code", "=", sequence_code), ("company_id", "in", [company_id, False])],
            order="company_id", limit=1,
        ).id

    def _next(self, sequence_date=None):
        return self._next_many(1, sequence_date)[0]

    def _next_many(self, count, sequence_date=None):
        settings = self._settings()
        if not settings.use_date_range:
            return [self._format(settings, number, sequence_date) for number in self._draw_numbers(settings, count)]
        date = fields.Date.to_date(sequence_date or self.env.context.get("ir_sequence_date") or fields.Date.today())
        part = self.date_range_ids._covering(date) or self._create_date_range_seq(date)
        return part._next_many(count, sequence_date=date)

    def _next_do(self):
        settings = self._settings()
        return self._format(settings, self._draw_numbers(settings, 1)[0], None)

    def _draw_numbers(self, settings, count):
        if settings.implementation == "standard":
            return sequences.next_values(self.env.cr, _postgres_name(self.id), count)
        return _draw_without_gap(self, "ir_sequence", settings.increment, count)

    def _settings(self):
        self.ensure_one()
        return self._cached_settings(self.id)

    @ormcache("sequence_id")
    def _cached_settings(self, sequence_id):
        sequence = self.browse(sequence_id)
        return _Settings(
            sequence.name, sequence.implementation, sequence.prefix or "", sequence.suffix or "",
            sequence.padding, sequence.number_increment, sequence.use_date_range,
        )

    # -- formatting -------------------------------------------------------------------------------

    def get_next_char(self, number_next):
        """Prefix, padded number and suffix as the document shows them."""
        return self._format(self._settings(), number_next, None)

    def _format(self, settings, number, date, date_range=None):
        prefix, suffix = self._get_prefix_suffix(date=date, date_range=date_range)
        return prefix + str(number).zfill(settings.padding) + suffix

    def _get_prefix_suffix(self, date=None, date_range=None):
        settings = self._settings()
        if "%" not in settings.prefix and "%" not in settings.suffix:
            return settings.prefix, settings.suffix
        values = self._interpolation_values(date, date_range)
        try:
            return settings.prefix % values, settings.suffix % values
        except (ValueError, TypeError, KeyError) as error:
            raise UserError(
                _("The prefix or suffix of the sequence “%s” uses an unknown placeholder.", settings.name)
            ) from error

    def _interpolation_values(self, date, date_range):
        """%(year)s is the document's date, %(range_year)s the sub-sequence's, %(current_year)s the present."""
        context = self.env.context
        now = pytz.utc.localize(fields.Datetime.now()).astimezone(pytz.timezone(context.get("tz") or "UTC"))
        effective = date or context.get("ir_sequence_date")
        effective = fields.Datetime.to_datetime(effective) if effective else now
        in_range = date_range or context.get("ir_sequence_date_range")
        in_range = fields.Datetime.to_datetime(in_range) if in_range else effective
        values = {}
        for key, form in _DATE_PARTS.items():
            values[key] = effective.strftime(form)
            values[f"range_{key}"] = in_range.strftime(form)
            values[f"current_{key}"] = now.strftime(form)
        return values

    def _create_date_range_seq(self, date):
        """Create the sub-sequence of the calendar year around `date`, cut short by its neighbours."""
        date_from = date.replace(month=1, day=1)
        date_to = date.replace(month=12, day=31)
        for other in self.date_range_ids:
            if date < other.date_from <= date_to:
                date_to = other.date_from - timedelta(days=1)
            if date_from <= other.date_to < date:
                date_from = other.date_to + timedelta(days=1)
        return self.env["ir.sequence.date_range"].sudo().create(
            {"date_from": date_from, "date_to": date_to, "sequence_id": self.id}
        )


class IrSequenceDateRange(models.Model):
    _name = "ir.sequence.date_range"
    _description = "Sequence Date Range"
    _rec_name = "sequence_id"
    _order = "date_from, id"
    _allow_sudo_commands = False

    date_from = fields.Date(string="From", required=True)
    date_to = fields.Date(string="To", required=True)
    sequence_id = fields.Many2one(
        "ir.sequence", string="Main Sequence", required=True, ondelete="cascade", index=True)
    number_next = fields.Integer(string="Next Number", required=True, default=1)
    number_next_actual = fields.Integer(
        compute="_compute_number_next_actual", inverse="_inverse_number_next_actual", string="Actual Next Number")

    _sql_constraints = [
        ("unique_range_per_sequence", "unique (sequence_id, date_from, date_to)",
         "A sequence cannot have two sub-sequences for the same dates."),
    ]

    @api.model_create_multi
    def create(self, vals_list):
        parts = super().create(vals_list)
        for part in parts:
            if part.sequence_id.implementation == "standard":
                part.sequence_id._create_counter(
                    _postgres_name(part.sequence_id.id, part.id), part.sequence_id.number_increment, part.number_next)
        return parts

    def write(self, vals):
        if "number_next" in vals:
            for part in self:
                if part.sequence_id.implementation == "standard":
                    sequences.alter(
                        self.env.cr, _postgres_name(part.sequence_id.id, part.id), restart=vals["number_next"])
        return super().write(vals)

    def unlink(self):
        names = [_postgres_name(part.sequence_id.id, part.id) for part in self]
        result = super().unlink()
        sequences.drop(self.env.cr, names)
        return result

    def _keep_counter(self):
        name = _postgres_name(self.sequence_id.id, self.id)
        super().write({"number_next": sequences.predict(self.env.cr, name)})

    def _covering(self, date):
        """The sub-sequence in self whose dates contain `date`, or an empty recordset."""
        return self.filtered(lambda part: part.date_from <= date <= part.date_to)[:1]

    def _next(self, sequence_date=None):
        return self._next_many(1, sequence_date)[0]

    def _next_many(self, count, sequence_date=None):
        sequence = self.sequence_id
        settings = sequence._settings()
        if settings.implementation == "standard":
            numbers = sequences.next_values(self.env.cr, _postgres_name(sequence.id, self.id), count)
        else:
            numbers = _draw_without_gap(self, "ir_sequence_date_range", settings.increment, count)
        date = sequence_date or self.env.context.get("ir_sequence_date")
        return [sequence._format(settings, number, date, self.date_from) for number in numbers]

    @api.depends("number_next")
    def _compute_number_next_actual(self):
        for part in self:
            if isinstance(part.id, int) and part.sequence_id.implementation == "standard":
                part.number_next_actual = sequences.predict(
                    self.env.cr, _postgres_name(part.sequence_id.id, part.id))
            else:
                part.number_next_actual = part.number_next or 1

    def _inverse_number_next_actual(self):
        for part in self:
            part.write({"number_next": part.number_next_actual or 1})
