"""Instruments: each function returns one struck note as a list of samples. Drawn from sines and noise; nothing is recorded."""

from functools import lru_cache
from math import exp, pi, sin
from random import Random

RATE = 44100


def hz(midi):
    return 440.0 * 2 ** ((midi - 69) / 12)


def partials(freq, seconds, parts, attack=0.003):
    """Decaying sines: `parts` are (multiple of freq, loudness, decay per second)."""
    wave = [0.0] * int(seconds * RATE)
    for multiple, loud, decay in parts:
        step = 2 * pi * freq * multiple / RATE
        if step >= pi:
            continue
        fade = exp(-decay / RATE)
        level = loud
        for n in range(len(wave)):
            wave[n] += level * sin(step * n)
            level *= fade
    return shaped(wave, attack)


def shaped(wave, attack, release=0.02):
    """No click at either end."""
    first, last = int(attack * RATE), int(release * RATE)
    for n in range(min(first, len(wave))):
        wave[n] *= n / first
    for n in range(min(last, len(wave))):
        wave[-1 - n] *= n / last
    return wave


def noise(seconds, seed, low, high, decay):
    """Noise between two frequencies that dies away."""
    dice = Random(seed)
    a, b = 1 - exp(-2 * pi * high / RATE), 1 - exp(-2 * pi * low / RATE)
    one = two = under = 0.0
    fade, level, wave = exp(-decay / RATE), 1.0, []
    for _ in range(int(seconds * RATE)):
        one += a * (dice.uniform(-1, 1) - one)
        two += a * (one - two)
        under += b * (two - under)
        wave.append((two - under) * level)
        level *= fade
    return wave


def blend(*layers):
    """Layers as (begin in seconds, loudness, wave)."""
    length = max(int(begin * RATE) + len(wave) for begin, _, wave in layers)
    out = [0.0] * length
    for begin, loud, wave in layers:
        add(out, int(begin * RATE), wave, loud)
    return out


def add(track, at, wave, loud):
    """Mixes into `track`; what goes beyond its end is left out."""
    part = track[at:at + len(wave)]
    track[at:at + len(part)] = [a + loud * b for a, b in zip(part, wave)]


@lru_cache(None)
def kolintang(midi):
    """A wooden bar: clear, short, with its double octave."""
    freq = hz(midi)
    slow = 2.2 + freq / 170
    bar = partials(freq, 1.6, [(1, 1.0, slow), (3.97, 0.22, slow * 3), (9.1, 0.06, slow * 8)])
    return blend((0, 1.0, bar), (0, 0.5, noise(0.02, midi, 700, 3000, 250)))


@lru_cache(None)
def angklung(midi, beats):
    """Two bamboo tubes an octave apart, shaken: many small strikes. `beats` is the length in sixteenths of a second."""
    dice = Random(midi * 1000 + beats)
    freq, seconds = hz(midi), beats / 16
    strike = partials(freq, 0.5, [(1, 0.8, 9), (2, 0.7, 12), (3.02, 0.09, 20), (5.1, 0.04, 30)], 0.004)
    knock = noise(0.015, midi, 900, 3500, 300)
    layers, at = [], 0.0
    while at < seconds:
        loud = (0.75 + 0.25 * dice.random()) * (1.0 if at else 1.25) * min(1.0, 0.4 + (seconds - at) * 3)
        layers += [(at, loud, strike), (at, 0.25 * loud, knock)]
        at += 0.082 + 0.014 * dice.random()
    return shaped(blend(*layers), 0.002)


@lru_cache(None)
def pluck(midi, seconds=2.4, soft=0.5):
    """A plucked string (Karplus and Strong)."""
    dice = Random(midi)
    # Averaging two samples takes half a one; what is left over a whole number is made up between two, so that it is in tune.
    period = RATE / hz(midi) - 0.5
    length = int(period)
    rest = period - length
    line, smooth = [], 0.0
    for _ in range(length):
        smooth += (1 - soft) * (dice.uniform(-1, 1) - smooth)
        line.append(smooth)
    middle = sum(line) / length
    peak = max(abs(value - middle) for value in line)
    line = [(value - middle) / peak for value in line]
    wave, last, mean = [], 0.0, 0.0
    for n in range(int(seconds * RATE)):
        index = n % length
        value, before = line[index], mean
        mean = 0.5 * (value + last)
        wave.append(value)
        line[index] = 0.996 * ((1 - rest) * mean + rest * before)
        last = value
    return shaped(wave, 0.002, 0.3)


@lru_cache(None)
def pad(midi, beats):
    """A breath of soft sines under everything, `beats` quarters of a second long."""
    wave = partials(hz(midi), beats / 4, [(1, 1.0, 0), (2, 0.18, 0), (3, 0.05, 0)])
    return shaped(wave, 0.9, 0.9)


@lru_cache(None)
def gong(midi):
    freq = hz(midi)
    return partials(freq, 3.0, [(1, 1.0, 1.6), (1.006, 0.6, 1.7), (2.02, 0.4, 2.6), (2.93, 0.2, 4), (4.4, 0.08, 7)], 0.012)


@lru_cache(None)
def clap(seed, people=1):
    """Hands: a short burst in the middle of the voice's range; a group is never quite together."""
    dice = Random(seed)
    layers = []
    for person in range(people):
        at = 0.0 if person == 0 else dice.random() * 0.022
        tone = 850 + 500 * dice.random()
        for wait, loud in ((0, 0.6), (0.009, 0.8), (0.019, 1.0)):
            layers.append((at + wait, loud / people**0.6, noise(0.16, seed * 31 + person, tone * 0.7, tone * 2, 38)))
    return blend(*layers)


@lru_cache(None)
def thigh(seed):
    """Hands on the lap: dull and low."""
    return blend((0, 1.1, partials(105, 0.22, [(1, 1.0, 26)])), (0, 1.6, noise(0.09, seed, 120, 700, 55)))


@lru_cache(None)
def drum(kind):
    """A hand drum: `dung` low and ringing, `tak` high and dry."""
    if kind == "dung":
        glide, phase, wave = 1.7, 0.0, []
        for n in range(int(0.5 * RATE)):
            phase += 2 * pi * 82 * (1 + (glide - 1) * exp(-n / RATE * 28)) / RATE
            wave.append(sin(phase) * exp(-n / RATE * 8))
        return blend((0, 1.0, shaped(wave, 0.002)), (0, 0.8, noise(0.03, 5, 200, 1500, 120)))
    return blend((0, 0.55, partials(410, 0.16, [(1, 1.0, 32), (1.59, 0.7, 38)])), (0, 1.3, noise(0.07, 9, 900, 4000, 70)))


@lru_cache(None)
def shaker(accent):
    return shaped(noise(0.08, 3 + accent, 4500, 9000, 45), 0.012)


@lru_cache(None)
def wood(midi):
    """A block that counts in."""
    return partials(hz(midi), 0.18, [(1, 1.0, 30), (2.7, 0.3, 50)])
