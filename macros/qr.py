"""QR codes for paper: from a text to what a template draws."""

from dataclasses import dataclass

import segno


@dataclass(frozen=True)
class Code:
    """A QR code as a drawing: the side of its square, and the path of its dark squares."""

    side: int
    path: str


def qr_code(text: str) -> Code:
    """A text as a QR code (ISO/IEC 18004) that bears some wear, with the quiet zone the standard asks for."""
    rows = [bytes(row).split(b"\0") for row in segno.make(text, error="m", micro=False).matrix_iter(border=4)]
    return Code(len(rows), "".join(_strokes(row, y) for y, row in enumerate(rows)))


def _strokes(runs: list[bytes], y: int) -> str:
    """The dark runs of one row; `runs` are what stands between its light squares."""
    strokes, x = [], 0
    for run in runs:
        if run:
            strokes.append(f"M{x} {y}h{len(run)}v1h-{len(run)}z")
        x += len(run) + 1
    return "".join(strokes)
