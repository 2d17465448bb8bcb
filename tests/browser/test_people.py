"""People, as Nadia meets them: who is due for a word, what the map lacks, two rows that are one, an address book."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Locator, expect

from bench.address_book import address_book
from tests.browser.device import Device

CARDS = Path(__file__).parent.parent / "corpus" / "vcards"


def add(device: Device, line: str, *, level: str | None = None, department: str | None = None) -> None:
    """One line on People, and the questions that follow it."""
    name = re.split(r",| \(| at ", line)[0]
    field = device.page.get_by_label("Name and department")
    if not field.is_visible():
        device.button("Add a person").click()
    field.fill(line)
    field.press("Enter")
    expect(device.page.get_by_text(f"Added: {name}", exact=True)).to_be_visible()
    first = name.split()[0]
    if level:
        question = device.page.get_by_role("radiogroup", name=f"Level of {first}")
        question.get_by_role("radio", name=level).click()
        expect(question).to_have_count(0)
    if department:
        other = device.page.get_by_label(f"Another department for {first}")
        other.fill(department)
        other.press("Enter")
        expect(other).to_have_count(0)


def open_person(device: Device, name: str) -> None:
    device.open("/people/everyone")
    device.page.get_by_role("main").get_by_role("link", name=re.compile(f"^{name}")).first.click()
    expect(device.page.get_by_role("heading", level=1, name=name)).to_be_visible()


def name_boss(device: Device, name: str) -> None:
    open_person(device, name)
    boss = device.page.get_by_role("radio", name="Your boss", exact=True)
    boss.click()
    # Shown as chosen when it is stored.
    expect(boss).to_be_checked()


def cadence(device: Device, name: str, weeks: str) -> None:
    group = device.page.get_by_role("radiogroup", name=f"How often a word with {name}")
    group.get_by_role("radio", name=weeks, exact=True).click()
    expect(group.get_by_role("radio", name=weeks, exact=True)).to_be_checked()


def cell(device: Device, row: str, name: str) -> Locator:
    return device.page.get_by_role("row", name=re.compile(f"^{row}")).get_by_role(
        "button", name=re.compile(name)
    )


def test_a_line_adds_somebody_and_a_word_is_two_taps_without_a_network(phone: Device) -> None:
    phone.visit_once()
    phone.go_offline()
    phone.open("/people")
    add(phone, "Ines Duarte, Asset data", level="Lead")
    add(phone, "Mikkel Holm", level="Manager", department="Storage")
    # "Give each a cadence" leads here.
    phone.open("/people/rhythms")
    cadence(phone, "Ines Duarte", "2 weeks")
    cadence(phone, "Mikkel Holm", "8 weeks")
    phone.open("/people")
    expect(phone.page.get_by_role("heading", level=1, name="Say hello to two people.")).to_be_visible()
    phone.button("Log a word with Mikkel Holm").click()
    phone.page.get_by_role("button", name="Coffee", exact=True).click()
    expect(phone.page.get_by_role("heading", name="Say hello to one person.")).to_be_visible()
    gave = phone.page.get_by_label("What did you give?")
    gave.fill("You lent him a sheet")
    phone.page.get_by_role("region", name="Your word with Mikkel Holm").get_by_role(
        "button", name="Done"
    ).click()
    spoken = phone.page.get_by_role("link", name=re.compile("Mikkel Holm.*coffee. You lent him a sheet."))
    expect(spoken).to_be_visible()
    phone.button("Log a word with Ines Duarte").click()
    phone.page.get_by_role("button", name="Call", exact=True).click()
    expect(phone.page.get_by_role("heading", level=1, name="Nobody waits for a word.")).to_be_visible()
    phone.button("Undo").click()
    expect(phone.button("Log a word with Ines Duarte")).to_be_visible()
    spoken.click()
    expect(phone.heading("What there was")).to_be_visible()
    expect(phone.page.get_by_role("button", name=re.compile("^Coffee.*You lent him a sheet"))).to_be_visible()
    expect(phone.page.get_by_text(re.compile("Next on"))).to_be_visible()


def test_the_map_names_the_gap_and_one_person_to_write_to(phone: Device) -> None:
    phone.open("/people")
    add(phone, "Tomas Reiter, Manager, Network planning")
    name_boss(phone, "Tomas Reiter")
    phone.open("/people")
    for line in (
        "Priya Raman, Director, Customer",
        "Grace Tan, Peer, Customer",
        "Leila Brandt at Ostara Rail, Manager",
    ):
        add(phone, line)
    phone.open("/wins")
    phone.page.get_by_role("main").get_by_role("textbox").first.fill("Outage forecast on one page")
    phone.page.keyboard.press("Enter")
    expect(phone.page.get_by_role("link", name=re.compile("Outage forecast"))).to_be_visible()
    phone.open("/people")
    phone.page.get_by_role("link", name=re.compile("One gap on your map")).click()
    gap = "Nobody above your boss outside your department."
    expect(phone.page.get_by_role("heading", level=1, name=gap)).to_be_visible()
    expect(phone.page.get_by_role("columnheader")).to_have_text(["Network planning", "Customer", "Outside"])
    expect(cell(phone, "Manager", "Tomas Reiter")).to_have_count(1)
    # With the keyboard: one stop, then the arrows; Enter tells who is there.
    cell(phone, "Executive", "Nobody yet").first.focus()
    for key in ("ArrowDown", "ArrowRight"):
        phone.page.keyboard.press(key)
    expect(cell(phone, "Director", "Priya Raman")).to_be_focused()
    phone.page.keyboard.press("Enter")
    expect(phone.heading("Director, Customer")).to_be_visible()
    phone.page.keyboard.press("Escape")
    step = phone.page.get_by_role("region", name="One next step")
    expect(step.get_by_role("heading", name="Priya Raman")).to_be_visible()
    expect(step).to_contain_text("Grace Tan works there, too.")
    expect(step).to_contain_text("Outage forecast on one page")
    step.get_by_role("link", name="Write to Grace").click()
    expect(phone.heading("Ask for an introduction")).to_be_visible()
    expect(phone.page.get_by_text("Grace Tan", exact=True).first).to_be_visible()
    expect(phone.page.get_by_label("Subject")).to_have_value(re.compile("Priya Raman"))


def test_one_has_one_boss_and_the_other_device_knows(phone: Device, laptop: Device) -> None:
    phone.visit_once()
    phone.open("/people")
    for line in ("Tomas Reiter, Manager", "Ingrid Sohl, Director"):
        add(phone, line)
    phone.share_account_with(laptop)
    for name in ("Tomas Reiter", "Ingrid Sohl"):
        name_boss(phone, name)
    expect(phone.page.get_by_text("Your boss is now Ingrid Sohl", exact=True)).to_be_visible()
    open_person(laptop, "Tomas Reiter")
    expect(laptop.page.get_by_role("radio", name="Nothing of these")).to_be_checked()
    open_person(laptop, "Ingrid Sohl")
    expect(laptop.page.get_by_role("radio", name="Your boss", exact=True)).to_be_checked()


def test_who_was_here_twice_becomes_one_also_for_a_device_that_was_away(
    phone: Device, laptop: Device
) -> None:
    phone.visit_once()
    phone.open("/people")
    add(phone, "Ines Duarte, Asset data, ines@norrholm.example")
    add(phone, "Jonas Wild, Engineer")
    add(phone, "Inês Duarte, Lead")
    add(phone, "Jonas Wild, Head of storage")
    phone.share_account_with(laptop)
    laptop.expect_saved()
    open_person(laptop, "Inês Duarte")
    laptop.go_offline()
    phone.open("/people")
    phone.button("More").click()
    phone.button("Find duplicates").click()
    expect(phone.heading("It seems two people are here twice.")).to_be_visible()
    phone.page.get_by_role("radio", name=re.compile("Ines Duarte.*ines@norrholm.example")).click()
    phone.button("Make them one").first.click()
    expect(phone.heading("One person is here twice, it seems.")).to_be_visible()
    # Two colleagues of one name: said once, and asked again only when it is taken back.
    phone.button("They are two people").click()
    expect(phone.heading("Everybody is here once.")).to_be_visible()
    phone.button("Undo").click()
    expect(phone.heading("One person is here twice, it seems.")).to_be_visible()
    phone.button("They are two people").click()
    expect(phone.heading("Everybody is here once.")).to_be_visible()
    phone.page.reload()
    expect(phone.heading("Everybody is here once.")).to_be_visible()
    phone.expect_saved()
    # Meanwhile, on the train, a word with the one who is gone.
    laptop.button("Log a word").click()
    laptop.page.get_by_role("button", name="Coffee", exact=True).click()
    expect(laptop.page.get_by_role("button", name=re.compile("^Coffee"))).to_be_visible()
    laptop.go_online()
    for device in (phone, laptop):
        device.expect_saved()
        open_person(device, "Ines Duarte")
        expect(device.page.get_by_role("button", name=re.compile("^Coffee"))).to_be_visible()
        expect(device.page.get_by_role("radio", name="Lead", exact=True)).to_be_checked()
    laptop.open("/people/duplicates")
    expect(laptop.heading("Everybody is here once.")).to_be_visible()


def choose_file(device: Device, *names: str) -> None:
    device.page.get_by_label("Choose a vCard file").set_input_files([CARDS / name for name in names])


def test_an_address_book_is_looked_at_before_it_is_kept_and_taken_back_at_once(phone: Device) -> None:
    phone.visit_once()
    phone.go_offline()
    phone.open("/people")
    add(phone, "Ingrid Sohl")
    phone.open("/people/import")
    choose_file(phone, "broken.vcf")
    expect(phone.heading("Two new people.")).to_be_visible()
    phone.page.get_by_text("Not quite whole").click()
    expect(phone.page.get_by_text("Line 11: a card that names nobody; it was left out.")).to_be_visible()
    expect(phone.page.get_by_text("Here already. Adds")).to_be_visible()
    phone.button("None").click()
    expect(phone.page.get_by_role("button", name="Nobody is chosen")).to_be_disabled()
    phone.button("All").click()
    phone.page.get_by_role("checkbox", name="Grace Tan").click()
    phone.button("Keep 2 people").click()
    expect(phone.heading("You know two people.")).to_be_visible()
    phone.button("Undo").click()
    expect(phone.heading("You know one person.")).to_be_visible()


def test_an_address_book_of_twelve_hundred_reaches_the_server_and_the_other_device(
    phone: Device, laptop: Device, tmp_path: Path
) -> None:
    """`python -m bench.address_book` does the same with 5,000, and measures it."""
    phone.visit_once()
    phone.share_account_with(laptop)
    answers: list[int] = []
    phone.page.on("response", lambda each: answers.append(each.status) if "/api/" in each.url else None)
    book = tmp_path / "contacts.vcf"
    book.write_text(address_book(1200))
    phone.open("/people/import")
    phone.page.get_by_label("Choose a vCard file").set_input_files(book)
    expect(phone.button("Keep 1200 people")).to_be_visible(timeout=30_000)
    phone.go_offline()
    phone.button("Keep 1200 people").click()
    expect(phone.heading("You know 1200 people.")).to_be_visible(timeout=30_000)
    # What is not on the server yet is said, and nothing is called saved before it is.
    expect(phone.status("1200 changes only on this device").first).to_be_attached()
    phone.go_online()
    expect(phone.status("Everything is saved on the server").first).to_be_attached(timeout=60_000)
    laptop.open("/people/everyone")
    expect(laptop.heading("You know 1200 people.")).to_be_visible(timeout=30_000)
    expect(laptop.status("Everything is saved on the server").first).to_be_attached(timeout=30_000)
    assert set(answers) == {200}


def test_a_file_that_is_no_address_book_changes_nothing(phone: Device) -> None:
    phone.open("/people/import")
    phone.page.get_by_label("Choose a vCard file").set_input_files(
        {"name": "notes.vcf", "mimeType": "text/vcard", "buffer": b"dear diary"}
    )
    expect(phone.page.get_by_text("There are no vCards in this file.")).to_be_visible()


def test_what_is_saved_can_be_brought_to_another_device(phone: Device, laptop: Device) -> None:
    phone.open("/people")
    add(phone, "Ines Duarte, Asset data, Norrholm Power, ines@norrholm.example", level="Lead")
    phone.button("More").click()
    with phone.page.expect_download() as saved:
        phone.button("Save everybody as a vCard").click()
    laptop.open("/people/import")
    laptop.page.get_by_label("Choose a vCard file").set_input_files(saved.value.path())
    expect(laptop.heading("One new person.")).to_be_visible()
    laptop.button("Keep 1 person").click()
    expect(
        laptop.page.get_by_role("link", name=re.compile("Ines Duarte.*Lead, Asset data, Norrholm Power"))
    ).to_be_visible()


def test_the_phones_own_list_of_contacts_is_offered_where_there_is_one(phone: Device) -> None:
    phone.open("/people/import")
    expect(phone.heading("Bring the people you know.")).to_be_visible()
    expect(phone.button("Choose from your phone")).to_have_count(0)
    phone.context.add_init_script(
        """globalThis.ContactsManager = class {};
        Object.defineProperty(navigator, "contacts", {
            value: { select: async () => [{ name: ["Leila Brandt"], email: ["leila@ostara.example"], tel: [] }] } });"""
    )
    phone.open("/people/import")
    phone.button("Choose from your phone").click()
    expect(phone.heading("One new person.")).to_be_visible()
    phone.button("Keep 1 person").click()
    expect(phone.page.get_by_role("link", name=re.compile("Leila Brandt"))).to_be_visible()
