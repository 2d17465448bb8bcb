"""Codes for people: how they are made, and how forgivingly they are read."""

import hashlib

import pytest

from webapp.accounts import linking, recovery
from webapp.accounts.codes import ALPHABET, BITS_A_LETTER, hash_code, make_code, tidy


def test_a_code_is_made_of_letters_that_look_like_nobody_else():
    assert len(set(ALPHABET)) == 2**BITS_A_LETTER
    assert not set("ILOU") & set(ALPHABET)


def test_a_code_comes_in_groups_of_four():
    groups = make_code(8).split("-")
    assert [len(group) for group in groups] == [4, 4]
    assert set("".join(groups)) <= set(ALPHABET)


def test_no_two_codes_are_the_same():
    assert len({make_code(28) for _ in range(200)}) == 200


@pytest.mark.parametrize(
    ("letters", "bits"),
    [(recovery.LETTERS, 128), (linking.OPERATOR_LETTERS, 80), (linking.LETTERS, 40)],
)
def test_codes_are_long_enough_for_what_guards_them_besides(letters: int, bits: int):
    assert letters * BITS_A_LETTER >= bits


@pytest.mark.parametrize(
    "typed",
    ["7K3M-9Q0T", "7k3m9q0t", " 7k3m 9qOt ", "7K3M–9QoT", "7K3M—9Q0T\n", "7.K.3.M.9.Q.0.T"],
)
def test_a_code_is_read_however_it_was_typed(typed: str):
    assert hash_code(typed) == hash_code("7K3M-9Q0T")


@pytest.mark.parametrize(
    ("typed", "meant"), [("O", "0"), ("o", "0"), ("I", "1"), ("i", "1"), ("l", "1"), ("L", "1")]
)
def test_letters_that_are_not_used_are_read_as_the_digit_they_look_like(typed: str, meant: str):
    assert tidy(typed) == meant


def test_another_letter_is_another_code():
    assert hash_code("7K3M-9Q0T") != hash_code("7K3M-9Q0V")


def test_what_is_stored_is_a_plain_sha_256():
    assert hash_code("7k3m") == hashlib.sha256(b"7K3M").digest()


@pytest.mark.parametrize("typed", ["", "-", "\0", "ß", "😀", "١", "x" * 100])
def test_anything_may_be_typed(typed: str):
    assert len(hash_code(typed)) == 32
