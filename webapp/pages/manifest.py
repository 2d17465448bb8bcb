"""What the phone is told about the installed app (W3C Web Application Manifest)."""

AIR = "#043a3f"  # --air of the light scheme: a manifest has one colour only, the shell's metas have both

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
        {"src": "/static/icons/icon-192.png", "sizes": "192x192", "type": "image/png", "purpose": "any"},
        {"src": "/static/icons/icon-512.png", "sizes": "512x512", "type": "image/png", "purpose": "any"},
        {"src": "/static/icons/maskable-192.png", "sizes": "192x192", "type": "image/png", "purpose": "maskable"},
        {"src": "/static/icons/maskable-512.png", "sizes": "512x512", "type": "image/png", "purpose": "maskable"},
        {
            "src": "/static/icons/monochrome-512.png",
            "sizes": "512x512",
            "type": "image/png",
            "purpose": "monochrome",
        },
    ],
    "shortcuts": [
        {
            "name": "I just had an interview",
            "short_name": "Just had one",
            "url": "/just-had",
            "icons": [{"src": "/static/icons/icon-192.png", "sizes": "192x192", "type": "image/png"}],
        },
        {
            "name": "Wins",
            "url": "/wins",
            "icons": [{"src": "/static/icons/icon-192.png", "sizes": "192x192", "type": "image/png"}],
        },
    ],
}
