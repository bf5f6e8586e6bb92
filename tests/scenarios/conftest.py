"""A shop in the worker's database; what a test does there is rolled back."""

from __future__ import annotations

from typing import Any

import pytest

from tests.scenarios.shop import Shop


@pytest.fixture
def shop(env: Any) -> Shop:
    return Shop(env)
