"""Texts that become script, style, markup or an address where somebody forgets what they are.

Grouped as the OWASP cross-site-scripting cheat sheets group contexts; every one sets `window.hostile` if it runs.
"""

MARKUP = (
    "<script>window.hostile=1</script>",
    "<img src=x onerror=window.hostile=2>",
    "<svg/onload=window.hostile=3>",
    "</textarea><iframe srcdoc='<script>parent.hostile=4</script>'>",
    "</title><details open ontoggle=window.hostile=5>x</details>",
    "<a href=javascript:window.hostile=6>tap</a>",
    "<form action=javascript:window.hostile=7><button>Save</button></form>",
    "<style>@import 'https://elsewhere.example/x.css';*{display:none}</style>",
    "<link rel=stylesheet href=https://elsewhere.example/x.css>",
    "<base href=https://elsewhere.example/>",
    "<meta http-equiv=refresh content='0;url=https://elsewhere.example/'>",
    "<math><mtext><img src=x onerror=window.hostile=8></mtext></math>",
)
ATTRIBUTES = (
    '" autofocus onfocus=window.hostile=9 x="',
    "' style='position:fixed;inset:0;background:url(https://elsewhere.example/x)' x='",
    "`onmouseover=window.hostile=10`",
)
ADDRESSES = (
    "javascript:window.hostile=11",
    " java\tscript:window.hostile=12".replace("\t", ""),
    "JaVaScRiPt://rebound.example/%0awindow.hostile=13",
    "data:text/html,<script>window.hostile=14</script>",
    "vbscript:window.hostile=15",
    "//elsewhere.example/x",
)
TEMPLATES = (
    "{{constructor.constructor('window.hostile=16')()}}",
    "${window.hostile=17}",
    "__proto__",
    "constructor",
    "\u202e\u2066<script>window.hostile=18</script>\u2069",
    "𝒽𝑜𝓈𝓉𝒾𝓁𝑒 🏳️‍🌈 \u200f\u200b<b>x</b>",
)

TEXTS = MARKUP + ATTRIBUTES + ADDRESSES + TEMPLATES
