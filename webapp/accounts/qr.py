"""A QR code as rows of modules, for the client to draw: no picture, so no exception in the content policy."""

import segno


def draw(text: str) -> list[str]:
    """Rows of "1" (dark) and "0" from top to bottom, without the quiet zone around them."""
    # M: a screen is clean, and held at an angle; more redundancy would make smaller modules.
    code = segno.make_qr(text, error="m")
    return ["".join("1" if module else "0" for module in row) for row in code.matrix]
