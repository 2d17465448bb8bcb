"""Recovery codes: ten words on paper that open the account when every passkey is lost.

Owns the rows of `recovery_codes`. A code is there until it is used, and then it is not: one DELETE decides who was
first. What a used code opens is an entrance (entrances.py), which forces a new passkey.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Engine, delete, func, insert, select

from webapp.accounts import entrances
from webapp.accounts.codes import hash_code, make_code
from webapp.accounts.entrances import EntranceKind
from webapp.accounts.models import RecoveryCode, Session
from webapp.accounts.notices import NoticeKind, leave_notice
from webapp.database import begin_read, begin_write

CODES = 10
# 140 bits, in seven groups of four.
LETTERS = 28


class UnknownCode(LookupError):
    """No such code: mistyped, used already, or replaced by newer ones. Which of these, nobody is told."""


@dataclass(frozen=True)
class CodesLeft:
    left: int
    made_at: datetime | None
    """None: there are none."""


def make_codes(engine: Engine, account_id: str, *, now: datetime) -> list[str]:
    """Ten new codes; the ones before are worth nothing from now on. They are not to be had a second time."""
    codes = [make_code(LETTERS) for _ in range(CODES)]
    rows = [{"code_hash": hash_code(code), "account_id": account_id, "made_at": now} for code in codes]
    with begin_write(engine) as connection:
        connection.execute(delete(RecoveryCode).where(RecoveryCode.account_id == account_id))
        connection.execute(insert(RecoveryCode), rows)
    return codes


def codes_left(engine: Engine, account_id: str) -> CodesLeft:
    statement = select(func.count(), func.max(RecoveryCode.made_at)).where(
        RecoveryCode.account_id == account_id
    )
    with begin_read(engine) as connection:
        return CodesLeft(*connection.execute(statement).one())


def use_code(
    engine: Engine, typed: str, *, browser: str, device: str, has_passkeys: bool, now: datetime
) -> None:
    """Open an entrance for this browser, and end every session of the account. Raises UnknownCode.

    Whoever lost their devices wants them shut out at once; a thief among them must not be able to undo it. So also
    whoever else stands in front of the account is sent away.
    """
    spend = (
        delete(RecoveryCode)
        .where(RecoveryCode.code_hash == hash_code(typed))
        .returning(RecoveryCode.account_id)
    )
    with begin_write(engine) as connection:
        account_id = connection.scalar(spend)
        if account_id is None:
            raise UnknownCode
        entrances.close_all(connection, account_id)
        connection.execute(delete(Session).where(Session.account_id == account_id))
        row = entrances.new_row(
            EntranceKind.RECOVERY,
            account_id,
            lifetime=entrances.LIFETIME,
            now=now,
            browser_hash=entrances.hash_browser(browser),
            device=device,
            has_passkeys=has_passkeys,
            entered_at=now,
            confirmed_at=now,
        )
        entrances.leave(connection, browser, but=row["id"])
        entrances.put(connection, row, now=now)
        leave_notice(connection, account_id, NoticeKind.RECOVERY_CODE_USED, device=device, now=now)
