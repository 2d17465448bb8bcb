"""An account made with a passkey: what was kept before is adopted, and signing out leaves nothing behind."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import expect

from tests.browser.device import Device


def test_what_was_kept_before_the_account_is_adopted_by_it(phone: Device, laptop: Device) -> None:
    phone.open("/")
    phone.log_interview(company="Ostara Rail", role="Planning manager")
    phone.create_account()
    phone.carry_passkeys_to(laptop)
    laptop.sign_in()
    laptop.tab("Interviews").click()
    expect(laptop.page.get_by_text("Planning manager").first).to_be_visible()


def test_work_done_before_signing_in_joins_the_account(phone: Device, laptop: Device) -> None:
    phone.open("/")
    phone.log_interview(company="Ostara Rail", role="Planning manager")
    phone.create_account()
    laptop.open("/")
    laptop.log_interview(company="Fenn & Lowe", role="Storage analyst")
    phone.carry_passkeys_to(laptop)
    laptop.sign_in()
    laptop.expect_saved()
    laptop.tab("Interviews").click()
    for role in ("Planning manager", "Storage analyst"):
        expect(laptop.page.get_by_text(role).first).to_be_visible()
    phone.open("/interviews")
    expect(phone.page.get_by_text("Storage analyst").first).to_be_visible()


def test_signing_out_wipes_the_device_and_signing_in_brings_all_of_it_back(phone: Device) -> None:
    phone.open("/")
    phone.log_interview(company="Ostara Rail", role="Planning manager")
    phone.create_account()
    phone.button("Sign out").first.click()
    # The first page shows before the server has answered; then it is loaded afresh.
    with phone.page.expect_event("load"):
        phone.button("Sign out and clear this device").click()
    expect(phone.button("I have an account")).to_be_visible()
    phone.open("/interviews")
    expect(phone.page.get_by_text("Planning manager")).to_have_count(0)

    phone.sign_in()
    phone.tab("Interviews").click()
    expect(phone.page.get_by_text("Planning manager").first).to_be_visible()


def test_a_cancelled_passkey_is_met_with_words_and_nothing_is_lost(phone: Device) -> None:
    phone.open("/")
    phone.log_interview(company="Ostara Rail", role="Planning manager")
    phone.cdp.send(
        "WebAuthn.setUserVerified", {"authenticatorId": phone.authenticator_id, "isUserVerified": False}
    )
    phone.open("/settings")
    phone.button("Create an account").click()
    expect(phone.page.get_by_role("alert").first).to_be_visible()
    phone.open("/interviews")
    expect(phone.page.get_by_text("Planning manager").first).to_be_visible()


def test_a_stranger_sees_nothing_of_the_owners(phone: Device, take_device: Callable[..., Device]) -> None:
    phone.open("/")
    phone.log_interview(company="Ostara Rail", role="Planning manager")
    phone.create_account()
    stranger = take_device()
    stranger.open("/")
    stranger.log_interview(company="Elsewhere", role="Somebody else")
    stranger.create_account("Stranger")
    stranger.open("/interviews")
    expect(stranger.page.get_by_text("Somebody else").first).to_be_visible()
    expect(stranger.page.get_by_text("Planning manager")).to_have_count(0)
