"""A track that notes are put on, and melodies in numbers (not angka).

A melody is a line of beats: `5 .3 6 0 | 1' . 65 3,`. A digit is a tone of the major scale, `'` an octave up, `,` an octave down, `.` holds the
tone before, `0` is a rest, tones written together share one beat, `|` is there for the eye.
"""

from timbre import RATE, add

STEPS = {"1": 0, "2": 2, "3": 4, "4": 5, "5": 7, "6": 9, "7": 11}


class Track:
    """Samples that notes are mixed into; a loop takes what rings beyond its end at its beginning."""

    def __init__(self, seconds, loop=False):
        self.wave = [0.0] * round(seconds * RATE)
        self.loop = loop

    def put(self, at, wave, loud=1.0):
        begin = round(at * RATE)
        add(self.wave, begin, wave, loud)
        beyond = begin + len(wave) - len(self.wave)
        if self.loop and beyond > 0:
            add(self.wave, 0, wave[-beyond:], loud)

    def room(self, wet=0.16):
        """The echo of a small hall: four combs."""
        out = list(self.wave)
        for length, back in ((1557, 0.62), (1777, 0.60), (2011, 0.58), (2273, 0.56)):
            ring = self.comb(length, back)
            out = [a + wet * b for a, b in zip(out, ring)]
        self.wave = out
        return self

    def comb(self, length, back):
        line, ring = [0.0] * length, []
        # A loop is run through once before, so that its beginning has the echo of its end.
        for wave in ([self.wave] if not self.loop else [self.wave, self.wave]):
            ring = []
            for begin in range(0, len(wave), length):
                block = wave[begin:begin + length]
                echo = line[:len(block)]
                ring += echo
                line = [a + back * b for a, b in zip(block, echo)] + line[len(block):]
                line = line[-length:] if len(block) == length else line[len(block):] + line[:len(block)]
        return ring


def melody(text):
    """(beat, length in beats, semitones above the key) of each tone."""
    tones, beat = [], 0
    for word in text.replace("|", " ").split():
        marks = []
        for char in word:
            if char in "',":
                marks[-1] += char
            else:
                marks.append(char)
        part = 1 / len(marks)
        for mark in marks:
            if mark == "." and tones and tones[-1] is not None:
                tones[-1][1] += part
            elif mark[0] in STEPS:
                tones.append([beat, part, STEPS[mark[0]] + 12 * mark.count("'") - 12 * mark.count(",")])
            else:
                tones.append(None)
            beat += part
    return [tuple(tone) for tone in tones if tone]
