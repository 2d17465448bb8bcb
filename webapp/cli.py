"""The operator's commands: `python -m webapp.cli serve`, `… migrate`.

Every command reads the app's environment (webapp/config.py) and says in words what is wrong with it.
"""

import argparse
import os
import sys
from collections.abc import Sequence

from sqlalchemy.exc import OperationalError

from webapp.config import ConfigError, Settings
from webapp.migrate import migrate
from webapp.server import AddressTaken, AddressUnavailable, serve


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
    return parser


def _run(chosen: argparse.Namespace, settings: Settings) -> int:
    if chosen.command == "migrate" or chosen.migrate:
        settings.data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
        migrate(settings.database_url)
    if chosen.command == "serve":
        serve(settings)
    return 0


def _explain(words: str) -> int:
    print(f"Rebound cannot start: {words}", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
