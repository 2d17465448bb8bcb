import pytest
from flask import Flask

from tests.api.accounts.browser import Browser


@pytest.fixture
def browser(app: Flask) -> Browser:
    return Browser(app)


@pytest.fixture
def foreign_browser(app: Flask) -> Browser:
    """Somebody else's, with no passkey of ours."""
    return Browser(app)
