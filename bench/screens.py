"""How long the screens of a long life take: `python -m bench.screens [--rounds 5] [--only /people] [--alone]`.

An account of 500 interviews and 20,000 lines in a real Chromium, on a phone's window, from the real server.
For each screen the script time from the tap until the page is quiet, in one round through all of them from a fresh
start: a screen is opened once, and meets only rows that another has read. With `--alone` each has a fresh start of its
own: nothing at all was read before. Medians over the rounds, at full speed and with the CPU slowed four times. Search
has a bench of its own. Then, at both speeds, the longest frame while one types.
The bars: 100 ms, 400 ms, no task above 50 ms. Needs a built client (`npm run build`). A busy machine
makes frames late, and tasks long, that are not: so the processor time of the longest task counts, and the last column
says what one key costs.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import CDPSession, Page, ViewportSize, sync_playwright

from bench.life import Life, life_until_now
from tests.browser.chromium import FLAGS, installed
from tests.live_server import LiveServer
from webapp.migrate import migrate

BAR_MS = {1: 100, 4: 400}
FRAME_BAR_MS = 50
QUIET_MS = {1: 500, 4: 1200}
PHONE = ViewportSize(width=412, height=915)
LONG_LETTER = ("The depot model came up again, and who would own it from May on.\n\n" * 182)[:12_000]
KEYS = "Ruth asked about the depots again, twice. "

FILL = """async (rowsByCollection) => {
    const database = await new Promise((done, failed) => {
        const request = indexedDB.open("rebound-local");
        request.onsuccess = () => done(request.result);
        request.onerror = () => failed(request.error);
    });
    for (const [collection, rows] of Object.entries(rowsByCollection)) {
        const transaction = database.transaction(collection, "readwrite");
        for (const row of rows) transaction.objectStore(collection).put(row);
        await new Promise((done) => (transaction.oncomplete = done));
    }
    database.close();
}"""

GO = """(path) => {
    const link = Object.assign(document.createElement("a"), { href: path });
    document.body.append(link);
    link.click();
    link.remove();
}"""

# The longest time between two frames, and the longest task: a frame may be late because the machine is.
WATCH_FRAMES = """() => {
    const seen = { gap: 0, task: 0, last: performance.now(), on: true };
    window.frames_seen = seen;
    new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) seen.task = Math.max(seen.task, duration);
    }).observe({ type: "longtask" });
    const frame = () => {
        const now = performance.now();
        seen.gap = Math.max(seen.gap, now - seen.last);
        seen.last = now;
        if (seen.on) requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
}"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--typing", action="store_true", help="measure typing only")
    parser.add_argument("--only", help="measure only addresses that begin so")
    parser.add_argument("--alone", action="store_true", help="open each screen first of all")
    arguments = parser.parse_args()
    life = life_until_now()
    with phone_of(life) as (page, cdp, url):
        wanted = [path for path in screens(life) if path.startswith(arguments.only or "/")]
        if arguments.rounds and not arguments.typing:
            groups = [[path] for path in wanted] if arguments.alone else [wanted]
            report_screens(page, cdp, url, groups, arguments.rounds)
        if not (arguments.only or arguments.alone):
            report_typing(page, cdp, url, life)


@contextmanager
def phone_of(life: Life) -> Iterator[tuple[Page, CDPSession, str]]:
    """A page on a phone's window with a whole life on the device, its CDP session, and the server's address."""
    with running_server() as url, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=installed(), args=list(FLAGS))
        page = browser.new_context(viewport=PHONE, locale="en-GB", timezone_id="Europe/Berlin").new_page()
        page.goto(url)
        page.get_by_role("button", name="I just had an interview").wait_for()
        page.evaluate(FILL, life.rows)
        print(f"{sum(map(len, life.rows.values()))} rows, of them {len(life.rows['items'])} lines\n")
        cdp = page.context.new_cdp_session(page)
        # The thread's own time: what else the machine does is not in it.
        cdp.send("Performance.enable", {"timeDomain": "threadTicks"})
        yield page, cdp, url
        browser.close()


@contextmanager
def running_server() -> Iterator[str]:
    with tempfile.TemporaryDirectory() as folder:
        database = f"sqlite:///{folder}/rebound.db"
        migrate(database)
        server = LiveServer(database, Path(folder) / "server", environment={})
        server.start()
        try:
            yield server.url
        finally:
            server.stop()


def screens(life: Life) -> list[str]:
    interview, person, win = life.interviews[-1], life.people[0], life.wins[1]
    checklist = life.rows["checklists"][-2]["id"]
    return [
        "/",
        "/just-had",
        "/interviews",
        f"/interviews/{interview}",
        f"/interviews/{interview}/feedback",
        f"/first-hour/{interview}",
        f"/checklists/{checklist}",
        f"/checklists/{life.long_list}",
        f"/compose/{life.rows['items'][-1]['id']}",
        "/messages",
        "/playbooks",
        "/playbooks/thank",
        "/plan-b",
        f"/plan-b/{life.plans[1]}",
        "/decisions",
        "/people",
        "/people/everyone",
        "/people/map",
        "/people/places",
        "/people/rhythms",
        "/people/duplicates",
        f"/people/{person}",
        "/wins",
        f"/wins/{win}",
        "/wins/gaps",
        "/wins/print",
        "/insights",
        "/trash",
    ]


def report_screens(page: Page, cdp: CDPSession, url: str, groups: list[list[str]], rounds: int) -> None:
    """`groups`: the screens that are opened one after the other from one fresh start."""
    paths = [path for group in groups for path in group]
    medians: dict[tuple[str, int], float] = {}
    spreads: dict[tuple[str, int], float] = {}
    for slower in BAR_MS:
        cdp.send("Emulation.setCPUThrottlingRate", {"rate": slower})
        taken = [one_round(page, cdp, url, groups, slower) for _ in range(rounds)]
        for path in paths:
            times = [times[path] for times in taken]
            medians[path, slower] = statistics.median(times)
            spreads[path, slower] = max(times) - min(times)
    cdp.send("Emulation.setCPUThrottlingRate", {"rate": 1})
    print(f"{'script, ms; median of ' + str(rounds):40}{'1x':>8}{'spread':>8}{'4x':>8}{'spread':>8}")
    for path in paths:
        cells = "".join(f"{medians[path, slower]:8.0f}{spreads[path, slower]:8.0f}" for slower in BAR_MS)
        over = [f"over {bar} at {slower}x" for slower, bar in BAR_MS.items() if medians[path, slower] > bar]
        print(f"{short(path):40}{cells}  {', '.join(over)}")


def one_round(
    page: Page, cdp: CDPSession, url: str, groups: list[list[str]], slower: int
) -> dict[str, float]:
    """Every screen once, after a fresh start at Settings for each group: nothing of it was read before."""
    times: dict[str, float] = {}
    for group in groups:
        page.goto(f"{url}/settings")
        page.get_by_role("heading", level=1).wait_for()
        quiet(page, cdp, slower)
        for path in group:
            before = script_ms(cdp)
            page.evaluate(GO, path)
            times[path] = quiet(page, cdp, slower) - before
            page.evaluate(GO, "/settings")
            quiet(page, cdp, slower)
    return times


def quiet(page: Page, cdp: CDPSession, slower: int) -> float:
    """Waits until no script has run for a while; gives the script time until then."""
    last = script_ms(cdp)
    while True:
        page.wait_for_timeout(QUIET_MS[slower])
        now = script_ms(cdp)
        # Asking costs a little script itself, and the clock of a signal may tick.
        if now - last < 3:
            return last
        last = now


def script_ms(cdp: CDPSession) -> float:
    return spent_ms(cdp, "ScriptDuration")


def spent_ms(cdp: CDPSession, *names: str) -> float:
    metrics = cdp.send("Performance.getMetrics")["metrics"]
    return 1000 * sum(float(metric["value"]) for metric in metrics if metric["name"] in names)


def report_typing(page: Page, cdp: CDPSession, url: str, life: Life) -> None:
    letter = f"/compose/{life.rows['items'][-1]['id']}"
    places = {
        "notes of 21,000 characters": (f"/interviews/{life.interviews[-1]}#notes", "textarea", ""),
        "a letter": (letter, "textarea", ""),
        "a letter of 12,000 characters": (letter, "textarea", LONG_LETTER),
        "search in Interviews": ("/interviews", "main input[type=search]", ""),
        "a line into a list of 200": (f"/checklists/{life.long_list}", "main input", ""),
    }
    print(f"\n{'typing, ms':40}{'':4}{'frame':>8}{'task':>8}{'its cpu':>8}{'a key':>8}")
    for name, (path, selector, words) in places.items():
        for slower in BAR_MS:
            frame, task, cpu, a_key = longest_frame(page, cdp, f"{url}{path}", selector, words, slower)
            over = f"over {FRAME_BAR_MS}" if cpu > FRAME_BAR_MS else ""
            print(f"{name:40}{slower:3}x{frame:8.0f}{task:8.0f}{cpu:8.0f}{a_key:8.1f}  {over}")


def longest_frame(
    page: Page, cdp: CDPSession, address: str, selector: str, words: str, slower: int
) -> tuple[float, float, float, float]:
    """The longest frame, the longest task, the most processor time of one, and what a key costs: script and layout."""
    page.goto(address)
    page.get_by_role("heading", level=1).first.wait_for()
    for name in ("Add a line", "Search"):
        button = page.get_by_role("button", name=name, exact=True)
        if button.is_visible():
            button.click()
    field = page.locator(selector).last
    if field.count() == 0:
        return (float("nan"),) * 4
    if words:
        field.fill(words)
    field.focus()
    page.wait_for_timeout(1500)
    cdp.send("Emulation.setCPUThrottlingRate", {"rate": slower})
    page.wait_for_timeout(500)
    page.evaluate(WATCH_FRAMES)
    work = ("ScriptDuration", "RecalcStyleDuration", "LayoutDuration")
    before = spent_ms(cdp, *work)
    # As fast as a person types at best, and no faster where the machine is slow: else the keys queue up.
    with traced(page, cdp) as events:
        page.keyboard.type(KEYS, delay=60 * slower)
        page.wait_for_timeout(1000)
    seen = page.evaluate("() => Object.assign(window.frames_seen, { on: false })")
    a_key = (spent_ms(cdp, *work) - before) / len(KEYS)
    cdp.send("Emulation.setCPUThrottlingRate", {"rate": 1})
    return seen["gap"], seen["task"], longest_cpu_ms(events), a_key


@contextmanager
def traced(page: Page, cdp: CDPSession) -> Iterator[list[dict[str, Any]]]:
    """What Chromium notes of the page's tasks, complete once the block is over."""
    events: list[dict[str, Any]] = []
    ends: list[object] = []
    cdp.on("Tracing.dataCollected", lambda part: events.extend(part["value"]))
    cdp.on("Tracing.tracingComplete", lambda end: ends.append(end))
    categories = {"includedCategories": ["disabled-by-default-devtools.timeline"]}
    cdp.send("Tracing.start", {"transferMode": "ReportEvents", "traceConfig": categories})
    yield events
    cdp.send("Tracing.end")
    while not ends:
        page.wait_for_timeout(20)


def longest_cpu_ms(events: list[dict[str, Any]]) -> float:
    """The processor time of the longest task of a page's main thread; what else the machine did is not in it."""
    mains = {
        (event["pid"], event["tid"])
        for event in events
        if event["name"] == "thread_name" and event["args"]["name"] == "CrRendererMain"
    }
    tasks = (
        event for event in events if event["name"] == "RunTask" and (event["pid"], event["tid"]) in mains
    )
    return max((event.get("tdur", 0) for event in tasks), default=0) / 1000


def short(path: str) -> str:
    """`/interviews/<id>` for an address with an id in it."""
    return "/".join("<id>" if len(part) == 36 else part for part in path.split("/"))


if __name__ == "__main__":
    main()
