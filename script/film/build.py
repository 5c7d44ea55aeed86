#!/usr/bin/env python3
"""Makes the clips of the sessions from their storyboards (script/film/*.toml): pictures, subtitles and music.

    script/film/build.py                     every clip
    script/film/build.py m1-s1               one session's
    script/film/build.py m1-s1 --sheet F.png     only a sheet of its pictures, one every --every seconds

Needs Python 3.11, ffmpeg (libx264) and cargo, or the renderer already built: FILM_RENDERER=target/debug/examples/film.
"""

import argparse
import concurrent.futures
import json
import math
import os
import pathlib
import subprocess
import sys
import tempfile
import threading

import sound
from board import RATE, Board, BoardError

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
CONTENT = ROOT / "content"
SIZE = "1280x720"
LARGEST = 1_950_000  # bytes of a finished clip
AUDIO_BITS = 64_000
MOST_BITS = 260_000  # bits a second of picture; flat drawings do not need more


def renderer():
    """The program that draws, built if need be."""
    ready = os.environ.get("FILM_RENDERER")
    if ready:
        return ready
    subprocess.run(["cargo", "build", "--quiet", "--example", "film"], cwd=ROOT, check=True)
    target = json.loads(subprocess.run(["cargo", "metadata", "--format-version=1", "--no-deps"], cwd=ROOT, check=True,
                                       stdout=subprocess.PIPE).stdout)["target_directory"]
    return os.path.join(target, "debug", "examples", "film")


def ffmpeg(*arguments, **more):
    return subprocess.run(["ffmpeg", "-v", "error", "-y", *map(str, arguments)], check=True, **more)


def pictures(program, board, clocks, size, sink):
    """Draws the moments `clocks` and pipes them into ffmpeg with the arguments `sink`."""
    draw = subprocess.Popen([program, str(CONTENT), size], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    encode = subprocess.Popen(["ffmpeg", "-v", "error", "-y", "-f", "rawvideo", "-pix_fmt", "rgba", "-s", size,
                               "-r", str(RATE), "-i", "-", *map(str, sink)], stdin=draw.stdout)
    draw.stdout.close()

    def write():
        try:
            for clock in clocks:
                draw.stdin.write(json.dumps(board.picture(clock)).encode() + b"\n")
            draw.stdin.close()
        except BrokenPipeError:
            pass  # the renderer has said why

    writer = threading.Thread(target=write, name="frames")
    writer.start()
    writer.join()
    if draw.wait() or encode.wait():
        raise SystemExit(f"{board.session}: gambar tidak jadi")


def sheet(program, board, out, every):
    count = math.ceil(board.seconds / every)
    clocks = [min(i * every + every / 2, board.seconds - 0.05) for i in range(count)]
    columns = min(4, count)
    pictures(program, board, clocks, "640x360",
             ["-vf", f"tile={columns}x{math.ceil(count / columns)}:padding=6:color=white", "-frames:v", 1, out])


def stamp(seconds):
    whole = round(seconds * 1000)
    return f"{whole // 3_600_000:02}:{whole // 60_000 % 60:02}:{whole // 1000 % 60:02},{whole % 1000:03}"


def subtitles(board, path):
    blocks = [f"{number}\n{stamp(begin)} --> {stamp(end)}\n{words}\n"
              for number, (begin, end, words) in enumerate(board.subtitles(), start=1)]
    path.write_text("\n".join(blocks), encoding="utf-8")


def make(program, board):
    out = CONTENT / "sessions" / board.session / f"{board.file}.mp4"
    count = round(board.seconds * RATE)
    with tempfile.TemporaryDirectory() as work:
        raw = pathlib.Path(work, "raw.mkv")
        pictures(program, board, [i / RATE for i in range(count)], SIZE,
                 ["-c:v", "libx264", "-preset", "ultrafast", "-qp", 6, "-pix_fmt", "yuv444p", raw])
        music = sound.track(board, CONTENT / "sounds", pathlib.Path(work))
        bits = min(MOST_BITS, int(LARGEST * 8 / board.seconds - AUDIO_BITS * 1.04 - 3000))
        video = ["-c:v", "libx264", "-profile:v", "main", "-preset", "slow", "-tune", "animation", "-pix_fmt", "yuv420p",
                 "-g", RATE * 5, "-b:v", bits, "-maxrate", bits * 4, "-bufsize", bits * 8,
                 "-passlogfile", pathlib.Path(work, "pass"), "-map_metadata", -1, "-fflags", "+bitexact"]
        ffmpeg("-i", raw, *video, "-pass", 1, "-an", "-f", "null", os.devnull)
        ffmpeg("-i", raw, "-i", music, *video, "-pass", 2, "-c:a", "aac", "-b:a", AUDIO_BITS, "-ac", 1, "-ar", 44100,
               "-flags:a", "+bitexact", "-metadata", f"title={board.title}", "-movflags", "+faststart", "-t", board.seconds, out)
    subtitles(board, out.with_suffix(".srt"))
    print(f"{out.relative_to(ROOT)}: {board.seconds:.1f} detik, {out.stat().st_size / 1e6:.2f} MB")
    for at, ask in board.pauses():
        print(f"  berhenti: at = {at:.1f}  ask = \"{ask}\"")


def main():
    options = argparse.ArgumentParser(description="Membuat klip sesi dari papan cerita.")
    options.add_argument("session", nargs="*", help="misalnya m1-s1; tanpa ini, semuanya")
    options.add_argument("--sheet", help="hanya lembar gambar, PNG")
    options.add_argument("--every", type=float, default=3.0, help="detik antara dua gambar di lembar itu")
    chosen = options.parse_args()
    names = chosen.session or sorted(path.stem for path in HERE.glob("*.toml"))
    try:
        boards = [Board(HERE / f"{name}.toml") for name in names]
    except (BoardError, OSError, KeyError, ValueError) as error:
        sys.exit(f"papan cerita: {error}")
    program = renderer()
    if chosen.sheet:
        for board in boards:
            sheet(program, board, chosen.sheet, chosen.every)
        return
    with concurrent.futures.ThreadPoolExecutor(max_workers=os.cpu_count() or 1) as pool:
        list(pool.map(lambda board: make(program, board), boards))


if __name__ == "__main__":
    main()
