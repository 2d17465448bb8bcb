"""Once a day, beside the requests: what lay in the trash for thirty days is erased (webapp/sync/purge.py), earlier
versions are thinned (webapp/sync/thin.py), and the traces of accounts deleted a year ago are forgotten
(webapp/accounts/deletion.py).

Each worker does it for itself, because that needs no leader: whoever comes second finds nothing left to do.
"""

import logging
import random
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime

from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError

from webapp.accounts.deletion import forget_traces
from webapp.sync.purge import purge
from webapp.sync.thin import thin

# A server that was just started has people waiting for it; the trash can wait some minutes more.
FIRST_AFTER_S = 300.0
EVERY_S = 24 * 3600.0

log = logging.getLogger(__name__)


def start(engine: Engine) -> None:
    """Keeps house until the process ends."""
    threading.Thread(target=keep_house, args=(engine, time.sleep), name="housekeeping", daemon=True).start()


def keep_house(engine: Engine, sleep: Callable[[float], object]) -> None:
    """Never returns by itself. `sleep` takes seconds; what it raises ends the work."""
    # Workers start together; spread out, the second one mostly finds the work done.
    sleep(FIRST_AFTER_S * random.uniform(1, 2))  # noqa: S311 (a spread, not a secret)
    while True:
        try:
            done = purge(engine, now=datetime.now(UTC))
            thinned = thin(engine, now=datetime.now(UTC))
            forget_traces(engine, now=datetime.now(UTC))
        except SQLAlchemyError as error:
            # Busy, full or away: people notice that elsewhere; what is left is done tomorrow.
            log.warning("the house was not kept: %s", type(error).__name__)
        else:
            if done.erased or done.forgotten:
                log.info("trash: %d entries erased, %d traces forgotten", done.erased, done.forgotten)
            if thinned:
                log.info("earlier versions: %d thinned out", thinned)
        sleep(EVERY_S)
