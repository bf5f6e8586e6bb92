"""A dict that forgets what was used least recently."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Iterator, MutableMapping
from typing import Any


class LRU(MutableMapping[Any, Any]):
    """At most ``count`` entries; safe to share between threads."""

    __slots__ = ("_entries", "_lock", "count")

    def __init__(self, count: int, pairs: Any = ()) -> None:
        self.count = max(count, 1)
        self._lock = threading.Lock()
        self._entries: OrderedDict[Any, Any] = OrderedDict()
        for key, value in pairs:
            self[key] = value

    def __getitem__(self, key: Any) -> Any:
        entries = self._entries
        value = entries[key]
        try:
            entries.move_to_end(key)
        except KeyError:
            pass  # another thread dropped it meanwhile; the value read is still good
        return value

    def __setitem__(self, key: Any, value: Any) -> None:
        with self._lock:
            self._entries[key] = value
            self._entries.move_to_end(key)
            while len(self._entries) > self.count:
                self._entries.popitem(last=False)

    def __delitem__(self, key: Any) -> None:
        with self._lock:
            del self._entries[key]

    def __contains__(self, key: object) -> bool:
        return key in self._entries

    def __len__(self) -> int:
        return len(self._entries)

    def __iter__(self) -> Iterator[Any]:
        return iter(list(self._entries))

    def clear(self) -> None:
        with self._lock:
            self._entries.clear()

    @property
    def d(self) -> OrderedDict[Any, Any]:
        return self._entries
