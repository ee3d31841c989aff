"""The icons of an installed guide, drawn of its mark: phones take no SVG on the home screen."""

from pathlib import Path

import resvg_py

# File name -> the drawing it is made of and its side in pixels.
# 192, 512 and maskable: https://web.dev/articles/add-manifest; 180: Apple's Safari Web Content Guide.
ICONS = {
    "192.png": ("icon.svg", 192),
    "512.png": ("icon.svg", 512),
    "maskable-512.png": ("icon-full.svg", 512),
    "apple-touch.png": ("icon-full.svg", 180),
}


def write_icons(site: Path, drawings: Path) -> None:
    """Write icons/*.png into the built site from the SVG files in the folder `drawings`."""
    folder = site / "icons"
    folder.mkdir()
    for name, (drawing, side) in ICONS.items():
        path = str(drawings / drawing)
        png = resvg_py.svg_to_bytes(svg_path=path, resources_dir=str(drawings), width=side, skip_system_fonts=True)
        (folder / name).write_bytes(bytes(png))
