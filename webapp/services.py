"""What a request may lean on: the settings, the database and the pokes of this process."""

from dataclasses import dataclass
from typing import cast

from flask import current_app
from sqlalchemy import Engine

from webapp.config import Settings
from webapp.database import create_engine_for
from webapp.sync.pokes import Pokes


@dataclass(frozen=True)
class Services:
    settings: Settings
    engine: Engine
    pokes: Pokes

    @classmethod
    def start(cls, settings: Settings) -> "Services":
        engine = create_engine_for(settings.database_url)
        return cls(settings=settings, engine=engine, pokes=Pokes(engine))


def services() -> Services:
    return cast(Services, current_app.extensions["rebound"])
