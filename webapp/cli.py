"""The operator's commands: `python -m webapp.cli serve`, `… migrate`, `… restored`, `… link-code ACCOUNT`,
`… sign-out ACCOUNT`.

Every command reads the app's environment (webapp/config.py) and says in words what is wrong with it.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from datetime import UTC, datetime

from sqlalchemy.exc import OperationalError

from webapp.accounts.accounts import find_accounts
from webapp.accounts.linking import open_operator_link
from webapp.accounts.sessions import AccountCard
from webapp.accounts.signed_in_devices import sign_out_everywhere
from webapp.config import ConfigError, Settings
from webapp.database import begin_write, create_engine_for
from webapp.migrate import migrate
from webapp.security_events import configure_logging, note_by_operator
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
    linking = commands.add_parser("link-code", help="let somebody in who is locked out of their account")
    ending = commands.add_parser("sign-out", help="end all sessions of an account")
    for command in (linking, ending):
        command.add_argument(
            "account", metavar="ACCOUNT", help="the account's id, or its name where only one has it"
        )
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
        case "link-code":
            return _print_link_code(settings, chosen.account)
        case "sign-out":
            return _end_sessions(settings, chosen.account)
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


def _print_link_code(settings: Settings, wanted: str) -> int:
    """Nobody confirms this code on another device: the operator does, by giving it to the right person."""
    engine = create_engine_for(settings.database_url)
    found = find_accounts(engine, wanted)
    if len(found) != 1:
        engine.dispose()
        return _say_who_is_there(wanted, found)
    link = open_operator_link(engine, found[0].id, now=datetime.now(UTC))
    engine.dispose()
    configure_logging()
    note_by_operator("operator_link_code_made", settings, found[0].id)
    print(
        f"For the account {_called(found[0])}, once, until {link.expires_at:%H:%M} UTC:\n\n"
        f"    {link.code}\n\n"
        f"It is typed in at {settings.origin}/link and opens the account by itself: give it only to somebody you know\n"
        "to be its owner, by a way that nobody else reads. All devices of the account are told that it was used."
    )
    return 0


def _end_sessions(settings: Settings, wanted: str) -> int:
    engine = create_engine_for(settings.database_url)
    found = find_accounts(engine, wanted)
    if len(found) == 1:
        ended = sign_out_everywhere(engine, account_id=found[0].id)
    engine.dispose()
    if len(found) != 1:
        return _say_who_is_there(wanted, found)
    configure_logging()
    note_by_operator("operator_ended_sessions", settings, found[0].id)
    print(
        f"Ended: {ended} of the account {_called(found[0])}. Its devices keep what they hold and ask to sign in."
    )
    return 0


def _say_who_is_there(wanted: str, found: list[AccountCard]) -> int:
    if not found:
        print(f"No account has the id or the name {wanted!r}.", file=sys.stderr)
        return 1
    print(f"{len(found)} accounts have the name {wanted!r}. Say which one by its id:", file=sys.stderr)
    for account in found:
        print(f"    {_called(account)}", file=sys.stderr)
    return 1


def _called(account: AccountCard) -> str:
    return f"{account.id} ({account.name or 'without a name'}, since {account.created_at:%Y-%m-%d})"


def _explain(words: str) -> int:
    print(f"Rebound cannot start: {words}", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
