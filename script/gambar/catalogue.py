#!/usr/bin/env python3
"""Draws every part of the kit with its name under it, for authors who choose by looking: docs/gambar/bagian-*.png.

    python3 script/gambar/catalogue.py

Needs ImageMagick (convert, montage) and the scene renderer, built when SCENE_RENDERER does not name a ready one.
"""

import os
import pathlib
import subprocess
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
PARTS = ROOT / "content" / "parts"
# What stands or lies on a page of so many parts a row.
SHEETS = {"orang": 8, "benda": 12, "ground": 5}


def scene(folder, name):
    title = f'title = "{name}"\n'
    if folder == "ground":
        return title + f'ground = "{name}"\n'
    at, scale = ("[800, 960]", 1.15) if folder == "orang" else ("[800, 780]", 1.6)
    return title + f'ground = "polos"\n\n[[part]]\npart = "{folder}/{name}"\nat = {at}\nscale = {scale}\n'


def main():
    ready = os.environ.get("SCENE_RENDERER")
    draw = [ready] if ready else ["cargo", "run", "--quiet", "--example", "scene", "--"]
    with tempfile.TemporaryDirectory() as work:
        for folder, columns in SHEETS.items():
            names = sorted(path.stem for path in (PARTS / folder).glob("*.svg"))
            files = []
            for name in names:
                file = pathlib.Path(work) / f"{folder}-{name}.toml"
                file.write_text(scene(folder, name))
                files.append(str(file))
            out = pathlib.Path(work) / folder
            subprocess.run([*draw, str(out), "400x250", *files], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
            tiles = []
            for name in names:
                tile = next(out.glob(f"*{folder}-{name}.png"))
                if folder != "ground":
                    crop = ["-gravity", "center", "-crop", "220x250+0+0", "+repage"]
                    subprocess.run(["convert", tile, *crop, tile], check=True)
                tiles += ["-label", name, str(tile)]
            sheet = ROOT / "docs" / "gambar" / f"bagian-{folder}.png"
            size = "200x" if folder == "ground" else "100x"
            subprocess.run(["montage", *tiles, "-tile", f"{columns}x", "-resize", size, "-geometry", "+4+3",
                            "-pointsize", "10", "-background", "white", str(sheet)], check=True)
            subprocess.run(["convert", sheet, "-strip", "+dither", "-colors", "96", "-depth", "8", "-define", "png:compression-level=9", sheet],
                           check=True)
            print(f"{sheet.relative_to(ROOT)}: {sheet.stat().st_size // 1000} kB")


if __name__ == "__main__":
    main()
