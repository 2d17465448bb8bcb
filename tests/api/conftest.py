from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from time_machine import Traveller, travel


@pytest.fixture
def later() -> Iterator[Traveller]:
    """A clock that goes on by itself and can be put forward: `later.shift(timedelta(…))`."""
    with travel(datetime.now(UTC), tick=True) as clock:
        yield clock
