"""How soon everything can be searched, and what a key costs: `python -m bench.search [--rounds 3]`.

An account of 500 interviews with notes of 2,000 characters each, 20,000 lines, some people, wins and plans, in a real
Chromium on a phone's window, at full speed and with the CPU slowed four times. The bars: 1.5 s from opening Search
until nothing is missing, 30 ms a key in script, styles and layout, no task above 50 ms. By the clock of a busy machine
both are longer than they are: "script" is the page's own time.
"""

from __future__ import annotations

import argparse
import random
import statistics
from typing import Any

from playwright.sync_api import CDPSession, Page

from bench.life import Life, life_until_now
from bench.screens import GO, phone_of, spent_ms

READY_BAR_MS = 1500
KEY_BAR_MS = 30
TASK_BAR_MS = 50
WORK = ("ScriptDuration", "RecalcStyleDuration", "LayoutDuration")

# Common words, names with two letters mixed up, words of a line and its company, and what nobody wrote.
QUERIES = ("line thank", "ruth abelson", "rtuh abeslon", "company 4 thank", "kogeta", "xylophone")

FEW = {"people": 300, "wins": 200, "plans": 40, "touches": 0, "messages": 0, "forwards": 0}

# No frames are asked for: without a graphics card they would take a core from what is measured.
WATCH_TASKS = """() => {
    const seen = { task: 0 };
    window.tasks_seen = seen;
    new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) seen.task = Math.max(seen.task, duration);
    }).observe({ type: "longtask" });
}"""

# From now until it says that nothing was found: by the page's clock, not by when somebody outside looks again.
WATCH_READY = """() => {
    const began = performance.now();
    const observer = new MutationObserver(() => {
        if (!document.querySelector("main").textContent.includes("Nothing reads like that.")) return;
        window.ready_ms = performance.now() - began;
        observer.disconnect();
    });
    observer.observe(document.body, { childList: true, subtree: true, characterData: true });
}"""

SYLLABLES = [first + second for first in "bdfgklmnprst" for second in "aeiou"]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    rounds = parser.parse_args().rounds
    life = with_long_notes(of_lines(life_until_now()))
    with phone_of(life) as (page, cdp, url):
        for slower in (1, 4):
            report(page, cdp, url, slower, rounds)


def of_lines(life: Life) -> Life:
    """The 20,000 records the bar speaks of: of what `bench.screens` adds to the lines, a little."""
    for collection, most in FEW.items():
        del life.rows[collection][most:]
    return life


def with_long_notes(life: Life) -> Life:
    """Notes as long as an hour's talk, in a vocabulary of 12,000 words."""
    draw = random.Random(5)
    words = ["".join(draw.choices(SYLLABLES, k=draw.randint(2, 4))) for _ in range(12_000)]
    for interview in life.rows["interviews"]:
        picked = (words[int(draw.random() ** 2 * len(words))] for _ in range(300))
        interview["fields"]["notes"] = " ".join(picked)
    return life


def report(page: Page, cdp: CDPSession, url: str, slower: int, rounds: int) -> None:
    cdp.send("Emulation.setCPUThrottlingRate", {"rate": slower})
    opened = [open_search(page, cdp, url) for _ in range(rounds)]
    print(f"{f'CPU {slower}x slower' if slower > 1 else 'full speed':34}{'median':>9}{'most':>9}  bar")
    show("ready, ms by the clock", [one["wall"] for one in opened], READY_BAR_MS)
    show("ready, ms of script", [one["script"] for one in opened], READY_BAR_MS)
    show("longest task meanwhile, ms", [one["task"] for one in opened], TASK_BAR_MS)
    if slower == 1:
        show("memory it takes, MB", [one["memory"] for one in opened], None)
    for query in QUERIES:
        keys, task = type_query(page, cdp, query)
        show(f"a key of “{query}”, ms", keys, KEY_BAR_MS)
        if task > TASK_BAR_MS:
            print(f"  a task of {task:.0f} ms")
    cdp.send("Emulation.setCPUThrottlingRate", {"rate": 1})
    print()


def show(what: str, values: list[float], bar: float | None) -> None:
    median, most = statistics.median(values), max(values)
    missed = "  MISSED" if bar is not None and median > bar else ""
    print(f"{what:34}{median:9.1f}{most:9.1f}  {'' if bar is None else f'≤ {bar:g}'}{missed}")


def open_search(page: Page, cdp: CDPSession, url: str) -> dict[str, float]:
    """From another screen, with nothing read, until a word that nobody wrote is known not to be there."""
    page.goto(f"{url}/settings")
    page.get_by_role("heading", level=1).wait_for()
    page.wait_for_timeout(1000)
    heap = heap_mb(cdp)
    page.evaluate(WATCH_TASKS)
    script = spent_ms(cdp, "ScriptDuration")
    page.evaluate(WATCH_READY)
    page.evaluate(GO, "/search")
    page.get_by_role("searchbox").fill("zyzzyva")
    page.get_by_role("heading", name="Nothing reads like that.").wait_for(timeout=60_000)
    wall: float = page.evaluate("window.ready_ms")
    seen: dict[str, Any] = page.evaluate("() => window.tasks_seen")
    script = spent_ms(cdp, "ScriptDuration") - script
    return {"wall": wall, "script": script, "task": seen["task"], "memory": heap_mb(cdp) - heap}


def type_query(page: Page, cdp: CDPSession, query: str) -> tuple[list[float], float]:
    """What each key costs until its results are on the screen, and the longest task."""
    field = page.get_by_role("searchbox")
    field.fill("")
    page.wait_for_timeout(300)
    page.evaluate(WATCH_TASKS)
    costs: list[float] = []
    for key in query:
        before = spent_ms(cdp, *WORK)
        field.press(key if key != " " else "Space")
        page.wait_for_timeout(250)
        costs.append(spent_ms(cdp, *WORK) - before)
    seen: dict[str, Any] = page.evaluate("() => window.tasks_seen")
    return costs, float(seen["task"])


def heap_mb(cdp: CDPSession) -> float:
    cdp.send("HeapProfiler.collectGarbage")
    return spent_ms(cdp, "JSHeapUsedSize") / 1e9


if __name__ == "__main__":
    main()
