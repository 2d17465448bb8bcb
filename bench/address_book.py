"""A whole address book through sync: `python -m bench.address_book [--people 5000]`.

A vCard file is imported on a signed-in phone with a real server behind it: how long until it is read, kept, on the
server, and on a second device that signs in meanwhile. Beside the times: every sync request with its status (none may
fail or meet a limit), what the sync mark said, and what the server had when it said "saved". Needs a built client.
"""

from __future__ import annotations

import argparse
import sqlite3
import tempfile
import time
from collections import Counter
from pathlib import Path

from playwright.sync_api import Browser, Response, expect, sync_playwright

from tests.browser.chromium import FLAGS, installed
from tests.browser.device import Device
from tests.live_server import LiveServer
from webapp.migrate import migrate

FIRST = ("Nadia", "Tomas", "Ingrid", "Ines", "Mikkel", "Leila", "Jonas", "Ruth", "Samuel", "Priya")
LAST = ("Lenz", "Reiter", "Sohl", "Duarte", "Holm", "Brandt", "Wild", "Abelson", "Okoro", "Raman")
PLACES = ("Norrholm Power", "Ostara Rail", "Fenn & Lowe", "Grid Office", "Brandt Consulting")
PATIENCE_MS = 300_000

# What the sync mark says, word after word.
WATCH = """() => {
    window.said = [];
    const look = () => {
        const words = document.querySelector(".sync")?.textContent ?? "";
        if (words !== "" && words !== window.said.at(-1)) window.said.push(words);
    };
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true });
    look();
}"""


def address_book(count: int) -> str:
    """As a phone exports it: a name, a company, a role, a number and an address of each."""
    return "".join(
        "BEGIN:VCARD\r\nVERSION:3.0\r\n"
        f"N:{LAST[index // 10 % 10]} {index};{FIRST[index % 10]};;;\r\n"
        f"FN:{FIRST[index % 10]} {LAST[index // 10 % 10]} {index}\r\n"
        f"ORG:{PLACES[index % 5]};Department {index % 12}\r\nTITLE:Planner\r\n"
        f"TEL;TYPE=CELL:+47 400 {index:05}\r\nEMAIL;TYPE=INTERNET:person{index}@norrholm.example\r\n"
        f"NOTE:Met in {2010 + index % 15}\\, at the spring fair.\r\nEND:VCARD\r\n"
        for index in range(count)
    )


def import_book(device: Device, count: int, folder: Path) -> float:
    """Choose the file and keep everybody; returns the seconds until the preview was there."""
    file = folder / "contacts.vcf"
    file.write_text(address_book(count))
    device.open("/people/import")
    began = time.perf_counter()
    device.page.get_by_label("Choose a vCard file").set_input_files(file)
    keep = device.button(f"Keep {count} people")
    expect(keep).to_be_enabled(timeout=PATIENCE_MS)
    read_s = time.perf_counter() - began
    keep.click()
    return read_s


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=5000)
    count = parser.parse_args().people
    with tempfile.TemporaryDirectory() as folder_name, sync_playwright() as playwright:
        folder = Path(folder_name)
        database = folder / "rebound.db"
        migrate(f"sqlite:///{database}")
        server = LiveServer(f"sqlite:///{database}", folder, environment={})
        server.start()
        browser = playwright.chromium.launch(executable_path=installed(), args=list(FLAGS))
        try:
            measure(browser, server, database, folder, count)
        finally:
            browser.close()
            server.stop()


def measure(browser: Browser, server: LiveServer, database: Path, folder: Path, count: int) -> None:
    phone = Device.take(browser, server.url)
    phone.visit_once()
    phone.create_account()
    requests: list[Response] = []
    phone.page.on(
        "response", lambda answer: requests.append(answer) if answer.url.endswith("/api/sync") else None
    )
    read_s = import_book(phone, count, folder)
    phone.cdp.send("Performance.enable", {"timeDomain": "threadTicks"})
    worked_before_s = worked_s(phone)
    began = time.perf_counter()
    phone.page.evaluate(WATCH)
    expect(phone.page.get_by_text(f"Added {count} people", exact=True)).to_be_attached(timeout=PATIENCE_MS)
    kept_s = time.perf_counter() - began
    laptop = Device.take(browser, server.url)
    phone.carry_passkeys_to(laptop)
    laptop.visit_once()
    laptop.sign_in()
    expect(phone.status("Everything is saved on the server").first).to_be_attached(timeout=PATIENCE_MS)
    there = people_in(database)
    saved_s = time.perf_counter() - began
    page_s = worked_s(phone) - worked_before_s
    laptop.open("/people/everyone")
    expect(laptop.heading(f"You know {count} people.")).to_be_visible(timeout=PATIENCE_MS)
    other_s = time.perf_counter() - began
    said = phone.page.evaluate("window.said")
    statuses = Counter(answer.status for answer in requests)
    print(f"{count} cards, by the clock of a machine that may be busy:")
    print(f"  read and looked at        {read_s:6.1f} s")
    print(f"  kept on the phone         {kept_s:6.1f} s after the tap")
    print(f"  said to be on the server  {saved_s:6.1f} s after the tap, when the server had {there} people")
    print(f"  of that in requests       {sum(map(seconds_of, requests)):6.1f} s")
    print(f"  the page's own work       {page_s:6.1f} s of processor time")
    print(f"  all on a second device    {other_s:6.1f} s after the tap, its signing in included")
    print(f"  sync requests by status   {dict(statuses)}")
    print(f"  the sync mark said        {', '.join(said)}")
    faults = phone.faults + laptop.faults
    print(f"  complaints of the pages   {faults or 'none'}")


def worked_s(device: Device) -> float:
    """Processor time of the page's main thread so far, in tasks."""
    metrics = device.cdp.send("Performance.getMetrics")["metrics"]
    return float(next(each["value"] for each in metrics if each["name"] == "TaskDuration"))


def seconds_of(answer: Response) -> float:
    timing = answer.request.timing
    return float(timing["responseEnd"] - timing["requestStart"]) / 1000


def people_in(database: Path) -> int:
    with sqlite3.connect(f"file:{database}?mode=ro", uri=True) as connection:
        return int(connection.execute("SELECT count(*) FROM people").fetchone()[0])


if __name__ == "__main__":
    main()
