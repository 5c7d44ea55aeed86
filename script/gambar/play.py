"""Things for games: weather of the heart, a paper ball, music in the air. The anchor is their middle."""

from body import hand
from geometry import ellipse, num, path, poly, smooth, stroke
from health import put
from things import thing

CLOUD = ellipse((-70, -20), 74, 60) + ellipse((20, -54), 92, 80) + ellipse((96, -14), 70, 56) + ellipse((10, 4), 140, 50)


def weather():
    """Sun, cloud, rain or storm: what a heart feels like."""
    rays = "".join(f"M{num(x * 106)} {num(y * 106)}L{num(x * 148)} {num(y * 148)}" for x, y in ((1, 0), (-1, 0), (0, 1), (0, -1), (.7, .7), (-.7, .7), (.7, -.7), (-.7, -.7)))
    sun = path(ellipse((0, 0), 80), "#F6C04A") + path("M40 -69A80 80 0 0 1 -40 69A80 80 0 0 0 40 -69Z", "#E9A72F", opacity="0.55") + stroke(rays, "#F6C04A", 20)
    cloud = path(CLOUD, "{awan}") + path(ellipse((96, -14), 70, 56) + ellipse((40, 14), 110, 40), "{awan.tua}", opacity="0.35")
    drops = "".join(f"M{x} {y}l-14 44" for x, y in ((-84, 74), (-20, 84), (44, 74), (108, 84), (-52, 146), (12, 156), (76, 146)))
    bolt = poly([(14, 40), (-44, 128), (-4, 128), (-26, 204), (58, 100), (14, 100), (44, 40)])
    return thing(f'<g data-pose="cerah">{sun}</g><g data-pose="mendung">{cloud}</g><g data-pose="hujan">{cloud}{stroke(drops, "#4E9ED6", 13)}</g>'
                 f'<g data-pose="petir">{path(bolt, "#F0B93A")}{cloud}</g>', "awan:#AFC0CE")


def paper_ball():
    out = poly([(-52, -18), (-34, -50), (6, -58), (44, -40), (58, 0), (40, 42), (2, 56), (-40, 42), (-58, 12)])
    shade = poly([(44, -40), (58, 0), (40, 42), (2, 56), (-40, 42), (6, 22), (30, -12)])
    return thing(path(out, "{warna}") + path(shade, "{warna.tua}", opacity="0.4") + stroke("M-52 -18L-10 -14L6 22M-10 -14L6 -58M6 22L-58 12M6 22L40 42", "{warna.tua}", 5), "warna:#FFF3D6")


def notes():
    """Two notes: music plays."""
    heads = path(ellipse((-46, 52), 30, 22) + ellipse((58, 34), 30, 22), "{warna}")
    return thing(heads + stroke("M-20 50V-70M84 32V-88", "{warna}", 14) + path(poly([(-27, -78), (91, -98), (91, -64), (-27, -44)]), "{warna}"), "warna:koral")


def finger_breath():
    """An open hand in a round picture, with a trail going up and down each finger: breathe along it."""
    tips, roots = [(-108, -208), (-62, -300), (-4, -324), (54, -302), (98, -250)], [(-34, -132), (-44, -170), (-6, -176), (32, -170), (58, -146)]
    fingers = "".join(f"M{r[0]} {r[1]}L{t[0]} {t[1]}" for r, t in zip(roots, tips))
    palm = path(smooth([(-64, -150), (-40, -192), (36, -192), (76, -150), (68, -84), (36, -40), (-26, -40), (-52, -84)]), "{kulit}")
    trail = smooth([(-128, -156, "c"), (-136, -218), (-116, -238), (-90, -216), (-82, -190, "c"), (-94, -296), (-64, -330), (-32, -306), (-28, -220, "c"), (-36, -324), (-4, -354), (28, -326), (22, -220, "c"), (24, -306), (56, -332), (84, -306), (60, -208, "c"), (70, -264), (104, -280), (126, -252), (96, -160, "c")], closed=False)
    return thing(path(ellipse((0, -190), 196), "#FFFDF6") + stroke(ellipse((0, -190), 190), "{tepi}", 12) + stroke(fingers, "{kulit}", 38) + palm
                 + stroke("M-30 -110Q10 -140 54 -104M-40 -78Q2 -118 58 -126", "{kulit.tua}", 5, opacity="0.6") + stroke(trail, "{tepi.tua}", 7, stroke_dasharray="14 12") + stroke("M-152 -18L-148 -50", "{tepi}", 58) + put(hand("tunjuk", (0, 0), -84, 1, 2.0), -146, -54), "kulit:kulit-2 tepi:toska")


PLAY = {f"benda/{name}": svg for name, svg in {"cuaca": weather(), "bola-kertas": paper_ball(), "nada": notes(), "tangan-jari": finger_breath()}.items()}
