"""One statement that is its own transaction, straight to the driver: for what every request does before its view.

Without BEGIN and COMMIT it is one way to the database instead of three, and SQLAlchemy's bookkeeping is left out, which
cost more than the statement (bench/layer.py). It is written in Core all the same, whose types translate the values.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from sqlalchemy import Dialect, Engine, Select, TextClause, Update
from sqlalchemy.exc import DBAPIError

Processor = Callable[[Any], Any]
Statement = Select[*tuple[Any, ...]] | Update | TextClause


def run_alone(engine: Engine, statement: Statement, values: dict[str, Any]) -> tuple[Any, ...] | None:
    """The first row, if there is one. The statement may run a second time, so it must be one that can."""
    prepared = _prepare(statement, engine.dialect)
    pooled = engine.raw_connection()
    try:
        driver: Any = pooled.driver_connection
        cursor = driver.execute(prepared.sql, prepared.parameters(values))
        row = cursor.fetchone() if prepared.has_rows else None
    except engine.dialect.loaded_dbapi.Error:
        # Perhaps only this connection is dead. The long way finds out, and knows what to call the error.
        pooled.invalidate()
        return _run_the_long_way(engine, statement, values)
    finally:
        pooled.close()
    return prepared.row(row) if row is not None else None


def _run_the_long_way(
    engine: Engine, statement: Statement, values: dict[str, Any], *, may_retry: bool = True
) -> tuple[Any, ...] | None:
    try:
        with engine.connect().execution_options(rebound_begin="nothing") as connection:
            result = connection.execute(statement, values)
            row = result.first() if result.returns_rows else None
            return tuple(row) if row is not None else None
    except DBAPIError as error:
        # A dead connection takes all that were made before it out of the pool, so the next one is new.
        if not (may_retry and error.connection_invalidated):
            raise
    return _run_the_long_way(engine, statement, values, may_retry=False)


@dataclass(frozen=True)
class _Prepared:
    sql: str
    names: list[str]
    """Of the parameters, in the statement's order."""
    is_positional: bool
    has_rows: bool
    """Known beforehand: the drivers would describe every column to say so."""
    bind: dict[str, Processor]
    result: list[Processor | None]

    def parameters(self, values: dict[str, Any]) -> Any:
        bound = {
            name: self.bind[name](values[name]) if name in self.bind else values[name] for name in self.names
        }
        return list(bound.values()) if self.is_positional else bound

    def row(self, row: tuple[Any, ...]) -> tuple[Any, ...]:
        if not self.result:
            return row
        return tuple(
            process(value) if process else value for process, value in zip(self.result, row, strict=True)
        )


# The statements of the program are few and made once; the bound is for tests, which make many engines.
@lru_cache(maxsize=64)
def _prepare(statement: Statement, dialect: Dialect) -> _Prepared:
    compiled = statement.compile(dialect=dialect)
    bind: dict[str, Processor] = {
        name: process
        for name, parameter in compiled.binds.items()
        if (process := parameter.type.dialect_impl(dialect).bind_processor(dialect))
    }
    columns = statement.selected_columns if isinstance(statement, Select) else ()
    sql = str(compiled)
    return _Prepared(
        sql=sql,
        names=list(compiled.positiontup or compiled.binds),
        is_positional=compiled.positiontup is not None,
        has_rows=sql.startswith("SELECT") or "RETURNING" in sql,
        bind=bind,
        result=[column.type.dialect_impl(dialect).result_processor(dialect, None) for column in columns],
    )
