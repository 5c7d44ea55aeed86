"""Safety and feelings: a paper heart, a spilt bowl, a plaster, the palm that says no, the ring around who is safe. Anchors as in things.py."""

from geometry import ellipse, num, path, round_rect, stroke
from things import shadow, thing

HEART = "M0 -20C-60 -66 -150 -124 -150 -206C-150 -262 -110 -296 -70 -296C-36 -296 -12 -274 0 -244C12 -274 36 -296 70 -296C110 -296 150 -262 150 -206C150 -124 60 -66 0 -20Z"


def paper_heart():
    """A sheet with a heart: creased all over, or smoothed with the creases still faint."""
    sheet = "M-186 -330L-60 -338L40 -328L190 -336L182 -190L192 -60L180 8L50 0L-70 10L-190 2L-180 -120L-192 -240Z"
    folds = "M-186 -330L-84 -214L-190 -120M-84 -214L20 -250L40 -328M20 -250L120 -180L190 -336M120 -180L192 -60M-84 -214L-40 -90L-190 2M-40 -90L84 -50L50 0M84 -50L120 -180M-40 -90L20 -250M84 -50L180 8"
    shade = path("M-186 -330L-84 -214L-190 -120L-192 -240ZM20 -250L120 -180L84 -50L-40 -90ZM-40 -90L-70 10L-190 2ZM120 -180L190 -336L182 -190L192 -60Z", "#B9AE9C", opacity="0.38")
    flat = path(round_rect(-188, -334, 376, 340, 10), "#FFFDF6")
    creased = path(sheet, "#FFFDF6") + path(HEART, "#D8525B") + shade + stroke(folds, "#8F8474", 5, opacity="0.75")
    smoothed = flat + path(HEART, "#E9808A") + stroke(folds, "#C9BFAE", 4, opacity="0.6")
    return thing(shadow(190) + f'<g data-pose="kusut">{creased}</g><g data-pose="halus">{smoothed}</g>', "")


def bowl():
    """A bowl: tipped over with its soup on the floor, empty, or full of rice."""
    body = path("M-92 -84H92C92 -30 56 0 0 0C-56 0 -92 -30 -92 -84Z", "{mangkuk}") + path("M20 -84H92C92 -30 56 0 0 0C40 -16 56 -44 56 -84Z", "{mangkuk.tua}", opacity="0.6")
    empty = shadow(80) + body + path(ellipse((0, -84), 92, 20), "{mangkuk.muda}") + path(ellipse((0, -80), 74, 13), "{mangkuk.tua}", opacity="0.55")
    full = shadow(80) + path(ellipse((0, -92), 80, 46), "#FFFFFF") + body + path(ellipse((-8, -112), 26, 14), "#F3B83F")
    puddle = path("M-40 6C-20 -22 70 -26 130 -20C200 -14 300 -24 330 2C350 24 250 40 170 36C90 44 -50 36 -40 6Z", "#8CC8E6", opacity="0.9") + path("M60 2C100 -8 190 -8 226 0C190 8 100 12 60 2Z", "#FFFFFF", opacity="0.6")
    tipped = puddle + f'<g transform="translate(-30 -6)rotate(74)">{body}{path(ellipse((0, -84), 92, 20), "{mangkuk.muda}")}{path(ellipse((0, -80), 74, 13), "{mangkuk.tua}", opacity="0.55")}</g>'
    return thing(f'<g data-pose="tumpah">{tipped}</g><g data-pose="kosong">{empty}</g><g data-pose="isi">{full}</g>', "mangkuk:kunyit")


def plaster():
    cross = path(round_rect(-58, -19, 116, 38, 19), "#FFFDF6") + path(round_rect(-20, -19, 40, 38, 6), "#E9808A") + path(ellipse((-38, 0), 4) + ellipse((38, 0), 4), "#CFA06A")
    return thing(f'<g transform="rotate(-32)">{cross}</g>', "")


def palm_no():
    """An open hand in a red ring: stop, I do not want this."""
    fingers = "".join(path(round_rect(x, y, 30, h, 15), "{kulit}") for x, y, h in ((-64, -296, 130), (-28, -316, 150), (8, -308, 142), (44, -284, 118)))
    thumb = f'<g transform="translate(-66 -136)rotate(-42)">{path(round_rect(-18, -84, 34, 100, 17), "{kulit}")}</g>'
    hand = fingers + thumb + path("M-64 -200H74V-130C74 -84 46 -60 6 -60C-38 -60 -64 -88 -64 -130Z", "{kulit}") + stroke("M-30 -126Q10 -150 50 -128", "{kulit.tua}", 7)
    ring = path(ellipse((0, -190), 186), "#FFFFFF") + stroke(ellipse((0, -190), 172), "#D8525B", 26)
    return thing(ring + f'<g transform="translate(0 -190)scale(0.94)translate(-4 190)">{hand}</g>', "kulit:kulit-2")


def safe_ring():
    """A warm light behind people who are safe."""
    rings = "".join(path(ellipse((0, -330), 560 - 90 * i, 400 - 66 * i), "{cahaya}", opacity=num(0.28 + 0.14 * i)) for i in range(3))
    return thing(rings, "cahaya:#FFE9A8")


SAFETY = {f"benda/{name}": svg for name, svg in {"kertas-hati": paper_heart(), "mangkuk": bowl(), "plester": plaster(), "tangan-tolak": palm_no(), "cahaya": safe_ring()}.items()}
