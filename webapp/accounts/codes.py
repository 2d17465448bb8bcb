"""Codes that people read, type and print: Crockford's base 32, in groups, read back with some tolerance. Pure.

Thirty-two letters that look like nobody else: no I, L, O or U. Somebody who types one of the first three meant
the digit (Crockford, https://www.crockford.com/base32.html); capitals, gaps and dashes do not matter.
"""

import hashlib
import secrets

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
GROUP = 4
BITS_A_LETTER = 5

_READ_AS = str.maketrans("OIL", "011")


def make_code(letters: int) -> str:
    """A new code in groups, of five random bits a letter: `7K3M-9QXT`."""
    code = "".join(secrets.choice(ALPHABET) for _ in range(letters))
    return "-".join(code[start : start + GROUP] for start in range(0, letters, GROUP))


def hash_code(typed: str) -> bytes:
    """SHA-256 of the code as it was made, however it was typed.

    A fast hash is the right one here. Slow ones, with a salt, buy time for what people make up: a guesser works
    through the likely ones. Of 128 random bits no one is likelier than another, and no machine gets through them;
    of 40 bits that live for five minutes and are good once, a stolen table has nothing left to tell. And the hash is
    what a code is found by, through a unique index: the work is the same for a good code and for a wrong one.
    """
    return hashlib.sha256(tidy(typed).encode()).digest()


def tidy(typed: str) -> str:
    """Letters and digits only, in capitals, each as the digit it may have been mistaken for."""
    return "".join(filter(str.isalnum, typed.upper())).translate(_READ_AS)
