"""Flask's signed session cookie, with SHA-256 in the place of itsdangerous's default."""

import hashlib

from flask.sessions import SecureCookieSessionInterface


class Sha256Sessions(SecureCookieSessionInterface):
    """HMAC-SHA-1 is not broken, but no inventory should have to explain it (ASVS 11.4.1)."""

    digest_method = staticmethod(hashlib.sha256)
