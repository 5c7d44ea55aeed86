#!/usr/bin/env python3
"""Writes the sounds of a pack: `python3 script/suara/build.py [content/sounds] [NAME…]`.

Python's standard library makes the samples, the same every time; the `ffmpeg` program measures how loud they are and packs them as Ogg Vorbis.
"""

import re
import subprocess
import sys
from array import array
from hashlib import sha256
from math import tanh
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from pieces import PIECES  # noqa: E402
from timbre import RATE  # noqa: E402

# How loud everything is (integrated, LUFS), and what no sample may pass.
LOUD, CEILING = -18.0, 0.89


def limited(wave, gain):
    """Louder, with peaks bent down softly instead of cut."""
    knee = 0.6 * CEILING
    room = CEILING - knee
    out = []
    for value in wave:
        value *= gain
        size = abs(value)
        if size > knee:
            value = (knee + room * tanh((size - knee) / room)) * (1 if value > 0 else -1)
        out.append(value)
    return out


def packed(wave):
    return array("h", (round(value * 32767) for value in wave)).tobytes()


def ffmpeg(pcm, *words):
    raw = ["-f", "s16le", "-ar", str(RATE), "-ac", "1", "-i", "-"]
    return subprocess.run(["ffmpeg", "-hide_banner", "-nostats", *raw, *words], input=pcm, capture_output=True, check=True)


def loudness(wave):
    said = ffmpeg(packed(wave), "-af", "ebur128", "-f", "null", "-").stderr.decode()
    return float(re.findall(r"I:\s+(-?[\d.]+) LUFS", said)[-1])


def evened(wave):
    peak = max(map(abs, wave))
    wave = [value / peak * CEILING for value in wave]
    gain = 1.0
    for _ in range(3):
        out = limited(wave, gain)
        gain *= 10 ** ((LOUD - loudness(out)) / 20)
    return limited(wave, gain)


def main():
    if sys.byteorder != "little":
        sys.exit("samples are written little-endian")
    words = sys.argv[1:]
    target = Path(words.pop(0) if words and "/" in words[0] else "content/sounds")
    target.mkdir(parents=True, exist_ok=True)
    total = 0
    for name in words or PIECES:
        wave = evened(PIECES[name]().wave)
        pcm = packed(wave)
        path = target / f"{name}.ogg"
        ffmpeg(pcm, "-c:a", "libvorbis", "-q:a", "0", "-fflags", "+bitexact", "-flags:a", "+bitexact", "-y", str(path))
        total += path.stat().st_size
        print(
            f"{name:16} {len(wave) / RATE:5.1f} s  {loudness(wave):6.1f} LUFS  peak {max(map(abs, wave)):.2f}  "
            f"{path.stat().st_size // 1024:4} KiB  {sha256(pcm).hexdigest()[:12]}"
        )
    print(f"{total / 1024:.0f} KiB")


main()
