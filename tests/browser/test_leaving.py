"""Taking everything along, and the end of an account: here, and on a device that was away when it ended."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from playwright.sync_api import expect

from tests.browser.device import Device

STORED = """async () => ({
    databases: (await indexedDB.databases()).map(({ name }) => name),
    keys: Object.keys(localStorage).filter((key) => key !== "rebound.theme"),
})"""


def save(device: Device, row: str) -> str:
    with device.page.expect_download() as saving:
        device.page.get_by_role("button", name=row).click()
    expect(device.page.get_by_text("Saved as")).to_be_visible()
    return Path(saving.value.path()).read_text()


def stored(device: Device) -> dict[str, Any]:
    found: dict[str, Any] = device.page.evaluate(STORED)
    return found


def leave(device: Device, button: str) -> None:
    """The device is cleared, and opens the first page anew."""
    with device.page.expect_event("load"):
        device.button(button).click()
    expect(device.button("I have an account")).to_be_visible()


def delete_account(device: Device) -> None:
    device.open("/settings")
    device.button("Delete the account").click()
    expect(device.page.get_by_text("removes it from the server and from your other devices")).to_be_visible()
    leave(device, "Delete it for good")


def test_everything_can_be_taken_along_with_no_network_and_no_account(phone: Device) -> None:
    phone.visit_once()
    phone.log_interview(company="Ostara <Rail>", role="Planning manager", people=("Ruth Abelson",))
    phone.tab("Today").click()
    phone.go_offline()
    phone.open("/settings")
    phone.page.get_by_role("button", name="Export everything").click()
    page = save(phone, "To read")
    assert "Planning manager, Ostara &#60;Rail&#62;" in page
    assert "Ruth Abelson" in page
    assert "<script" not in page
    file = json.loads(save(phone, "For other programs"))
    assert file["journal"]["interviews"][0]["company"] == "Ostara <Rail>"
    assert file["account"] is None


def test_what_the_server_holds_is_a_file_too(phone: Device) -> None:
    phone.open("/")
    phone.log_interview(company="Ostara Rail", role="Planning manager")
    phone.create_account()
    phone.page.get_by_role("button", name="Export everything").click()
    file = json.loads(save(phone, "What the server holds"))
    assert file["journal"]["interviews"][0]["role"] == "Planning manager"
    assert len(file["passkeys"]) == len(file["sessions"]) == 1


def test_an_account_deleted_while_the_other_device_is_away_with_unsent_words(
    phone: Device, laptop: Device
) -> None:
    laptop.visit_once()
    laptop.log_interview(company="Ostara Rail", role="Planning manager")
    laptop.create_account()
    laptop.carry_passkeys_to(phone)
    phone.sign_in()
    laptop.open("/")
    laptop.go_offline()
    laptop.log_interview(company="Fenn & Lowe", role="Storage analyst")

    delete_account(phone)
    assert stored(phone)["keys"] == []

    laptop.go_online()
    laptop.open("/interviews")
    expect(laptop.heading("This account was deleted.")).to_be_visible()
    expect(laptop.page.get_by_text("never reached the server")).to_be_visible()
    # Also with no network, and wherever somebody goes.
    laptop.go_offline()
    laptop.open("/wins")
    expect(laptop.heading("This account was deleted.")).to_be_visible()
    page = save(laptop, "To read")
    assert "Storage analyst, Fenn &#38; Lowe" in page
    assert "On this device only" in page
    unsent = [
        row
        for row in json.loads(save(laptop, "For other programs"))["journal"]["interviews"]
        if "unsent" in row
    ]
    assert [row["role"] for row in unsent] == ["Storage analyst"]
    laptop.go_online()

    leave(laptop, "Clear this device")
    left = stored(laptop)
    assert [name for name in left["databases"] if name != "rebound-local"] == []
    assert left["keys"] == []
    laptop.open("/interviews")
    expect(laptop.page.get_by_text("Planning manager")).to_have_count(0)
