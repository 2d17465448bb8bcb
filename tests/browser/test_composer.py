"""Writing a letter: filled in from what is known, kept with every key, and sent by nobody but the person."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.device import Device, eventually

THANK = "Thank each interviewer, with one detail from your talk"
STATUS = "Ask where things stand"


@pytest.fixture
def interview(phone: Device) -> Device:
    """The phone, after an interview with Ruth Abelson at Ostara Rail."""
    phone.visit_once()
    phone.log_interview(company="Ostara Rail", role="Planning manager", people=("Ruth Abelson",))
    return phone


def open_list(device: Device, title: str = "Thank and follow up") -> None:
    device.page.get_by_role("link", name=re.compile(title)).first.click()
    expect(device.heading(title)).to_be_visible()


def write(device: Device, line: str) -> None:
    """From the list: open the line, and its letter."""
    row = device.page.get_by_role("listitem").filter(has=device.item(line))
    expect(device.page.get_by_role("button", name="Skip")).to_be_visible()
    if not row.get_by_role("link", name="Write").is_visible():
        row.get_by_text(line, exact=True).click()
    row.get_by_role("link", name="Write").click()
    expect(letter(device)).to_be_visible()


def letter(device: Device) -> Locator:
    return device.page.get_by_label("Message", exact=True)


def subject(device: Device) -> Locator:
    return device.page.get_by_label("Subject", exact=True)


def fill_gap(device: Device, label: str, words: str) -> None:
    device.page.get_by_role("region", name="Still to fill in").get_by_role("button", name=label).click()
    device.page.keyboard.type(words)


def stop_mail(device: Device) -> None:
    """A mail program that takes the link and shows nothing: the address is what a test looks at."""
    device.page.evaluate(
        """() => document.addEventListener("click", (event) => {
            const link = event.target.closest('a[href^="mailto:"]');
            if (link) { event.preventDefault(); window.opened = link.href; }
        })"""
    )


def open_in_mail(device: Device) -> dict[str, str]:
    """Tap, and what the mail program was given."""
    stop_mail(device)
    device.button("Open in mail").click()
    expect(device.heading("Did you send it?")).to_be_visible()
    url = urlsplit(device.page.evaluate("window.opened"))
    given = {name: values[0] for name, values in parse_qs(url.query).items()}
    return {"to": unquote(url.path), **given}


def finish(device: Device) -> None:
    """Everything that was still open is left out."""
    device.button("Open in mail").click()
    device.button("Leave it out").click()
    expect(device.page.get_by_role("dialog")).to_have_count(0)
    expect(device.page.get_by_role("region", name="Still to fill in")).to_have_count(0)


def give_address(device: Device, address: str) -> None:
    device.button("Add it").click()
    field = device.page.get_by_label(re.compile("^Address of"))
    expect(field).to_be_focused()
    field.fill(address)
    device.button("Done").click()
    expect(device.page.get_by_role("dialog")).to_have_count(0)


def test_a_thank_you_knows_whom_what_and_when(interview: Device) -> None:
    open_list(interview)
    write(interview, THANK)
    expect(interview.heading("Say thank you")).to_be_attached()
    opening = r"^Dear Ruth,\n\nThank you for the conversation about the Planning manager"
    expect(letter(interview)).to_have_value(re.compile(opening))
    expect(subject(interview)).to_have_value(re.compile("^Thank you for the conversation on "))
    expect(interview.page.get_by_text("Ruth Abelson", exact=True).first).to_be_visible()
    expect(interview.page.get_by_text("Check it once")).to_be_visible()
    interview.button("Checked").click()
    expect(interview.page.get_by_text("Check it once")).to_have_count(0)
    interview.page.reload()
    expect(letter(interview)).to_have_value(re.compile("^Dear Ruth,"))
    expect(interview.page.get_by_text("Check it once")).to_have_count(0)


def test_what_is_missing_is_asked_for_and_never_sent_as_a_gap(interview: Device) -> None:
    open_list(interview)
    write(interview, THANK)
    interview.button("Open in mail").click()
    dialog = interview.page.get_by_role("dialog")
    expect(dialog.get_by_text("One thing from your talk")).to_be_visible()
    expect(dialog.get_by_text("Your name")).to_be_visible()
    dialog.get_by_role("button", name="Fill it in").click()
    # The sheet gives the focus back first, then the gap takes it.
    expect(letter(interview)).to_be_focused()
    interview.page.keyboard.type("weekend closures")
    expect(letter(interview)).to_have_value(
        re.compile("What you said about weekend closures has stayed with me")
    )
    finish(interview)
    given = open_in_mail(interview)
    assert "weekend closures" in given["body"]
    assert "⟨" not in given["body"] + given["subject"]
    assert given["body"].endswith("Kind regards,")


def test_the_letter_is_there_after_the_tab_was_killed_in_mid_sentence(interview: Device) -> None:
    open_list(interview)
    write(interview, STATUS)
    address = interview.page.url.removeprefix(interview.origin)
    letter(interview).press("Control+End")
    letter(interview).press_sequentially(" P.S. The depot model is attached.")
    subject(interview).fill("A question, once")
    interview.page.close()
    interview.page = interview.context.new_page()
    interview.open(address)
    expect(letter(interview)).to_have_value(re.compile(r"P\.S\. The depot model is attached\.$"))
    expect(subject(interview)).to_have_value("A question, once")
    expect(interview.page.get_by_text("Draft kept")).to_be_visible()


def test_another_tone_keeps_the_words_one_typed(interview: Device) -> None:
    open_list(interview)
    write(interview, THANK)
    fill_gap(interview, "One thing from your talk", "weekend closures")
    interview.page.get_by_role("radio", name="Formal").click()
    expect(letter(interview)).to_have_value(re.compile(r"^Dear Ruth Abelson,"))
    expect(letter(interview)).to_have_value(re.compile("Your remarks on weekend closures gave me"))
    letter(interview).press("Control+End")
    letter(interview).press_sequentially("\n\nP.S. My number is 0151.")
    interview.page.get_by_role("radio", name="Warm").click()
    expect(letter(interview)).to_have_value(re.compile("What you said about weekend closures has stayed"))
    expect(letter(interview)).to_have_value(re.compile(r"P\.S\. My number is 0151\.$"))
    interview.button("Undo").click()
    expect(letter(interview)).to_have_value(re.compile("Your remarks on weekend closures gave me"))


def test_sent_settles_the_line_and_undo_opens_it_again(interview: Device) -> None:
    open_list(interview)
    write(interview, THANK)
    give_address(interview, "ruth@ostara.example")
    fill_gap(interview, "One thing from your talk", "weekend closures")
    fill_gap(interview, "Your name", "Nadia Kessler")
    given = open_in_mail(interview)
    assert given["to"] == "ruth@ostara.example"
    assert given["body"].startswith("Dear Ruth,\r\n\r\nThank you")
    assert given["body"].endswith("Kind regards,\r\nNadia Kessler")
    interview.button("Yes, it is sent").click()
    expect(interview.page.get_by_text("Sent from your mail")).to_be_visible()
    interview.button("Done").click()
    expect(interview.item(THANK)).to_be_checked()
    interview.button("Undo").click()
    expect(interview.item(THANK)).not_to_be_checked()


def test_a_tap_that_begins_before_the_letter_is_a_link_and_ends_after_it_counts(interview: Device) -> None:
    open_list(interview)
    write(interview, STATUS)
    stop_mail(interview)
    clock = interview.page.clock
    clock.install()
    clock.pause_at(datetime.now(UTC) + timedelta(minutes=1))
    fill_gap(interview, "Your name", "Nadia Kessler")
    interview.button("Open in mail").hover()
    interview.page.mouse.down()
    # The finger is slow: the words come to rest under it, and from then on the button is a link.
    clock.run_for(1_000)
    interview.page.mouse.up()
    clock.resume()
    expect(interview.heading("Did you send it?")).to_be_visible()


def test_not_yet_gives_the_letter_back(interview: Device) -> None:
    open_list(interview)
    write(interview, STATUS)
    finish(interview)
    open_in_mail(interview)
    interview.page.reload()
    expect(interview.heading("Did you send it?")).to_be_visible()
    interview.button("Not yet").click()
    expect(interview.button("Open in mail")).to_be_visible()
    interview.page.go_back()
    expect(interview.item(STATUS)).not_to_be_checked()


def test_each_interviewer_is_thanked_alone_and_the_line_waits_for_the_last(phone: Device) -> None:
    phone.open("/")
    phone.log_interview(
        company="Ostara Rail", role="Planning manager", people=("Ruth Abelson", "Samuel Okoro")
    )
    open_list(phone)
    write(phone, THANK)
    first = letter(phone).input_value().split("\n")[0]
    other = {"Dear Ruth,": "Samuel Okoro", "Dear Samuel,": "Ruth Abelson"}[first]
    finish(phone)
    open_in_mail(phone)
    phone.button("Yes, it is sent").click()
    phone.button(f"Next: {other}").click()
    expect(letter(phone)).to_have_value(re.compile(f"^Dear {other.split()[0]},"))
    finish(phone)
    open_in_mail(phone)
    phone.button("Yes, it is sent").click()
    expect(phone.button("Done")).to_be_visible()
    phone.open("/interviews")
    phone.page.get_by_text("Planning manager").first.click()
    open_list(phone)
    expect(phone.item(THANK)).to_be_checked()


def test_a_name_signed_once_is_known_in_the_next_letter(interview: Device) -> None:
    open_list(interview)
    write(interview, THANK)
    fill_gap(interview, "Your name", "Nadia Kessler")
    expect(interview.page.get_by_text("Draft kept")).to_be_visible()
    interview.page.go_back()
    write(interview, STATUS)
    expect(letter(interview)).to_have_value(re.compile(r"Kind regards,\nNadia Kessler$"))


BOSS_ASKED = "Choose your boss. Asked once, and remembered."


def open_page(device: Device, path: str) -> None:
    device.open(path)
    expect(letter(device)).to_be_visible()


def recipients(device: Device) -> Locator:
    """The sheet in which one says who it goes to."""
    device.button("Choose who it goes to").click()
    return device.page.get_by_role("dialog", name="Who is it for?")


def test_who_the_boss_is_and_how_one_signs_is_asked_once_and_known_on_the_other_device(
    interview: Device, laptop: Device
) -> None:
    interview.go_offline()
    open_page(interview, "/compose?purpose=commitment")
    sheet = recipients(interview)
    expect(sheet.get_by_text(BOSS_ASKED)).to_be_visible()
    name = sheet.get_by_label("Name or address")
    name.fill("Leila Brandt")
    name.press("Enter")
    expect(sheet.get_by_text("Remembered: Leila Brandt is your boss", exact=True)).to_be_visible()
    sheet.get_by_role("button", name="Undo").click()
    # Neither chosen, nor remembered, nor among People: it was one write.
    expect(sheet.get_by_text(BOSS_ASKED)).to_be_visible()
    expect(sheet.get_by_label("Address of Leila Brandt")).to_have_count(0)
    name.fill("Leila Brandt")
    name.press("Enter")
    expect(sheet.get_by_label("Address of Leila Brandt")).to_be_visible()
    expect(sheet.get_by_text(BOSS_ASKED)).to_have_count(0)
    sheet.get_by_role("button", name="Done", exact=True).click()
    expect(letter(interview)).to_have_value(re.compile("^Hi Leila,|^Dear Leila,"))
    # The name below the letter is asked for in the first one, and stands below every other.
    fill_gap(interview, "Your name", "Nadia Kessler")
    finish(interview)
    open_in_mail(interview)
    interview.button("Not yet").click()
    open_page(interview, "/compose?purpose=digest")
    expect(letter(interview)).to_have_value(re.compile(r"^(Hi|Dear) Leila,(.|\n)*Nadia Kessler$"))
    interview.go_online()
    # The account is called something else: below a letter stands how one signs.
    interview.share_account_with(laptop, name="Mine")
    laptop.expect_saved()
    open_page(laptop, "/compose?purpose=digest")
    expect(letter(laptop)).to_have_value(re.compile(r"^(Hi|Dear) Leila,(.|\n)*Nadia Kessler$"))
    laptop.open("/people/everyone")
    laptop.page.get_by_role("link", name=re.compile("^Leila Brandt")).click()
    expect(laptop.page.get_by_role("radio", name="Your boss", exact=True)).to_be_checked()
    # And the other way round: whom one trusts, said on the laptop without a network.
    laptop.go_offline()
    open_page(laptop, "/compose?purpose=plan-b-ask")
    sheet = recipients(laptop)
    expect(sheet.get_by_text("Choose somebody you trust. Asked once, and remembered.")).to_be_visible()
    sheet.get_by_role("button", name="Ruth Abelson").click()
    expect(sheet.get_by_text("Remembered: Ruth Abelson is somebody you trust", exact=True)).to_be_visible()
    laptop.go_online()
    laptop.expect_saved()
    open_page(interview, "/compose?purpose=plan-b-ask")
    expect(letter(interview)).to_have_value(re.compile("^(Hi|Dear) Ruth,"))


def test_a_held_letter_rests_with_its_line_and_comes_back(interview: Device) -> None:
    open_list(interview)
    write(interview, STATUS)
    interview.button("Change").click()
    interview.page.get_by_role("dialog").get_by_role("button", name=re.compile("^Tomorrow")).click()
    expect(interview.page.get_by_text(re.compile("^Held until")).first).to_be_visible()
    interview.page.go_back()
    row = interview.page.get_by_role("listitem").filter(has=interview.item(STATUS))
    expect(row.get_by_text("Held", exact=True)).to_be_visible()
    expect(row.get_by_text("Until tomorrow, 08:30")).to_be_visible()
    interview.button("Undo").click()
    expect(row.get_by_text("Held", exact=True)).to_have_count(0)


def test_an_address_with_a_line_break_becomes_no_header(interview: Device) -> None:
    open_list(interview)
    write(interview, STATUS)
    interview.button("Add somebody").click()
    field = interview.page.get_by_label("Name or address")
    field.focus()
    interview.page.evaluate(
        """() => {
            const data = new DataTransfer();
            data.setData("text", "ida@ostara.example\\r\\nBcc: all@ostara.example");
            const options = { clipboardData: data, bubbles: true, cancelable: true };
            document.activeElement.dispatchEvent(new ClipboardEvent("paste", options));
        }"""
    )
    expect(interview.page.get_by_text("There is a line break in this address")).to_be_visible()
    expect(field).to_have_value(re.compile("ida@ostara.example"))
    field.press("Enter")
    expect(interview.page.get_by_text("Your words are kept.")).to_be_visible()
    field.fill("ida@ostara")
    field.press("Enter")
    expect(interview.page.get_by_text("After the @ there should be a dot")).to_be_visible()
    field.fill("Ida Berg <ida@ostara.example>")
    field.press("Enter")
    interview.button("Done").click()
    finish(interview)
    assert open_in_mail(interview)["to"] == "ida@ostara.example"


def test_names_in_any_script_keep_their_place(phone: Device) -> None:
    phone.open("/")
    phone.log_interview(company="Ostara Rail 🚆", role="Planning manager", people=("ליאת כהן",))
    open_list(phone)
    write(phone, THANK)
    expect(letter(phone)).to_have_value(re.compile("^Dear \u2068ליאת\u2069,"))
    expect(phone.button("Remove ליאת כהן")).to_be_visible()
    finish(phone)
    assert "ליאת" in open_in_mail(phone)["body"]


def test_a_letter_too_long_for_a_link_is_copied(interview: Device) -> None:
    interview.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=interview.origin)
    open_list(interview)
    write(interview, STATUS)
    long = "One more thing about the depot. " * 200
    letter(interview).fill(long)
    given = open_in_mail(interview)
    assert "body" not in given
    assert given["subject"]
    expect(interview.page.get_by_text("too long for a link").first).to_be_visible()
    assert interview.page.evaluate("navigator.clipboard.readText()") == long


def test_a_letter_is_copied_for_any_other_app(interview: Device) -> None:
    interview.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=interview.origin)
    open_list(interview)
    write(interview, STATUS)
    finish(interview)
    words = letter(interview).input_value()
    interview.button("Copy").click()
    expect(interview.heading("Did you send it?")).to_be_visible()
    assert interview.page.evaluate("navigator.clipboard.readText()") == words


def test_all_of_it_works_without_a_network(interview: Device) -> None:
    open_list(interview)
    interview.go_offline()
    write(interview, STATUS)
    finish(interview)
    open_in_mail(interview)
    interview.button("Yes, it is sent").click()
    expect(interview.page.get_by_text("Sent from your mail")).to_be_visible()
    interview.button("Done").click()
    expect(interview.item(STATUS)).to_be_checked()


@pytest.fixture
def pair(interview: Device, laptop: Device) -> tuple[Device, Device]:
    """Phone and laptop of one account, both at the same letter."""
    open_list(interview)
    address = interview.page.url.removeprefix(interview.origin)
    interview.share_account_with(laptop)
    laptop.expect_saved()
    for device in (interview, laptop):
        device.open(address)
        write(device, STATUS)
    return interview, laptop


def test_a_letter_begun_on_the_phone_is_sent_from_the_laptop(pair: tuple[Device, Device]) -> None:
    phone, laptop = pair
    letter(phone).fill("Dear Ruth,\n\nwhere do things stand?\n\nNadia")
    expect(letter(laptop)).to_have_value(re.compile("where do things stand"))
    open_in_mail(laptop)
    expect(phone.heading("Did you send it?")).to_be_visible()
    phone.button("Yes, it is sent").click()
    phone.keep_undo_at_hand()
    expect(laptop.page.get_by_text("Sent from your mail")).to_be_visible()
    phone.button("Undo").click()
    expect(laptop.heading("Did you send it?")).to_be_visible()


def test_both_write_the_same_letter_without_a_network_and_no_word_is_lost(
    pair: tuple[Device, Device],
) -> None:
    phone, laptop = pair
    for device in pair:
        device.go_offline()
    letter(phone).press("Control+End")
    letter(phone).press_sequentially("\n\nP.S. From the train.")
    letter(laptop).press("Control+Home")
    letter(laptop).press_sequentially("Good morning. ")
    for device in pair:
        device.go_online()
    for device in pair:
        expect(letter(device)).to_have_value(re.compile(r"From the train\."))
        expect(letter(device)).to_have_value(re.compile(r"Good morning\."))
    eventually(lambda: letter(phone).input_value() == letter(laptop).input_value())
    assert letter(phone).input_value().count("Thank you again") == 1


def test_the_letters_of_an_interview_are_listed_with_what_became_of_them(interview: Device) -> None:
    page = interview.page.url.removeprefix(interview.origin)
    open_list(interview)
    write(interview, STATUS)
    finish(interview)
    open_in_mail(interview)
    interview.button("Yes, it is sent").click()
    expect(interview.page.get_by_text("Sent from your mail")).to_be_visible()
    interview.open(page)
    interview.page.get_by_role("link", name=re.compile("^Messages")).click()
    expect(interview.heading("One letter sent.")).to_be_visible()
    interview.page.get_by_role("link", name=re.compile("Ask where things stand")).click()
    expect(interview.page.get_by_text("Thank you again for the conversation")).to_be_visible()
    interview.button("It was not sent").click()
    expect(letter(interview)).to_be_visible()


def test_a_field_of_many_pages_says_when_it_takes_no_more(interview: Device) -> None:
    page = interview.page
    page.get_by_role("button", name=re.compile("^Notes")).click()
    notes = page.get_by_label("What you want to keep")
    full = page.get_by_text("It is full: 200,000 letters. What is longer was not taken.")
    notes.fill("The night plan held, eleven nights in a row. ".ljust(100, ".") * 2_000)
    page.keyboard.press("End")
    page.keyboard.type("!")
    expect(full).to_be_visible()
    assert len(notes.input_value()) == 200_000
    page.keyboard.press("Backspace")
    expect(full).to_have_count(0)
