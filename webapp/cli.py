"""The operator's commands: `python -m webapp.cli serve`, `… migrate`.

Every command reads the same environment as the app (webapp/config.py) and says in words what is wrong with it.
"""

import argparse
import os
import sys
from collections.abc import Sequence

from webapp.config import ConfigError, Settings


def main(arguments: Sequence[str] | None = None) -> int:
    chosen = _parser().parse_args(arguments)
    try:
        settings = Settings.from_environment(os.environ)
        return COMMANDS[chosen.command](settings)
    except ConfigError as error:
        print(f"Rebound cannot start: {error}", file=sys.stderr)
        return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="rebound", description="Serve Rebound and look after its database.")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("serve", help="serve the app until interrupted")
    commands.add_parser("migrate", help="bring the database's tables up to date")
    return parser


def serve(settings: Settings) -> int:
    from webapp.server import AddressTaken, run

    try:
        run(settings)
    except AddressTaken:
        print(
            f"Rebound cannot start: something else already uses port {settings.port} on {settings.host}. "
            f"Stop it, or choose another port: PORT={settings.port + 1} ./bin/run",
            file=sys.stderr,
        )
        return 1
    return 0


def migrate(settings: Settings) -> int:
    from webapp.migrate import migrate as upgrade

    settings.data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
    upgrade(settings.database_url)
    return 0


COMMANDS = {"serve": serve, "migrate": migrate}


if __name__ == "__main__":
    sys.exit(main())
