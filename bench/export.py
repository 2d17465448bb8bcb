"""Measures "everything about me": `python -m bench.export [sqlite] [postgresql]`, of an account as full as one may be.

A process of its own reads the export to its end, so that what its memory grows by is the export's and nothing else's.
"""

from __future__ import annotations

import multiprocessing
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import psutil  # type: ignore[import-untyped]  # its types are a package of their own

from bench.journals import fill
from bench.server import database
from tests.factories import a_settings, an_account
from webapp import create_app
from webapp.database import create_engine_for
from webapp.migrate import migrate
from webapp.portability.export import export_account
from webapp.sync.quota import MAX_ROWS

NOW = datetime(2026, 11, 23, tzinfo=UTC)


class Exported(NamedTuple):
    megabytes: float
    seconds: float
    grown_by_mb: float
    """How much more memory the process had after any piece than before the first."""
    largest_piece_kb: float


def main(kinds: list[str]) -> None:
    for kind in kinds or ["sqlite", "postgresql"]:
        with tempfile.TemporaryDirectory() as folder, database(kind, Path(folder)) as url:
            migrate(url)
            app = create_app(a_settings(database_url=url, data_dir=Path(folder)))
            full, empty = an_account(app), an_account(app, name="Nobody yet")
            fill(app.extensions["rebound"].engine, full.id, count=MAX_ROWS, seed=1)
            app.extensions["rebound"].engine.dispose()
            with multiprocessing.get_context("spawn").Pool(1) as pool:
                it = pool.apply(export, (url, empty.id, full.id))
            print(
                f"{kind}: {MAX_ROWS:,} rows, {it.megabytes:.0f} MB in {it.seconds:.1f} s; "
                f"memory up by {it.grown_by_mb:.1f} MB, largest piece {it.largest_piece_kb:.0f} KB"
            )


def export(url: str, empty_id: str, full_id: str) -> Exported:
    engine = create_engine_for(url)
    # Whatever is loaded once is loaded by the first one.
    for _ in export_account(engine, empty_id, now=NOW):
        pass
    process = psutil.Process()
    before, begun = process.memory_info().rss, time.perf_counter()
    total = largest = grown_by = 0
    for piece in export_account(engine, full_id, now=NOW):
        total += len(piece)
        largest = max(largest, len(piece))
        grown_by = max(grown_by, process.memory_info().rss - before)
    seconds = time.perf_counter() - begun
    engine.dispose()
    return Exported(total / 1e6, seconds, grown_by / 1e6, largest / 1e3)


if __name__ == "__main__":
    main(sys.argv[1:])
