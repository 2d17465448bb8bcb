"""A finger: on a grip it moves a line, anywhere else it moves the page. Real touches, as the browser gets them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.device import Device

OPTIONS = ("Storage team, Norrholm", "Planner at a consultancy", "Grid data certificate")


class Finger:
    """One finger on the glass of a device."""

    def __init__(self, device: Device) -> None:
        """A finger that touches nothing yet."""
        self.device = device
        self.x = self.y = 0.0

    def put_on(self, target: Locator) -> Finger:
        target.scroll_into_view_if_needed()
        box = target.bounding_box()
        assert box
        self.x, self.y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        self._send("touchStart")
        return self

    def move_to(self, y: float, *, steps: int = 12) -> Finger:
        """Sideways it trembles a little, as fingers do."""
        start = self.y
        for step in range(1, steps + 1):
            self.x += 1 if step % 2 else -1
            self.y = start + (y - start) * step / steps
            self._send("touchMove")
            self._next_frame()
        return self

    def rest(self, frames: int) -> Finger:
        for _ in range(frames):
            self._next_frame()
        return self

    def lift(self) -> None:
        self.device.cdp.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})

    def lose(self) -> None:
        """A call comes in, or the system takes the gesture for its own."""
        self.device.cdp.send("Input.dispatchTouchEvent", {"type": "touchCancel", "touchPoints": []})

    def _send(self, kind: str) -> None:
        self.device.cdp.send(
            "Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": self.x, "y": self.y}]}
        )

    def _next_frame(self) -> None:
        self.device.page.evaluate("new Promise((done) => requestAnimationFrame(() => done()))")


@pytest.fixture
def touched(take_device: Callable[..., Device]) -> Device:
    return take_device(has_touch=True, is_mobile=True)


def grip(device: Device, name: str) -> Locator:
    return device.page.get_by_role("button", name=f"Move: {name}", exact=True)


def middle(target: Locator) -> float:
    box = target.bounding_box()
    assert box
    return box["y"] + box["height"] / 2


def scrolled(device: Device) -> float:
    return float(device.page.evaluate("document.querySelector('main .pane__scroll').scrollTop"))


def titles(device: Device) -> list[str]:
    return device.page.get_by_role("main").get_by_role("heading", level=3).all_inner_texts()


def lines(device: Device) -> list[str]:
    boxes = device.page.get_by_role("main").get_by_role("checkbox").all()
    return [box.get_attribute("aria-label") or "" for box in boxes]


def expect_first(device: Device, title: str) -> None:
    expect(device.page.get_by_role("main").get_by_role("heading", level=3).first).to_have_text(title)


def test_an_option_is_ranked_with_a_finger_and_put_back_when_the_phone_rings(touched: Device) -> None:
    touched.visit_once()
    touched.go_offline()
    touched.open("/plan-b")
    touched.button("Add an option").tap()
    for title in OPTIONS:
        touched.page.keyboard.type(title)
        touched.page.keyboard.press("Enter")
        expect(touched.heading(title)).to_be_visible()
    touched.open("/plan-b")
    storage, consultancy, certificate = OPTIONS
    expect(touched.heading(certificate)).to_be_visible()
    before = scrolled(touched)

    Finger(touched).put_on(grip(touched, certificate)).move_to(middle(grip(touched, storage)) - 30).lift()
    expect_first(touched, certificate)
    assert titles(touched) == [certificate, storage, consultancy]
    assert scrolled(touched) == before

    # Cut short it is as if nothing had happened; the next finger starts anew.
    Finger(touched).put_on(grip(touched, certificate)).move_to(middle(grip(touched, consultancy)) + 40).lose()
    expect(touched.page.locator(".lifted")).to_have_count(0)
    assert titles(touched) == [certificate, storage, consultancy]
    Finger(touched).put_on(grip(touched, storage)).move_to(middle(grip(touched, certificate)) - 30).lift()
    expect_first(touched, storage)
    touched.expect_said(f"Moved: {storage}")
    touched.page.reload()
    expect_first(touched, storage)
    assert titles(touched) == [storage, certificate, consultancy]


def test_a_finger_on_a_line_scrolls_and_a_finger_on_its_grip_moves_it_as_far_as_the_page_goes(
    touched: Device,
) -> None:
    touched.open("/")
    touched.log_interview(company="Ostara Rail", role="Planning manager")
    touched.page.get_by_role("link", name="Debrief while it is fresh").tap()
    expect(touched.page.get_by_role("main").get_by_role("checkbox").nth(5)).to_be_attached()
    touched.page.set_viewport_size({"width": 412, "height": 480})
    before = lines(touched)
    words = touched.page.get_by_text(before[1], exact=True)
    finger = Finger(touched).put_on(words)
    start = scrolled(touched)
    # It comes to rest before it is lifted: the page is not thrown, and stays where it is.
    finger.move_to(finger.y - 180).rest(12).lift()
    assert lines(touched) == before
    assert scrolled(touched) > start + 100

    # Held at the lower edge, the page comes to meet the finger.
    first = grip(touched, before[0])
    finger = Finger(touched).put_on(first)
    start = scrolled(touched)
    finger.move_to(460).rest(90).lift()
    expect(touched.page.get_by_role("main").get_by_role("checkbox").last).to_have_attribute(
        "aria-label", before[0]
    )
    assert scrolled(touched) > start
    assert lines(touched) == [*before[1:], before[0]]
