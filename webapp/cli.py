"""The operator's commands: `python -m webapp.cli serve`, `… migrate`, `… restored`.

Every command reads the app's environment (webapp/config.py) and says in words what is wrong with it.
"""

import argparse
import os
import sys
from collections.abc import Sequence

from sqlalchemy.exc import OperationalError

from webapp.config import ConfigError, Settings
from webapp.database import begin_write, create_engine_for
from webapp.migrate import migrate
from webapp.server import AddressTaken, AddressUnavailable, serve
from webapp.sync.history import begin_new_history


def main(arguments: Sequence[str] | None = None) -> int:
    chosen = _parser().parse_args(arguments)
    try:
        return _run(chosen, Settings.from_environment(os.environ))
    except ConfigError as error:
        return _explain(str(error))
    except AddressTaken as taken:
        return _explain(
            f"something else already uses port {taken.port} on {taken.host}. "
            f"Stop it, or choose another port: PORT={taken.port + 1} ./bin/run"
        )
    except AddressUnavailable as wrong:
        return _explain(f"it may not listen on {wrong.host}, port {wrong.port}. Choose another HOST or PORT.")
    except OperationalError as error:
        return _explain(f"the database cannot be used: {error.orig}")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="rebound", description="Serve Rebound and look after its database.")
    commands = parser.add_subparsers(dest="command", required=True)
    serving = commands.add_parser("serve", help="serve the app until interrupted")
    serving.add_argument("--migrate", action="store_true", help="bring the tables up to date first")
    commands.add_parser("migrate", help="bring the database's tables up to date")
    commands.add_parser("restored", help="say that this database was just restored from a backup")
    return parser


def _run(chosen: argparse.Namespace, settings: Settings) -> int:
    match chosen.command:
        case "serve":
            if chosen.migrate:
                _migrate(settings)
            serve(settings)
        case "migrate":
            _migrate(settings)
        case "restored":
            _begin_new_history(settings)
    return 0


def _migrate(settings: Settings) -> None:
    settings.data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
    migrate(settings.database_url)


def _begin_new_history(settings: Settings) -> None:
    engine = create_engine_for(settings.database_url)
    with begin_write(engine) as connection:
        begin_new_history(connection)
    engine.dispose()
    print("A new history begins: devices send what this database lacks when they come by.")


def _explain(words: str) -> int:
    print(f"Rebound cannot start: {words}", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
