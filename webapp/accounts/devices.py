"""A short name for a browser, from its User-Agent. A label for its owner; nothing is decided by it."""

# First match wins: every browser claims to be the ones further down, so that no site turns it away.
_BROWSERS = (
    (("Edg/", "EdgA/", "EdgiOS/"), "Edge"),
    (("OPR/", "OPT/"), "Opera"),
    (("SamsungBrowser/",), "Samsung Internet"),
    (("Firefox/", "FxiOS/"), "Firefox"),
    (("Chrome/", "CriOS/"), "Chrome"),
    (("Safari/",), "Safari"),
)
_SYSTEMS = (
    (("iPhone",), "iPhone"),
    (("iPad",), "iPad"),
    (("Android",), "Android"),
    (("Windows",), "Windows"),
    (("CrOS",), "ChromeOS"),
    (("Macintosh", "Mac OS X"), "Mac"),
    (("Linux",), "Linux"),
)

UNKNOWN = "Another device"


def device_name(user_agent: str) -> str:
    """ "Chrome on Android", or as much of it as the browser told."""
    browser = _first_named(_BROWSERS, user_agent)
    system = _first_named(_SYSTEMS, user_agent)
    if browser and system:
        return f"{browser} on {system}"
    return browser or system or UNKNOWN


def _first_named(table: tuple[tuple[tuple[str, ...], str], ...], user_agent: str) -> str | None:
    return next((name for marks, name in table if any(mark in user_agent for mark in marks)), None)
