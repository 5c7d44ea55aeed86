"""What is played: every tune and rhythm here is our own."""

from random import Random

from score import Track, melody
from timbre import angklung, clap, drum, gong, kolintang, pad, pluck, shaker, thigh, wood

# Roots and chord tones of a key, semitones above it.
CHORDS = {"1": (0, 4, 7), "2": (2, 5, 9), "4": (5, 9, 12), "5": (7, 11, 14), "6": (9, 12, 16)}


def shaken(seconds):
    """Length of a shaken note as the angklung takes it."""
    return max(2, round(seconds * 16))


# Claps and rhythms for games


def tepuk_dasar():
    """Four to count in, then a pattern to clap along: tepuk, tepuk, tepuk-tepuk-tepuk."""
    beat, rounds = 0.6, 10
    track = Track((4 + 4 * rounds) * beat + 1.2)
    for n in range(4):
        track.put(n * beat, wood(84 if n == 0 else 79), 0.5)
    for turn in range(rounds):
        begin = (4 + 4 * turn) * beat
        for n, at in enumerate((0, 1, 2, 2.5, 3)):
            track.put(begin + at * beat, clap(turn * 7 + n, 5), 1.0)
        for at in (0, 1.5, 2):
            track.put(begin + at * beat, drum("dung"), 0.5)
        for at in range(8):
            track.put(begin + at * beat / 2, shaker(at % 2), 0.5)
    track.put((4 + 4 * rounds) * beat, clap(99, 7), 1.2)
    track.put((4 + 4 * rounds) * beat, drum("dung"), 0.8)
    return track.room(0.05)


def tepuk_keliling():
    """Lap, lap, hands, up: each round a little faster."""
    rounds = 18
    beats = [0.66 * 0.965**turn for turn in range(rounds)]
    track = Track(4 * beats[0] + 4 * sum(beats) + 2)
    at = 0.0
    for n in range(4):
        track.put(at, wood(84 if n == 0 else 79), 0.5)
        at += beats[0]
    for turn, beat in enumerate(beats):
        track.put(at, thigh(turn), 1.0)
        track.put(at + beat, thigh(turn + 40), 1.0)
        track.put(at + 2 * beat, clap(turn, 5), 1.0)
        for midi in (72, 76, 79) if turn % 2 else (69, 72, 76):
            track.put(at + 3 * beat, angklung(midi, shaken(beat * 0.7)), 0.22)
        for n in range(4):
            track.put(at + (n + 0.5) * beat, shaker(0), 0.45)
        at += 4 * beat
    track.put(at, clap(500, 8), 1.3)
    for midi in (67, 72, 76, 79, 84):
        track.put(at, angklung(midi, 20), 0.25)
    return track.room(0.05)


def irama_rampak():
    """Two drums that answer each other, hands between them, all together at the end."""
    beat = 60 / 108
    track = Track(16 * 4 * beat + 2)
    low = ((0, 1.5, 2, 3.5), (0, 0.75, 2, 2.5, 3.25))
    high = ((0.5, 1, 2.5, 3), (1, 1.25, 1.5, 2.75, 3, 3.75))
    for bar in range(16):
        begin, part = bar * 4 * beat, bar // 4
        rising = 0.7 + 0.3 * bar / 15
        if part != 2 or bar % 2 == 0:
            for at in low[bar % 2]:
                track.put(begin + at * beat, drum("dung"), 0.9 * rising)
        if part >= 1 and (part != 2 or bar % 2 == 0):
            for at in high[bar % 2]:
                track.put(begin + at * beat, drum("tak"), 0.6 * rising)
        if part == 2 and bar % 2:
            for n, at in enumerate((0, 1, 2, 2.5, 3)):
                track.put(begin + at * beat, clap(bar * 9 + n, 6), 1.0)
        if part == 3:
            for n, at in enumerate((1, 3, 3.5)):
                track.put(begin + at * beat, clap(bar * 9 + n, 6), 0.8)
        for at in range(8):
            track.put(begin + at * beat / 2, shaker(at % 2), 0.4)
    for n, at in enumerate((0, 0.5, 1)):
        track.put((64 + at) * beat, drum("dung"), 1.1)
        track.put((64 + at) * beat, clap(900 + n, 8), 1.1)
    return track.room(0.06)


# Melodies


def lagu_riang():
    """Cheerful, for opening and moving: wooden bars over a walking bass."""
    key, beat = 67, 60 / 126
    tune = """ 5 53 5 6 | 5 . 3 0 | 2 23 5 3 | 2 . . 0 | 5 53 5 6 | 1' . 6 0 | 5 32 1 2 | 1 . . 0
               6 6 1' 6 | 5 . 3 0 | 6 6 1' 2' | 1' 6 5 0 | 3 35 6 5 | 1' . 6 0 | 5 32 1 2 | 1 . 1' 0 """
    track = Track(64 * beat + 1.5)
    for at, _, tone in melody(tune):
        track.put(at * beat, kolintang(key + tone), 0.6)
        track.put(at * beat, kolintang(key + tone + 12), 0.12)
    for bar, name in enumerate("1155165141451651"):
        root, third, fifth = (key - 24 + tone for tone in CHORDS[name])
        begin = bar * 4 * beat
        track.put(begin, pluck(root, 1.2), 0.6)
        track.put(begin + 2 * beat, pluck(fifth - 12 if fifth > 50 else fifth, 1.2), 0.5)
        for at in (1, 3):
            track.put(begin + at * beat, kolintang(third + 12), 0.16)
            track.put(begin + at * beat, kolintang(fifth + 12), 0.16)
            if 8 <= bar < 12:
                track.put(begin + at * beat, clap(bar * 4 + at, 4), 0.3)
        for at in range(8):
            track.put(begin + at * beat / 2, shaker(at % 2), 0.22)
    return track.room()


def lagu_kompak():
    """A few call, all answer: shaken bamboo with a drum, for groups that are to feel as one."""
    key, beat = 65, 60 / 104
    call = "1 1 2 3 | 5 . 5 0 | 0 0 0 0 | 0 0 0 0 | 1' . 6 5 | 3 . 5 0 | 0 0 0 0 | 0 0 0 0 | 1 1 2 3 | 5 6 1' . | 0 0 0 0 | 0 0 0 0"
    answer = "0 0 0 0 | 0 0 0 0 | 6 6 5 3 | 5 . . 0 | 0 0 0 0 | 0 0 0 0 | 2 3 5 3 | 2 . . 0 | 0 0 0 0 | 0 0 0 0 | 6 5 3 2 | 1 . . 0"
    track = Track(48 * beat + 1.5)
    for at, length, tone in melody(call):
        track.put(at * beat, angklung(key + tone, shaken(length * beat)), 0.4)
    for at, length, tone in melody(answer):
        for shift, loud in ((0, 0.36), (-12, 0.3), (12, 0.12)):
            track.put(at * beat, angklung(key + tone + shift, shaken(length * beat)), loud)
    for bar, name in enumerate("116161551451"):
        begin = bar * 4 * beat
        root = key - 24 + CHORDS[name][0]
        for at in (0, 2):
            track.put(begin + at * beat, pluck(root, 1.4), 0.55)
        for at in (0, 1.5, 2) if bar % 4 < 2 else (0, 1, 2, 2.5, 3):
            track.put(begin + at * beat, drum("dung"), 0.4)
        for at in (1, 3):
            track.put(begin + at * beat, drum("tak"), 0.2)
    return track.room(0.1)


def lagu_tenang():
    """Slow and swaying, for calming down: plucked strings, a wooden bar far away."""
    key, beat = 62, 60 / 74
    tune = "3 . 5 | 6 . 5 | 3 . 2 | 1 . . | 2 . 3 | 5 . 3 | 2 . . | 2 . 0 | 3 . 5 | 6 . 1' | 6 5 3 | 2 . 3 | 1 . . | 1 . 0"
    track = Track(42 * beat + 2.5)
    for at, _, tone in melody(tune):
        track.put(at * beat, pluck(key + tone, 2.6, 0.6), 0.6)
        track.put(at * beat + 0.012, kolintang(key + tone), 0.2)
    for bar, name in enumerate("16165155146511"):
        root, third, fifth = (key - 24 + tone for tone in CHORDS[name])
        for at, midi in ((0, root), (1, fifth), (2, third + 12)):
            track.put((bar * 3 + at) * beat, pluck(midi, 2.6, 0.7), 0.3)
        track.put(bar * 3 * beat, pad(root + 12, 13), 0.06)
    return track.room(0.2)


# Signals


def tanda_mulai():
    """Three shaken notes going up: now."""
    track = Track(1.9)
    for at, midi, length in ((0, 67, 4), (0.24, 72, 4), (0.48, 79, 14)):
        track.put(at, angklung(midi, length), 0.6)
        track.put(at, kolintang(midi), 0.5)
    return track.room(0.08)


def tanda_dua_menit():
    """Twice two soft knocks of wood: it will soon be over."""
    track = Track(1.9)
    for at, midi in ((0, 79), (0.18, 76), (0.7, 79), (0.88, 76)):
        track.put(at, kolintang(midi), 0.7)
        track.put(at, kolintang(midi - 12), 0.4)
    return track.room(0.1)


def tanda_selesai():
    """A gong under a falling call that comes home: time."""
    track = Track(3.2)
    track.put(0, gong(48), 0.6)
    for at, midi, length in ((0, 79, 4), (0.28, 76, 4), (0.56, 74, 4), (0.84, 72, 18)):
        track.put(at, angklung(midi, length), 0.5)
        track.put(at, kolintang(midi), 0.4)
    track.put(0.84, kolintang(60), 0.4)
    return track.room(0.12)


# Background


def musik_latar():
    """72 seconds that end where they begin: strings in slow circles, now and then a few wooden notes."""
    key, beat, bars = 62, 0.75, 24
    track = Track(bars * 4 * beat, loop=True)
    dice = Random(7)
    for bar in range(bars):
        root, third, fifth = (key - 24 + tone for tone in CHORDS["164516151645141516156425"[bar]])
        figure = (root, fifth, third + 12, root + 12, fifth + 12, root + 12, third + 12, fifth)
        for n, midi in enumerate(figure):
            lean = 0.6 if n == 0 else 0.3 + 0.1 * dice.random()
            track.put((bar * 4 + n / 2) * beat + 0.008 * dice.random(), pluck(midi, 2.4, 0.72), lean)
        track.put(bar * 4 * beat, pad(root + 12, 14), 0.07)
        track.put(bar * 4 * beat, pad(fifth + 12, 14), 0.05)
    far = """ 0 0 0 0 | 0 0 3 5 | 6 . . 5 | 2 . . 0 | 0 0 0 0 | 0 0 1' 6 | 5 . 3 . | 2 . . 0
              3 . 5 . | 6 . 1' . | 6 . 5 . | 2 . 0 0 | 0 0 0 0 | 0 5 6 . | 5 . 3 2 | 5 . . 0
              0 0 5 6 | 1' . . 6 | 5 . 3 . | 2 . 0 0 | 3 . 2 . | 1 . 6, . | 1 . 2 . | 2 . 0 0 """
    for at, _, tone in melody(far):
        track.put(at * beat, kolintang(key + tone), 0.34)
    return track.room(0.18)


PIECES = {
    "tepuk-dasar": tepuk_dasar,
    "tepuk-keliling": tepuk_keliling,
    "irama-rampak": irama_rampak,
    "lagu-riang": lagu_riang,
    "lagu-kompak": lagu_kompak,
    "lagu-tenang": lagu_tenang,
    "tanda-mulai": tanda_mulai,
    "tanda-dua-menit": tanda_dua_menit,
    "tanda-selesai": tanda_selesai,
    "musik-latar": musik_latar,
}
