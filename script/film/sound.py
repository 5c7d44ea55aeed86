"""The sound track of a clip: the melodies and signals of content/sounds laid in time, evened to the house's loudness."""

import json
import pathlib
import subprocess

LOUDNESS = -18  # LUFS, as the other sounds


def track(board, sounds, work):
    """A WAV as long as the clip; silence where nothing is laid."""
    out = pathlib.Path(work, "mixed.wav")
    inputs = ["-f", "lavfi", "-t", str(board.seconds), "-i", "anullsrc=r=44100:cl=mono"]
    chains = []
    for number, laid in enumerate(board.music, start=1):
        at = float(laid.get("at", 0))
        until = min(float(laid.get("until", board.seconds)), board.seconds)
        fade = float(laid.get("fade", 1.5))
        if laid.get("loop", True):
            inputs += ["-stream_loop", "-1"]
        inputs += ["-i", str(pathlib.Path(sounds, f"{laid['file']}.ogg"))]
        chains.append(f"[{number}]aresample=44100,aformat=channel_layouts=mono,atrim=0:{until - at},asetpts=N/SR/TB,"
                      f"volume={laid.get('volume', 0)}dB,afade=t=in:d={min(fade, 0.4)},"
                      f"afade=t=out:st={max(0.0, until - at - fade)}:d={fade},adelay={round(at * 1000)}:all=1[a{number}]")
    names = "[0]" + "".join(f"[a{number}]" for number in range(1, len(board.music) + 1))
    chains.append(f"{names}amix=inputs={len(board.music) + 1}:duration=first:normalize=0[mix]")
    subprocess.run(["ffmpeg", "-v", "error", "-y", *inputs, "-filter_complex", ";".join(chains), "-map", "[mix]",
                    "-t", str(board.seconds), str(out)], check=True)
    return even(out, pathlib.Path(work, "even.wav")) if board.music else out


def even(path, out):
    """The whole track by one gain to [`LOUDNESS`], peaks held below -4 dB, since AAC adds to them."""
    heard = subprocess.run(["ffmpeg", "-hide_banner", "-nostats", "-i", str(path), "-af",
                            f"loudnorm=I={LOUDNESS}:TP=-2:print_format=json", "-f", "null", "-"],
                           check=True, stderr=subprocess.PIPE, text=True).stderr
    measured = json.loads(heard[heard.rindex("{"):])
    gain = min(30.0, LOUDNESS - float(measured["input_i"]))
    subprocess.run(["ffmpeg", "-v", "error", "-y", "-i", str(path), "-af", f"volume={gain:.2f}dB,alimiter=limit=0.6:level=0",
                    str(out)], check=True)
    return out
