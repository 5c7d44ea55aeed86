#!/usr/bin/env python3
"""Writes the drawn parts of a pack: `python3 script/gambar/build.py [content/parts]`."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from care import CARE  # noqa: E402
from grounds import GROUNDS  # noqa: E402
from health import HEALTH  # noqa: E402
from money import MONEY  # noqa: E402
from people import PEOPLE, part  # noqa: E402
from play import PLAY  # noqa: E402
from safety import SAFETY  # noqa: E402
from story import STORY  # noqa: E402
from things import THINGS  # noqa: E402


def main():
    target = Path(sys.argv[1] if len(sys.argv) > 1 else "content/parts")
    files = {**{name: part(spec) for name, spec in PEOPLE.items()}, **CARE, **THINGS, **MONEY, **HEALTH, **SAFETY, **PLAY, **STORY, **GROUNDS}
    for name, svg in files.items():
        path = target / f"{name}.svg"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(svg, encoding="utf-8")


main()
