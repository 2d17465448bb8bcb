"""What the phone is told about the installed app (W3C Web Application Manifest)."""

AIR = "#043a3f"  # --air of the light scheme: a manifest has one colour only, the shell's metas have both


def _png(name: str, size: int, purpose: str = "any") -> dict[str, str]:
    return {
        "src": f"/static/icons/{name}-{size}.png",
        "sizes": f"{size}x{size}",
        "type": "image/png",
        "purpose": purpose,
    }


MANIFEST = {
    "id": "/",
    "name": "Rebound",
    "short_name": "Rebound",
    "description": "Short checklists for the hours and weeks after an interview.",
    "lang": "en",
    "dir": "ltr",
    "start_url": "/",
    "scope": "/",
    "display": "standalone",
    "theme_color": AIR,
    "background_color": AIR,
    "categories": ["productivity", "business"],
    "icons": [
        {"src": "/static/icons/mark.svg", "sizes": "any", "type": "image/svg+xml", "purpose": "any"},
        _png("icon", 192),
        _png("icon", 512),
        _png("maskable", 192, "maskable"),
        _png("maskable", 512, "maskable"),
        _png("monochrome", 512, "monochrome"),
    ],
    "shortcuts": [
        {
            "name": "I just had an interview",
            "short_name": "Just had one",
            "url": "/just-had",
            "icons": [_png("icon", 192)],
        },
        {"name": "Add a win", "url": "/wins/new", "icons": [_png("icon", 192)]},
    ],
    # Answered by the service worker, so that a kind word can be kept in a tunnel (client/platform/shared-words.ts).
    # A form: an address would be in the history, and on its way to the server where the worker is missing.
    "share_target": {
        "action": "/wins/new",
        "method": "POST",
        "enctype": "application/x-www-form-urlencoded",
        "params": {"title": "title", "text": "text", "url": "url"},
    },
}
