"""A small business of the tests' own: a library with books, loans and readers.

The models stand on a stand-in for addons/base, so that the ORM is tested without any addon.
"""
from __future__ import annotations

from core.orm import api, fields, models
from core.orm.registry import Registry

MODULE = "test_library"


class Users(models.Model):
    _module = MODULE
    _name = "res.users"
    _description = "User"

    name = fields.Char()
    company_id = fields.Many2one("res.company")
    company_ids = fields.Many2many("res.company", "user_company_rel", "user_id", "company_id")
    tz = fields.Char(default="UTC")

    def has_groups(self, groups):
        return False

    def _get_company_ids(self):
        return self.company_ids.ids


class Company(models.Model):
    _module = MODULE
    _name = "res.company"
    _description = "Company"
    _shared_rows = True

    name = fields.Char(required=True)


class Author(models.Model):
    _module = MODULE
    _name = "library.author"
    _description = "Author"
    _order = "name, id"
    _sql_constraints = [("code_unique", "UNIQUE (code)", "Each author needs a code of their own.")]

    name = fields.Char(required=True, translate=True)
    code = fields.Char()
    active = fields.Boolean(default=True)
    book_ids = fields.One2many("library.book", "author_id")
    book_count = fields.Integer(compute="_compute_book_count", store=True)
    page_count = fields.Integer(compute="_compute_page_count")

    @api.depends("book_ids")
    def _compute_book_count(self):
        for author in self:
            author.book_count = len(author.book_ids)

    @api.depends("book_ids.pages")
    def _compute_page_count(self):
        for author in self:
            author.page_count = sum(author.book_ids.mapped("pages"))


class Genre(models.Model):
    _module = MODULE
    _name = "library.genre"
    _description = "Genre"
    _parent_store = True

    name = fields.Char(required=True)
    parent_id = fields.Many2one("library.genre", ondelete="cascade")
    parent_path = fields.Char(index=True)
    complete_name = fields.Char(compute="_compute_complete_name", store=True, recursive=True)
    book_ids = fields.Many2many("library.book", "book_genre_rel", "genre_id", "book_id")

    @api.depends("name", "parent_id.complete_name")
    def _compute_complete_name(self):
        for genre in self:
            above = genre.parent_id
            genre.complete_name = f"{above.complete_name} / {genre.name}" if above else genre.name


class Book(models.Model):
    _module = MODULE
    _name = "library.book"
    _description = "Book"

    name = fields.Char(required=True, index="trigram")
    author_id = fields.Many2one("library.author", ondelete="restrict", index=True)
    author_code = fields.Char(related="author_id.code")
    author_name_stored = fields.Char(related="author_id.name", store=True)
    pages = fields.Integer(default=100)
    price = fields.Float(digits=(16, 2))
    rental = fields.Float(compute="_compute_rental", store=True, readonly=False, precompute=True)
    published = fields.Date()
    bought_at = fields.Datetime(default=lambda self: fields.Datetime.now())
    state = fields.Selection([("new", "New"), ("lent", "Lent"), ("lost", "Lost")], default="new")
    genre_ids = fields.Many2many("library.genre", "book_genre_rel", "book_id", "genre_id")
    loan_ids = fields.One2many("library.loan", "book_id", copy=True)
    loan_count = fields.Integer(compute="_compute_loans", store=True)
    last_reader = fields.Char(compute="_compute_loans", store=True)
    shelf = fields.Char(company_dependent=True)
    blurb = fields.Html()
    label = fields.Char(compute="_compute_label", inverse="_inverse_label", search="_search_label")

    @api.depends("price")
    def _compute_rental(self):
        for book in self:
            book.rental = book.price / 10

    @api.depends("loan_ids.reader", "loan_ids.days")
    def _compute_loans(self):
        for book in self:
            book.loan_count = len(book.loan_ids)
            book.last_reader = book.loan_ids[-1:].reader

    @api.depends("name", "author_id.name")
    def _compute_label(self):
        for book in self:
            book.label = f"{book.author_id.name}: {book.name}"

    def _inverse_label(self):
        for book in self:
            book.name = book.label.split(": ", 1)[-1]

    def _search_label(self, operator, value):
        return [("name", operator, value)]

    @api.constrains("pages")
    def _check_pages(self):
        for book in self:
            if book.pages < 0:
                raise models_error(book)


def models_error(book):
    from core.base.errors import ValidationError
    return ValidationError(f"{book.name}: a book cannot have {book.pages} pages.")


class Loan(models.Model):
    _module = MODULE
    _name = "library.loan"
    _description = "Loan"

    book_id = fields.Many2one("library.book", required=True, ondelete="cascade")
    reader = fields.Char()
    days = fields.Integer()
    fee = fields.Float(compute="_compute_fee", store=True)

    @api.depends("days", "book_id.rental")
    def _compute_fee(self):
        for loan in self:
            loan.fee = loan.days * loan.book_id.rental


class Media(models.Model):
    """Delegates to a book."""

    _module = MODULE
    _name = "library.audio"
    _description = "Audio book"
    _inherits = {"library.book": "book_id"}

    book_id = fields.Many2one("library.book", required=True, ondelete="cascade")
    minutes = fields.Integer()


class BookExtension(models.Model):
    _module = MODULE
    _inherit = "library.book"

    state = fields.Selection(selection_add=[("binding", "At the binder"), ("lost",)])
    isbn = fields.Char()

    def write(self, vals):
        return super().write(vals)


def make_registry(db_name: str, cr) -> Registry:
    registry = Registry(db_name)
    registry._definitions["base"] = [models.Base]  # not those of addons/base, which another test may have imported
    registry.load_module(MODULE)
    registry.setup_models()
    from core.orm.environment import Transaction
    cr.transaction = Transaction(registry, cr)
    registry.init_models(cr, list(registry.models))
    registry.ready = True
    return registry
