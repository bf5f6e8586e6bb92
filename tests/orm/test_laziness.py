"""Writing late changes nothing: random work gives the same records whether it is flushed after every step or never."""
from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

FIELDS = {
    "library.author": ["name", "code", "active", "book_ids", "book_count", "page_count"],
    "library.genre": ["name", "parent_id", "parent_path", "complete_name", "book_ids"],
    "library.book": ["name", "author_id", "author_code", "author_name_stored", "pages", "price", "rental", "state", "genre_ids",
                     "loan_ids", "loan_count", "last_reader", "shelf", "label"],
    "library.loan": ["book_id", "reader", "days", "fee"],
    "library.audio": ["name", "book_id", "author_id", "pages", "minutes", "label"],
}

number = st.integers(0, 5)
text = st.sampled_from(["Kiều", "Chí Phèo", "Số đỏ", 'quote " \\ {x}'])
line = st.fixed_dictionaries({"reader": text, "days": number})
step = st.one_of(
    st.tuples(st.just("author"), text),
    st.tuples(st.just("genre"), text, st.none() | number),
    st.tuples(st.just("book"), text, st.none() | number, number, st.lists(number, max_size=3), st.lists(line, max_size=2)),
    st.tuples(st.just("audio"), text, st.none() | number),
    st.tuples(st.just("write_author"), number, st.sampled_from(["name", "code"]), text),
    st.tuples(st.just("translate"), number, text),
    st.tuples(st.just("archive"), number),
    st.tuples(st.just("write_book"), number, st.sampled_from(["price", "pages", "rental"]), number),
    st.tuples(st.just("move_book"), number, st.none() | number),
    st.tuples(st.just("label"), number, text),
    st.tuples(st.just("shelf"), number, text),
    st.tuples(st.just("genres"), number, st.sampled_from([3, 4, 5, 6]), number),
    st.tuples(st.just("loans"), number, st.sampled_from([0, 1, 2, 3, 5]), number, line),
    st.tuples(st.just("books_of_author"), number, st.sampled_from([2, 3, 4]), number),
    st.tuples(st.just("move_genre"), number, st.none() | number),
    st.tuples(st.just("books_of_genre"), number, st.sampled_from([3, 4]), number),
    st.tuples(st.just("loan"), number, number, line),
    st.tuples(st.just("copy"), number),
    st.tuples(st.just("unlink"), st.sampled_from(sorted(FIELDS)), number),
    st.tuples(st.just("read"), st.sampled_from(sorted(FIELDS)), number),
)


class World:
    """Carries out steps; remembers records by the order of their creation."""

    def __init__(self, env, eager: bool) -> None:
        self.env = env
        self.eager = eager
        self.records = {name: [] for name in FIELDS}

    def pick(self, name, index):
        records = self.records[name]
        return records[index % len(records)] if records and index is not None else self.env[name]

    def add(self, record):
        self.records[record._name].append(record)

    def collect(self):
        """Take in records that were created along with others."""
        for name, known in self.records.items():
            found = self.env[name].with_context(active_test=False).search([], order="id")
            known[:] = list(found)

    def run(self, steps):
        for action, *args in steps:
            try:
                getattr(self, action)(*args)
            except Refusal:
                pass
            if self.eager:
                self.env.flush_all()
                self.env.invalidate_all()

    def author(self, name):
        self.add(self.env["library.author"].create({"name": name}))

    def genre(self, name, parent):
        self.add(self.env["library.genre"].create({"name": name, "parent_id": self.pick("library.genre", parent).id}))

    def book(self, name, author, price, genres, loans):
        genre_ids = [self.pick("library.genre", index).id for index in genres if self.records["library.genre"]]
        book = self.env["library.book"].create({
            "name": name, "author_id": self.pick("library.author", author).id, "price": price,
            "genre_ids": [(6, 0, genre_ids)], "loan_ids": [(0, 0, loan) for loan in loans]})
        self.add(book)
        for loan in book.loan_ids:
            self.add(loan)

    def audio(self, name, author):
        audio = self.env["library.audio"].create({"name": name, "author_id": self.pick("library.author", author).id})
        self.add(audio)
        self.add(audio.book_id)

    def write_author(self, index, field, value):
        author = self.pick("library.author", index)
        if field == "code":
            value = f"{value}{author.id}"
            value = f"{self.records['library.author'].index(author)}-{value[:1]}" if author else value
        author.write({field: value})

    def translate(self, index, value):
        self.pick("library.author", index).with_context(lang="vi_VN").write({"name": value})

    def archive(self, index):
        self.pick("library.author", index).toggle_active()

    def write_book(self, index, field, value):
        self.pick("library.book", index).write({field: value})

    def move_book(self, index, author):
        self.pick("library.book", index).author_id = self.pick("library.author", author)

    def label(self, index, value):
        self.pick("library.book", index).label = f"x: {value}"

    def shelf(self, index, value):
        self.pick("library.book", index).shelf = value

    def genres(self, index, code, genre):
        target = self.pick("library.genre", genre)
        if target:
            command = (code, target.id, 0) if code in (3, 4) else (code, 0, [target.id] if code == 6 else 0)
            self.pick("library.book", index).write({"genre_ids": [command]})

    def loans(self, index, code, loan, values):
        book = self.pick("library.book", index)
        if not book:
            return
        if code == 0:
            book.write({"loan_ids": [(0, 0, values)]})
            self.add(book.loan_ids[-1])
            return
        loans = book.loan_ids
        if code == 5:
            gone = loans
            book.write({"loan_ids": [(5, 0, 0)]})
        elif loans:
            target = loans[loan % len(loans)]
            gone = target if code in (2, 3) else target.browse()
            book.write({"loan_ids": [(code, target.id, values if code == 1 else 0)]})
        else:
            return
        self.records["library.loan"] = [r for r in self.records["library.loan"] if r not in gone]

    def books_of_author(self, index, code, book):
        author, target = self.pick("library.author", index), self.pick("library.book", book)
        if author and target and code != 2:
            author.write({"book_ids": [(code, target.id, 0)]})

    def move_genre(self, index, parent):
        genre, above = self.pick("library.genre", index), self.pick("library.genre", parent)
        if genre and genre not in _lineage(above):
            genre.parent_id = above

    def books_of_genre(self, index, code, book):
        genre, target = self.pick("library.genre", index), self.pick("library.book", book)
        if genre and target:
            genre.write({"book_ids": [(code, target.id, 0)]})

    def loan(self, index, book, values):
        target = self.pick("library.book", book)
        if target:
            self.add(self.env["library.loan"].create({**values, "book_id": target.id}))

    def copy(self, index):
        book = self.pick("library.book", index)
        if book:
            copy = book.copy()
            self.add(copy)
            for loan in copy.loan_ids:
                self.add(loan)

    def unlink(self, name, index):
        record = self.pick(name, index)
        if not record or (name == "library.author" and record.with_context(active_test=False).book_ids):
            return
        record.unlink()
        for model, records in self.records.items():
            self.records[model] = [r for r in records if r.exists()]

    def read(self, name, index):
        record = self.pick(name, index)
        if record:
            record.read(FIELDS[name])

    def snapshot(self):
        position = {(name, record.id): index for name, records in self.records.items() for index, record in enumerate(records)}
        result = {}
        for name, records in self.records.items():
            for index, record in enumerate(records):
                for field in FIELDS[name]:
                    result[name, index, field] = self._plain(record.with_context(active_test=False), field, position)
        for index, record in enumerate(self.records["library.author"]):
            result["library.author", index, "name vi"] = record.with_context(lang="vi_VN").name
        return result

    @staticmethod
    def _plain(record, name, position):
        value = record[name]
        if name == "parent_path":
            return [position[record._name, int(part)] for part in value.split("/") if part]
        if record._fields[name].comodel_name:
            places = [position[value._name, line.id] for line in value]
            return sorted(places) if record._fields[name].type != "many2one" else places
        return value


class Refusal(Exception):
    pass


def _lineage(genre):
    lineage = genre
    while genre.parent_id:
        genre = genre.parent_id
        lineage |= genre
    return lineage


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(steps=st.lists(step, min_size=3, max_size=25))
def test_flushing_late_changes_nothing(lib, steps):
    snapshots = []
    for eager in (True, False):
        savepoint = lib.cr.savepoint()
        try:
            world = World(lib, eager)
            world.run(steps)
            memory = world.snapshot()
            lib.flush_all()
            lib.invalidate_all()
            assert world.snapshot() == memory, "what is read from memory is what is in the database"
            snapshots.append(memory)
        finally:
            savepoint.close(rollback=True)
    assert snapshots[0] == snapshots[1]
