"""Things that only a story in moving pictures needs. Anchors as in things.py."""

from geometry import ellipse, path, poly, round_rect, stroke
from things import HEART, thing


def child_drawing():
    """A child's own drawing: a sun, a house, and two people hand in hand."""
    sheet = path(round_rect(-150, -230, 300, 230, 8), "#FFFDF6") + path(round_rect(-150, -10, 300, 10, 4), "#DCCFB8")
    sun = path(ellipse((-100, -182), 26), "#F3B83F") + stroke("M-62 -182H-46M-72 -154L-60 -142M-100 -144V-128M-72 -210L-64 -218", "#F3B83F", 9)
    house = path("M46 -100H126V-26H46Z", "#7DB7D8") + path(poly([(34, -96), (86, -150), (138, -96)]), "#D8525B") + path("M74 -66H98V-26H74Z", "#8A5F3C")
    grass = stroke("M-132 -22H132", "#6FA858", 10)
    tall = stroke("M-62 -104V-62M-62 -62L-78 -26M-62 -62L-46 -26M-62 -92L-92 -76M-62 -92L-26 -70", "#D8525B", 9) + path(ellipse((-62, -122), 20), "#C58A5B")
    small = stroke("M-2 -78V-50M-2 -50L-14 -26M-2 -50L10 -26M-2 -70L-26 -70M-2 -70L20 -58", "#3C6FB0", 9) + path(ellipse((-2, -92), 16), "#C58A5B")
    heart = f'<g transform="translate(2 -150)scale(0.3)">{path(HEART, "#E9606C")}</g>'
    return thing(sheet + sun + house + grass + tall + small + heart)


STORY = {"benda/gambar-anak": child_drawing()}
