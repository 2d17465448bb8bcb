"""Praise arrives, is kept in one line, passed on with care, summed up, printed, and put beside what somebody missed."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from urllib.parse import quote

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.device import Device

TODAY = datetime.now(UTC).date()
PRAISE = "Your forecast told us about the Sande outage a day before the phones did."


def add_win(device: Device, line: str) -> None:
    """One line is enough."""
    device.page.get_by_label("One line is enough").fill(line)
    device.button("Add this win").click()
    expect(win_link(device, line)).to_be_visible()


def win_link(device: Device, words: str) -> Locator:
    return device.page.get_by_role("main").get_by_role("link", name=words)


def row(device: Device, words: str) -> Locator:
    return device.page.get_by_role("listitem").filter(has=device.page.get_by_role("link", name=words))


def praised(device: Device, line: str, *, by: str, words: str) -> None:
    """Complete a win: who said it, in writing, and in which words."""
    win_link(device, line).click()
    device.page.get_by_label("Who praised it").fill(by)
    device.page.keyboard.press("Tab")
    device.page.get_by_role("radio", name="In writing").click()
    device.page.get_by_label("In their words").fill(words)
    expect(device.heading(words)).to_be_visible()


def name_boss(device: Device, name: str) -> None:
    dialog = device.page.get_by_role("dialog")
    expect(dialog.get_by_text("Who is your boss?")).to_be_visible()
    dialog.get_by_label("Name", exact=True).fill(name)
    device.page.keyboard.press("Enter")
    expect(dialog.get_by_text("Your boss. First, always.")).to_be_visible()


def letter(device: Device) -> Locator:
    return device.page.get_by_label("Message", exact=True)


def mark_as_sent(device: Device) -> None:
    """Hand it to the mail program, leave out what is open, and say that it was sent."""
    device.page.evaluate(
        """() => document.addEventListener("click", (event) => {
            if (event.target.closest('a[href^="mailto:"]')) event.preventDefault();
        })"""
    )
    device.button("Open in mail").click()
    open_gaps = device.page.get_by_role("dialog")
    expect(open_gaps.or_(device.heading("Did you send it?"))).to_be_visible()
    if open_gaps.is_visible():
        device.button("Leave it out").click()
        expect(open_gaps).to_have_count(0)
        expect(device.page.get_by_role("region", name="Still to fill in")).to_have_count(0)
        device.button("Open in mail").click()
    device.button("Yes, it is sent").click()
    expect(device.page.get_by_text(re.compile("^Sent")).first).to_be_visible()


@pytest.fixture
def wins(phone: Device) -> Device:
    """The phone, at Wins, as if the network were gone from now on."""
    phone.visit_once()
    phone.open("/wins")
    expect(phone.heading("What went well?")).to_be_visible()
    phone.go_offline()
    return phone


def test_praise_is_passed_on_offline_and_every_device_knows_who_knows(
    phone: Device, take_device: Callable[..., Device]
) -> None:
    laptop = take_device(viewport={"width": 1280, "height": 800})
    phone.create_account()
    phone.wait_for_worker()
    phone.go_offline()
    phone.open("/wins")
    add_win(phone, "Forecast saw the outage")
    praised(phone, "Forecast saw the outage", by="Ines Duarte", words=PRAISE)
    phone.button("Pass it on").click()
    dialog = phone.page.get_by_role("dialog", name="Pass it on")
    write = dialog.get_by_role("button", name="Write the two lines")
    # The question comes first, then who.
    expect(dialog.get_by_text("First: may this leave your team?")).to_be_visible()
    expect(dialog.get_by_text("Who is your boss?")).to_have_count(0)
    dialog.get_by_role("radio", name="In my own words").click()
    name_boss(phone, "Tomas Reiter")
    dialog.get_by_text("Who is above Tomas?").click()
    dialog.get_by_label("Name", exact=True).fill("Ingrid Sohl")
    phone.page.keyboard.press("Enter")
    copy = dialog.get_by_role("switch", name="Ingrid Sohl in copy")
    expect(copy).to_have_attribute("aria-checked", "false")
    write.click()
    expect(letter(phone)).to_have_value(re.compile("^Dear Tomas,"))
    text = letter(phone).input_value()
    assert "Ines Duarte" in text
    assert re.search("Sande|a day before|Forecast", text) is None
    mark_as_sent(phone)
    phone.open("/wins")
    expect(row(phone, PRAISE).get_by_text("Tomas knows")).to_be_visible()
    expect(row(phone, PRAISE).get_by_role("button", name="To Ingrid, too?")).to_be_visible()
    phone.go_online()
    phone.expect_saved()

    phone.carry_passkeys_to(laptop)
    laptop.sign_in()
    laptop.tab("Wins").click()
    expect(row(laptop, PRAISE).get_by_text("Tomas knows")).to_be_visible()
    # Asked once: the other device remembers the boss, and the answer about this win.
    row(laptop, PRAISE).get_by_role("button", name="To Ingrid, too?").click()
    sheet = laptop.page.get_by_role("dialog", name="Pass it on")
    expect(sheet.get_by_role("radio", name=re.compile("^In my own words"))).to_be_checked()
    expect(sheet.get_by_role("switch", name="Tomas Reiter in copy")).to_have_attribute("aria-checked", "true")
    sheet.get_by_role("button", name="Write the two lines").click()
    expect(letter(laptop)).to_have_value(re.compile("^Dear Ingrid,"))
    mark_as_sent(laptop)
    laptop.open("/wins")
    expect(row(laptop, PRAISE).get_by_text("Tomas and Ingrid know")).to_be_visible()
    expect(row(phone, PRAISE).get_by_text("Tomas and Ingrid know")).to_be_visible()
    # It was a slip: one tap, and only Tomas was told, on both.
    win_link(laptop, PRAISE).click()
    laptop.page.get_by_role("link", name=re.compile("^By mail")).last.click()
    laptop.button("It was not sent").click()
    expect(letter(laptop)).to_be_visible()
    laptop.open("/wins")
    expect(row(laptop, PRAISE).get_by_text("Tomas knows")).to_be_visible()
    expect(row(phone, PRAISE).get_by_text("Tomas knows")).to_be_visible()


def test_not_sure_asks_the_one_who_said_it_first(wins: Device) -> None:
    add_win(wins, "Forecast saw the outage")
    praised(wins, "Forecast saw the outage", by="Ines Duarte", words=PRAISE)
    wins.button("Pass it on").click()
    dialog = wins.page.get_by_role("dialog")
    dialog.get_by_role("radio", name="I am not sure, I will ask Ines first").click()
    dialog.get_by_role("button", name="Ask Ines", exact=True).click()
    expect(letter(wins)).to_have_value(re.compile("^Dear Ines,"))
    assert "May I pass it on" in letter(wins).input_value()
    mark_as_sent(wins)
    # Nobody above was told by it; the sheet says that a yes is missing.
    wins.open("/wins")
    expect(row(wins, PRAISE).get_by_text("Only you know")).to_be_visible()
    wins.button("Pass it on").click()
    expect(dialog.get_by_text("You asked Ines on")).to_be_visible()
    # With the yes it may leave, and the letter says it in her words.
    dialog.get_by_role("radio", name="As it is, with the name and the place").click()
    name_boss(wins, "Tomas Reiter")
    dialog.get_by_role("button", name="Write the two lines").click()
    expect(letter(wins)).to_have_value(re.compile("Ines Duarte put it like this: “Your forecast told us"))
    # A second thought: what was suggested is said anew, what was typed stays.
    letter(wins).press("Control+End")
    letter(wins).press_sequentially("\n\nP.S. More on Monday.")
    expect(wins.page.get_by_text("Draft kept")).to_be_visible()
    wins.open("/wins")
    wins.button("Pass it on").click()
    dialog.get_by_role("radio", name="In my own words").click()
    expect(dialog.get_by_role("radio", name=re.compile("^In my own words"))).to_be_checked()
    dialog.get_by_role("button", name="Write the two lines").click()
    expect(letter(wins)).to_have_value(re.compile(r"P\.S\. More on Monday"))
    expect(letter(wins)).not_to_have_value(re.compile("Sande"))


def test_told_in_person_counts_and_going_round_the_boss_is_said_calmly(wins: Device) -> None:
    add_win(wins, "Depot model handed over: 14 minutes a run, was 90")
    win_link(wins, "Depot model handed over").click()
    today = date.fromisoformat(wins.page.get_by_label("When").input_value())
    day = (today - timedelta(days=11)).isoformat()
    wins.page.get_by_label("When").fill(day)
    wins.button("Pass it on").click()
    dialog = wins.page.get_by_role("dialog")
    dialog.get_by_role("radio", name="As it is").click()
    name_boss(wins, "Tomas Reiter")
    expect(dialog.get_by_text("Eleven days old.")).to_be_visible()
    dialog.get_by_text("Who is above Tomas?").click()
    dialog.get_by_label("Name", exact=True).fill("Ingrid Sohl")
    wins.page.keyboard.press("Enter")
    expect(dialog.get_by_role("switch", name="Ingrid Sohl in copy")).to_be_visible()
    dialog.get_by_role("button", name="Close").click()
    wins.button("I told somebody").click()
    dialog.get_by_role("radio", name="Ingrid Sohl").click()
    expect(dialog.get_by_text("Tomas does not know of it yet.")).to_be_visible()
    dialog.get_by_role("radio", name="Tomas Reiter").click()
    expect(dialog.get_by_text("Tomas does not know of it yet.")).to_have_count(0)
    dialog.get_by_role("radio", name="In a meeting").click()
    dialog.get_by_role("button", name="Note it").click()
    expect(wins.page.get_by_text("Tomas knows", exact=True)).to_be_visible()
    expect(wins.page.get_by_text(re.compile("^In a meeting, "))).to_be_visible()
    wins.button("Undo").click()
    expect(wins.page.get_by_text("Only you know")).to_be_visible()


def share(device: Device, **words: str) -> None:
    """What the system's share sheet sends, by the manifest: a form."""
    device.page.evaluate(
        """(words) => {
            const form = document.createElement("form");
            Object.assign(form, { method: "post", action: "/wins/new" });
            for (const [name, value] of Object.entries(words))
                form.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }));
            document.body.append(form);
            form.submit();
        }""",
        words,
    )


def test_words_shared_from_another_app_are_kept_without_a_network(wins: Device) -> None:
    share(wins, title="Re: Sande", text="“Calm when it counted.” https://mail.example/42")
    expect(wins.page).to_have_url(f"{wins.origin}/wins/new?shared")
    expect(wins.page.get_by_label("In one line")).to_have_value("Re: Sande")
    expect(wins.page.get_by_label("In their words")).to_have_value("Calm when it counted.")
    expect(wins.page.get_by_label("Where the proof lies")).to_have_value("https://mail.example/42")
    wins.page.get_by_label("In one line").fill("")
    wins.button("Keep it").click()
    expect(wins.page.get_by_text("One line is enough. The rest is kept.")).to_be_visible()
    wins.page.get_by_label("In one line").fill("Calm in the storm")
    wins.page.get_by_label("Who said it").fill("Mikkel Holm")
    # Killed and opened again, the words are still there.
    wins.page.reload()
    expect(wins.page.get_by_label("In one line")).to_have_value("Calm in the storm")
    wins.button("Keep it").click()
    expect(wins.heading("“Calm when it counted.”")).to_be_visible()
    expect(wins.page.get_by_label("Who praised it")).to_have_value("Mikkel Holm")
    # Nothing is left of the words but the win.
    wins.open("/wins/new?shared")
    expect(wins.page.get_by_text("What you shared did not arrive.")).to_be_visible()
    expect(wins.page.get_by_label("In their words")).to_have_value("")


def test_an_app_installed_long_ago_shares_by_an_address(wins: Device) -> None:
    wins.open(f"/wins/new?text={quote('Calm when it counted. https://mail.example/42')}")
    expect(wins.page.get_by_label("In their words")).to_have_value("Calm when it counted.")
    expect(wins.page.get_by_label("Where the proof lies")).to_have_value("https://mail.example/42")


def test_friday_in_one_line_and_the_month_in_five(wins: Device) -> None:
    # The fifteenth: in its first week a month is not yet the one that is summed up.
    wins.page.clock.set_fixed_time(TODAY.replace(day=15).isoformat() + "T12:00:00Z")
    wins.open("/wins#week")
    dialog = wins.page.get_by_role("dialog", name="The week in one line")
    dialog.get_by_label("Done").fill("Depot model handed over")
    dialog.get_by_label("What it changed").fill("14 minutes a run, was 90")
    dialog.get_by_label("Who saw it").fill("Leila Brandt")
    expect(
        dialog.get_by_text("Depot model handed over: 14 minutes a run, was 90. Leila Brandt saw it.")
    ).to_be_visible()
    dialog.get_by_role("button", name="Keep it").click()
    expect(win_link(wins, "Depot model handed over")).to_be_visible()
    for number in range(1, 7):
        add_win(wins, f"Small thing {number}")
    wins.page.get_by_role("link", name=re.compile("in five lines")).click()
    expect(wins.heading("The month in five lines")).to_be_attached()
    expect(wins.page.get_by_text("At most five: what somebody praised")).to_be_visible()
    expect(letter(wins)).to_have_value(re.compile(r"Depot model handed over\. 14 minutes a run, was 90\."))
    assert len(re.findall("Small thing", letter(wins).input_value())) == 4


def test_one_page_for_the_review_talk(wins: Device) -> None:
    # In the middle of the year: on its first day nothing lies before that day.
    wins.page.clock.set_fixed_time(f"{TODAY.year}-06-15T12:00:00Z")
    for number in range(1, 13):
        name = "*4*" if number == 4 else number
        add_win(wins, f"Result {name}: 1{number} minutes a run, was 90")
    wins.page.get_by_role("link", name=re.compile("^One page for the review talk")).click()
    paper = wins.page.get_by_role("article", name="The page")
    expect(paper.get_by_role("heading", name="What went well in")).to_be_visible()
    expect(paper.get_by_role("listitem")).to_have_count(12)
    for paper_size in ("A4", "Letter"):
        assert pages_of(wins.page.pdf(format=paper_size)) == 1
    with wins.page.expect_download() as download:
        wins.button("Download as Markdown").click()
    assert re.fullmatch(r"wins-\d{4}-\d\d-\d\d\.md", download.value.suggested_filename)
    text = download.value.path().read_text()
    assert text.startswith(f"# What went well in {TODAY.year}\n\n")
    # Stars one typed are stars, not Markdown.
    assert text.count("\n- **Result ") == 12
    assert re.search(r"\n- \*\*Result \\\*4\\\*: 14 minutes a run, was 90\*\* \(.*\)\n", text)
    wins.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=wins.origin)
    wins.button("Copy as Markdown").click()
    wins.expect_said("Copied as Markdown text.")
    assert wins.page.evaluate("navigator.clipboard.readText()") == text
    # Other days, kept by a reload.
    wins.page.get_by_role("radio", name="Other days").click()
    wins.page.get_by_label("To").fill(f"{TODAY.year}-01-01")
    wins.page.get_by_label("To").blur()
    expect(wins.page.get_by_text("Nothing of that time is written down.")).to_be_visible()
    wins.page.reload()
    expect(wins.page.get_by_label("To")).to_have_value(f"{TODAY.year}-01-01")


def pages_of(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf))


def test_a_win_answers_what_somebody_missed(phone: Device) -> None:
    phone.open("/")
    phone.log_interview(company="Norrholm Power", role="Team lead", people=("Tomas Reiter",))
    interview = phone.page.url.removeprefix(phone.origin)
    phone.page.get_by_role("link", name=re.compile("^Feedback")).click()
    phone.page.get_by_role("radio", name="Tomas Reiter").click()
    phone.button("I have asked").click()
    phone.button("Set the date").click()
    phone.button("Paste the answer").click()
    gap = "You did not name a budget you had answered for."
    phone.page.get_by_label("Their answer").fill(f"Thank you for the talk. {gap}")
    phone.button("Sort it").click()
    phone.button(f"Choose a win that answers: {gap}").click()
    dialog = phone.page.get_by_role("dialog", name="Which win answers it?")
    dialog.get_by_label("A new win, in one line").fill("Budget of 40,000 kept for a year")
    phone.page.keyboard.press("Enter")
    phone.page.get_by_role("link", name="Answered by: Budget of 40,000 kept for a year").click()
    expect(phone.heading("This answers")).to_be_visible()
    expect(phone.page.get_by_role("link", name="Team lead, Norrholm Power")).to_have_attribute(
        "href", f"{interview}/feedback"
    )
    # And the other way about: all that was missed, in one place.
    phone.button("It does not").click()
    phone.button("It answers something they missed").click()
    phone.page.get_by_role("dialog").get_by_role("button", name=re.compile("a budget you had")).click()
    expect(phone.heading("This answers")).to_be_visible()
    phone.open("/wins/gaps")
    expect(
        phone.page.get_by_role("link", name="Answered by: Budget of 40,000 kept for a year")
    ).to_be_visible()


def test_the_list_of_a_win_opens_the_real_thing(wins: Device) -> None:
    add_win(wins, "Depot model handed over")
    win_link(wins, "Depot model handed over").click()
    wins.page.get_by_role("button", name=re.compile("Start “Forward wins”")).click()
    expect(wins.heading("Forward wins")).to_be_visible()
    for line, tool, opens in (
        ("Check names, figures and policy; paraphrase if unsure", "Check", "Pass it on"),
        ("Tell your boss: result, effect, what is next", "Write", "Tell your boss"),
        ("Sum up the month in five lines", "Write", "The month in five lines"),
    ):
        item = wins.page.get_by_role("listitem").filter(has=wins.item(line))
        # One line opens by itself; before that nobody can say which ones are closed.
        expect(wins.page.get_by_role("button", name="Skip")).to_be_visible()
        if not item.get_by_role("link", name=tool).is_visible():
            item.get_by_text(line, exact=True).click()
        item.get_by_role("link", name=tool).click()
        expect(wins.heading(opens)).to_be_attached()
        wins.page.go_back()
        expect(wins.heading("Forward wins")).to_be_visible()
