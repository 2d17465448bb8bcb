"""Tables of accounts, passkeys, sessions and ceremonies in progress."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import BigInteger, Boolean, ForeignKey, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from webapp.database import Base, UtcMoment

# Ids are UUID text on both databases: the wire is text, and converting 50,000 of them costs more than it saves.
ID = String(36)


class Account(Base):
    """One person's account. `seq` is the counter that orders all their synced rows (docs/sync.md)."""

    __tablename__ = "accounts"

    id: Mapped[str] = mapped_column(ID, primary_key=True)
    name: Mapped[str] = mapped_column(String(100), default="")
    # 64 random bytes: what authenticators know the account by. Not the id, so that it says nothing (WebAuthn 14.6.1).
    user_handle: Mapped[bytes] = mapped_column(LargeBinary(64), unique=True)
    created_at: Mapped[datetime] = mapped_column(UtcMoment)
    seq: Mapped[int] = mapped_column(BigInteger, default=0)
    # Cursors below this one missed tombstones that are gone; such a device pulls from 0.
    oldest_cursor: Mapped[int] = mapped_column(BigInteger, default=0)
    # What the quota is about, kept by whoever holds the account's lock: synced rows, and characters of text in them
    # and in their earlier versions.
    row_count: Mapped[int] = mapped_column(BigInteger, default=0)
    volume: Mapped[int] = mapped_column(BigInteger, default=0)


class Passkey(Base):
    """A credential record as in WebAuthn level 3, section 4, plus the name a person gave it."""

    __tablename__ = "passkeys"

    id: Mapped[str] = mapped_column(ID, primary_key=True)
    account_id: Mapped[str] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"), index=True)
    credential_id: Mapped[bytes] = mapped_column(LargeBinary(1023), unique=True)
    public_key: Mapped[bytes] = mapped_column(LargeBinary)
    sign_count: Mapped[int] = mapped_column(BigInteger)
    transports: Mapped[str] = mapped_column(String(200), default="")
    aaguid: Mapped[str] = mapped_column(String(36))
    backup_eligible: Mapped[bool] = mapped_column(Boolean)
    backed_up: Mapped[bool] = mapped_column(Boolean)
    name: Mapped[str] = mapped_column(String(100))
    created_at: Mapped[datetime] = mapped_column(UtcMoment)
    last_used_at: Mapped[datetime | None] = mapped_column(UtcMoment)


class Session(Base):
    """A signed-in browser. Only the SHA-256 of its token is stored, so a stolen table signs nobody in."""

    __tablename__ = "sessions"

    id: Mapped[str] = mapped_column(ID, primary_key=True)
    account_id: Mapped[str] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"), index=True)
    token_hash: Mapped[bytes] = mapped_column(LargeBinary(32), unique=True)
    device: Mapped[str] = mapped_column(String(100), default="")
    created_at: Mapped[datetime] = mapped_column(UtcMoment)
    last_seen_at: Mapped[datetime] = mapped_column(UtcMoment)
    # The last time a passkey was shown in this session; dangerous things ask for a recent one.
    reauth_at: Mapped[datetime] = mapped_column(UtcMoment)
    # Begun with a passkey of the account's. Without one (entrances.py) it is shorter-lived.
    has_passkey: Mapped[bool] = mapped_column(Boolean, default=True)
    # Which one. No foreign key: whoever removes a passkey may do so in a session begun with it, and that one goes on.
    passkey_id: Mapped[str | None] = mapped_column(ID)
    # Of the token before the last rotation: a request sent with it may still be on its way (sessions.py).
    former_token_hash: Mapped[bytes | None] = mapped_column(LargeBinary(32), index=True)
    rotated_at: Mapped[datetime | None] = mapped_column(UtcMoment)


class Challenge(Base):
    """A ceremony in progress: single use, short-lived, bound to one browser and one purpose."""

    __tablename__ = "challenges"

    challenge: Mapped[bytes] = mapped_column(LargeBinary(64), primary_key=True)
    ceremony: Mapped[str] = mapped_column(String(20))
    # SHA-256 of the random value in the browser's signed cookie.
    browser_hash: Mapped[bytes] = mapped_column(LargeBinary(32))
    account_id: Mapped[str | None] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"))
    # For a sign-up: what the account will get when the passkey has been made.
    user_handle: Mapped[bytes | None] = mapped_column(LargeBinary(64))
    account_name: Mapped[str | None] = mapped_column(String(100))
    expires_at: Mapped[datetime] = mapped_column(UtcMoment, index=True)


class RecoveryCode(Base):
    """A recovery code that was not used yet, as its hash: nobody can read it, and using it removes it."""

    __tablename__ = "recovery_codes"

    code_hash: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True)
    account_id: Mapped[str] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"), index=True)
    made_at: Mapped[datetime] = mapped_column(UtcMoment)


class Entrance(Base):
    """A way in without a passkey, open for minutes (entrances.py): by a recovery code, a link, the operator's code."""

    __tablename__ = "entrances"

    id: Mapped[str] = mapped_column(ID, primary_key=True)
    account_id: Mapped[str] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"), index=True)
    kind: Mapped[str] = mapped_column(String(10))
    # What a link is used with: letters to type, or the secret in its QR code. A recovery code has a table of its own.
    code_hash: Mapped[bytes | None] = mapped_column(LargeBinary(32), unique=True)
    secret_hash: Mapped[bytes | None] = mapped_column(LargeBinary(32), unique=True)
    # The newcomer: SHA-256 of the random value in its signed cookie, and what it says of itself.
    browser_hash: Mapped[bytes | None] = mapped_column(LargeBinary(32), index=True)
    device: Mapped[str] = mapped_column(String(100), default="")
    has_passkeys: Mapped[bool] = mapped_column(Boolean, default=True)
    number: Mapped[str | None] = mapped_column(String(2))
    created_at: Mapped[datetime] = mapped_column(UtcMoment)
    entered_at: Mapped[datetime | None] = mapped_column(UtcMoment)
    confirmed_at: Mapped[datetime | None] = mapped_column(UtcMoment)
    refused_at: Mapped[datetime | None] = mapped_column(UtcMoment)
    expires_at: Mapped[datetime] = mapped_column(UtcMoment, index=True)


class Notice(Base):
    """Something that happened to the account and that every device tells its owner (notices.py)."""

    __tablename__ = "notices"

    id: Mapped[str] = mapped_column(ID, primary_key=True)
    account_id: Mapped[str] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"), index=True)
    kind: Mapped[str] = mapped_column(String(30))
    device: Mapped[str] = mapped_column(String(100))
    at: Mapped[datetime] = mapped_column(UtcMoment)
    # Whose work it was, if it was a device of the account: that one, and those that came later, need not be told.
    by_session: Mapped[str | None] = mapped_column(ID)


class GoneSession(Base):
    """The trace of a session that ended with its account (deletion.py): of nobody, for a year."""

    __tablename__ = "gone_sessions"

    token_hash: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True)
    forget_at: Mapped[datetime] = mapped_column(UtcMoment, index=True)
