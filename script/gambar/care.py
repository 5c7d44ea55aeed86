"""The same people once more (`orang/…-rawat`), with the poses of illness and washing; and a child in bed. A file of its own keeps theirs small."""

import held
from body import Figure, hand
from geometry import ellipse, path, round_rect, smooth, stroke
from head import STYLES, arcs, brows
from health import MILKY, WATER, tumbler, put
from people import PEOPLE, part, sitting_man
from poses import arm, hold, pose
from things import shadow

GLASS = put(tumbler(MILKY), 2, 40, 0.66)
BRUSH = stroke("M0 0L0 -70", "#C08A5A", 13) + path(round_rect(-34, -96, 68, 26, 8), "#E3A32B") + stroke("M-26 -96v-22M-9 -96v-24M9 -96v-24M26 -96v-22", "#F1E4D0", 9)
DIPPER = stroke("M0 0L54 -8", "#C4573A", 12) + path("M52 -34H112L104 22H60Z", "#E9806E") + path(ellipse((82, -34), 30, 8), WATER)
SPOON_DOWN = stroke("M0 -20L-10 74", "#AEB6BD", 8)

GROWN = {
    "cuci-tangan": pose(arm(0.46, 0.84, "rata", aim=20), arm(0.64, 0.76, "rata", aim=28), "melangkah", lean=11, look=(11, 7), tilt=5),
    "mengaduk": pose(arm(-0.10, 0.72, "genggam", aim=20), arm(0.30, 0.42, "genggam", aim=80, hold=hold(SPOON_DOWN, 0, 1.3)), look=(6, 9), tilt=3),
    "duduk-minumkan": pose(arm(-0.12, 0.62, "genggam", aim=-4, hold=hold(GLASS, 0, 1.0)), arm(0.82, 0.30, "genggam", aim=-8, hold=hold(held.SPOON, 4, 1.2)), "simpuh", lean=5, look=(12, 6), tilt=3),
    "duduk-kompres": pose(arm(0.10, 0.80, aim=20), arm(0.84, 0.62, "rata", aim=30), "simpuh", lean=9, look=(12, 9), tilt=6),
    "bergegas": pose(arm(0.22, 0.66, "rata", aim=10, over=True), arm(0.46, 0.40, "rata", aim=200, layer="belakang"), "melangkah", lean=8, look=(13, 2), tilt=-2),
    "bergegas-tangan": pose(arm(-0.40, 0.62, "genggam", aim=60), arm(0.66, 0.30, "terbuka", aim=-30), "melangkah", lean=8, look=(13, 0)),
    "menyikat": pose(arm(0.30, 0.62, "genggam", aim=30), arm(0.74, 0.80, "genggam", aim=60, hold=hold(BRUSH, 160, 1.1, "depan")), "melangkah", lean=16, look=(11, 9), tilt=4),
    "menyiram": pose(arm(-0.34, 0.80, "genggam"), arm(0.66, 0.46, "genggam", aim=6, hold=hold(DIPPER, 0, 1.1)), "melangkah", lean=6, look=(12, 6), tilt=3),
    "menolak": pose(arm(-0.34, 0.80, "genggam"), arm(0.66, 0.16, "terbuka", aim=-84), lean=-3, look=(8, 1), tilt=-3),
    "membawa-ban": pose(arm(-0.16, 0.70, "genggam", aim=40), arm(0.60, 0.70, "genggam", aim=140), "melangkah", look=(8, 2)),
}
YOUNG = {
    "perut": pose(arm(0.02, 0.70, "rata", aim=10), arm(0.16, 0.60, "rata", aim=170), lean=8, look=(2, 11), tilt=9),
    "batuk": pose(arm(-0.06, 0.46, "rata", aim=-10), arm(0.21, -0.21, "genggam", aim=-120, elbow="bawah"), lean=9, look=(9, 6), tilt=6),
    "terkulai": pose(arm(-0.40, 0.72, aim=100), arm(0.34, 0.78, aim=90, layer="belakang"), "gantung", look=(-8, 8), tilt=-26),
    "dipangku-lemas": pose(arm(-0.22, 0.84, aim=70), arm(0.34, 0.84, aim=100), "gantung", look=(-6, 6), tilt=-20),
    "duduk-lemas": pose(arm(-0.34, 0.88, aim=60), arm(0.34, 0.90, aim=120), "bersila", lean=6, look=(2, 12), tilt=16),
    "duduk-minum": pose(arm(-0.40, 0.86, aim=70), arm(0.34, 0.0, "genggam", aim=-150, elbow="bawah", hold=hold(put(tumbler(WATER), 0, 44, 0.7), -34, 1.2, "belakang")), "bersila", look=(3, 2)),
    "minum": pose(arm(-0.30, 0.84, aim=70), arm(0.46, 0.16, "genggam", aim=-60, hold=hold(put(tumbler(WATER), 6, 44, 0.7), 0, 1.25, "belakang")), look=(8, 0)),
    "cuci-tangan": pose(arm(0.50, 0.46, "rata", aim=10), arm(0.68, 0.36, "rata", aim=14), lean=9, look=(10, 4), tilt=3),
    "meraih": pose(arm(-0.34, 0.80, aim=60), arm(0.86, 0.52, "terbuka", aim=26), lean=9, look=(11, 6), tilt=5),
    "jongkok": pose(arm(-0.10, 0.72, aim=40), arm(0.24, 0.70, aim=140), "jongkok", look=(6, 4)),
    "main": pose(arm(-0.10, 0.80, aim=40), arm(0.70, 0.86, aim=40), "jongkok", lean=8, look=(8, 9), tilt=6),
}


def sick_face(asleep):
    """A child's tired face: heavy lids, brows up in the middle; or simply asleep."""
    bags = stroke("M-30 15q9 6 18 0M12 15q9 6 18 0", "{kulit.tua}", 4)
    if asleep:
        return stroke(arcs(5, 21, 9, 8), "#2B1B1A", 5) + brows(-16, 21, 3, "{alis}") + stroke("M-8 33Q0 37 8 33", "{mulut}", 5)
    lids = stroke("M-31 1q10 -3 20 2M31 1q-10 -3 -20 2", "#2B1B1A", 5) + path(ellipse((-21, 7), 6, 5) + ellipse((21, 7), 6, 5), "#2B1B1A")
    return bags + lids + brows(-18, 21, 9, "{alis}") + stroke("M-13 37q6 -8 13 -2q7 6 13 -3", "{mulut}", 5.5) + path(ellipse((-33, 22), 13, 9) + ellipse((33, 22), 13, 9), "#E4664F", opacity="0.38")


def child_part(spec):
    extra = "".join(f'<g data-expression="{name}">{sick_face(name == "tidur")}</g>' for name in ("sakit", "tidur"))
    return part(spec).replace("</g></g></defs>", "</g>" + extra + "</g></defs>", 1)


def in_bed(name):
    """A child lying on a mattress, head on the pillow to the left; `kompres` has a cloth on the forehead."""
    spec = PEOPLE[f"orang/{name}"]
    behind, front, _ = STYLES[spec["head"]]((4, 4), True)
    head = f'<g transform="translate(-236 -128)rotate(-34)scale(1.02)">{behind}{front}'
    cloth = path(smooth([(-46, -34), (-20, -50), (24, -48), (44, -30), (40, -14), (0, -24), (-42, -16)]), "#FFFFFF") + stroke("M-34 -28Q0 -40 36 -26", "#CFDDE2", 5)
    mattress = path(round_rect(-380, -58, 760, 58, 24), "#E9DCC3") + path(round_rect(-380, -26, 760, 26, 12), "#D2BF9D") + stroke("M-340 -40H340", "#F6EEDD", 6)
    pillow = path(smooth([(-350, -56), (-366, -120), (-330, -150), (-180, -146), (-140, -110), (-150, -58)]), "#FFFFFF") + path(smooth([(-180, -146, "c"), (-140, -110), (-150, -58, "c"), (-190, -58, "c"), (-170, -100)]), "#DDE3E6")
    blanket = path(smooth([(-190, -58, "c"), (-186, -118), (-120, -152), (20, -150), (170, -124), (290, -132), (340, -92), (346, -58, "c")]), "{selimut}") + path(smooth([(120, -134, "c"), (170, -124), (290, -132), (340, -92), (346, -58, "c"), (160, -58, "c")]), "{selimut.tua}", opacity="0.45")
    fold = path(smooth([(-190, -58, "c"), (-186, -118), (-150, -140, "c"), (-112, -144), (-128, -100), (-140, -58, "c")]), "{selimut.muda}") + stroke("M-40 -140Q-24 -100 -34 -66M80 -140Q96 -104 88 -66M200 -124Q214 -96 208 -66", "{selimut.tua}", 5, opacity="0.6")
    hand = stroke("M-150 -116Q-104 -132 -70 -104", "{baju}", 36) + stroke("M-92 -118L-44 -96", "{kulit}", 24) + path(ellipse((-36, -92), 19, 15), "{kulit}")
    poses = f'<g data-pose="biasa"></g><g data-pose="kompres">{cloth}</g>'
    face = child_part({**spec, "poses": {"duduk": spec["poses"]["duduk"]}}).split("\n")[1]
    return (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="-400 -260 800 280" data-anchor="0 0" data-colours="{spec["colours"]} selimut:langit">\n{face}\n'
            f'{shadow(390, 22)}{mattress}{pillow}{head}{poses}</g>{blanket}{fold}{hand}\n</svg>\n')


def sign_face(name):
    """Eyes and mouth for one danger sign, drawn outright: a part has only one face to reuse."""
    cheeks = path(ellipse((-33, 20), 11, 8) + ellipse((33, 20), 11, 8), "#E4664F", opacity="0.3") + stroke("M-3 13q4 5 7 1", "{kulit.tua}", 4.5)
    worried = brows(-17, 21, 9, "{alis}")
    lids = stroke("M-31 1q10 -3 20 2M31 1q-10 -3 -20 2", "#2B1B1A", 5) + path(ellipse((-22, 7), 6, 5) + ellipse((20, 7), 6, 5), "#2B1B1A")
    shut = stroke(arcs(5, 21, 10, 8), "#2B1B1A", 5)
    white = path(ellipse((-21, 3), 12, 12) + ellipse((21, 3), 12, 12), "#FFFFFF") + path(ellipse((-21, -6), 6, 5) + ellipse((21, -6), 6, 5), "#2B1B1A")
    mouth = path("M-15 30Q0 22 15 30Q18 50 0 51Q-18 50 -15 30Z", "#7E2B2E")
    firm = stroke("M-14 37Q0 29 14 37", "{mulut}", 7)
    clenched = path(round_rect(-19, 28, 38, 17, 6), "#7E2B2E") + path(round_rect(-16, 31, 32, 11, 3), "#FFFFFF") + stroke("M-5 31v11M6 31v11", "#B9AEA8", 2.5)
    return cheeks + {"minum": worried + shut + firm, "muntah": worried + shut + mouth, "kejang": worried + white + clenched,
                     "lemas": brows(-15, 21, 6, "{alis}") + shut + stroke("M-9 37q9 -5 18 0", "{mulut}", 5), "sesak": worried + lids + mouth}[name]


def lying_stiff(spec):
    """A child who convulses on the floor: back arched, fists drawn up, lines that shake about it."""
    stiff = pose(arm(-0.50, 0.10, "genggam", aim=-110, elbow="luar"), arm(0.50, 0.10, "genggam", aim=-70, elbow="luar"), look=(0, -2), tilt=-6)
    body = Figure(spec["build"], spec["clothes"], spec["head"], stiff).parts()
    body = body[body.index("/>") + 2:]
    cut = body.index('<use href="#raut"')
    end = body.index("/>", cut) + 2
    body = body[:cut] + sign_face("kejang") + body[end:]
    zigzag = "".join(f"l14 {16 if i % 2 else -16}" for i in range(11))
    shake = f"M-77 -60{zigzag}M-77 86{zigzag}"
    return '<ellipse cx="8" cy="40" rx="112" ry="14" fill="#3A1D33" opacity="0.16"/>' + put(body, 122, 10, 0.63, -90) + stroke(shake, "#C8383D", 9)


def danger_signs():
    """Five round pictures (`pose`), 300 across, middle at the origin: refuses to drink, vomits, convulses, limp, breathes hard."""
    spec = PEOPLE["orang/anak-laki"]
    out = ""
    for name, tilt, at in (("minum", -8, (-34, -16)), ("muntah", 12, (0, -22)), ("kejang", -4, (0, -22)), ("lemas", 30, (30, -6)), ("sesak", 0, (0, -34))):
        behind, front, _ = STYLES[spec["head"]]((-12, 3) if name == "minum" else (0, 4), True)
        cut = front.index('<use href="#raut"')
        end = front.index("/>", cut) + 2
        face = f'<g transform="translate({-12 if name == "minum" else 0} 4)">{sign_face(name)}</g>'
        head = f'<g transform="translate({at[0]} {at[1]})rotate({tilt})scale(1.06)">{behind}{front[:cut]}{face}{front[end:]}</g>'
        neck = path(round_rect(-22 + at[0] * 0.6, 20, 44, 50, 12), "{kulit.tua}")
        shirt = path(smooth([(-112, 96, "c"), (-92, 62), (-34, 48), (34, 48), (92, 62), (112, 96, "c"), (72, 130), (0, 146), (-72, 130)]), "{baju}")
        more = {
            "minum": put(tumbler(WATER), 106, 66, 0.72) + stroke("M68 110Q48 104 50 92", "{baju.tua}", 34) + stroke("M50 94L56 62", "{kulit}", 25) + put(hand("terbuka", (0, 0), -78, 1, 1.15), 57, 58) + stroke("M-112 -62q-16 30 -6 60M-98 -86q-4 4 -6 8", "#7FA9B8", 9),
            "muntah": path(smooth([(2, 26), (-22, 52), (-30, 96), (-18, 128), (8, 134), (22, 118), (14, 80), (20, 44)]), "#C9C56B") + path(ellipse((-44, 112), 8) + ellipse((36, 96), 7), "#C9C56B"),
            "kejang": "",
            "lemas": "",
            "sesak": stroke("M-88 92Q-80 118 -42 108", "{baju.tua}", 30) + put(hand("rata", (0, 0), -22, 1, 1.25), -34, 106) + stroke("M36 14q16 8 32 0q16 -8 32 0M34 30q14 8 28 0q14 -8 28 0", "#7FA9B8", 8),
        }[name]
        child = lying_stiff(spec) if name == "kejang" else neck + shirt + head + more
        out += f'<g data-pose="{name}">{path(ellipse((0, 0), 150), "#FFFDF6")}{child}{stroke(ellipse((0, 0), 150), "#C8383D", 16)}</g>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="-160 -160 320 320" data-anchor="0 0" data-colours="{spec["colours"]}">\n{out}\n</svg>\n'


def again(name, poses):
    return {**PEOPLE[f"orang/{name}"], "poses": poses}


MEN = sitting_man(GROWN)
CARE = {f"orang/{name}-rawat": part(again(name, GROWN)) for name in ("ibu", "ibu-segi", "ibu-pashmina", "ibu-sanggul", "ibu-ikal", "ibu-panjang", "nenek")}
CARE |= {f"orang/{name}-rawat": part(again(name, MEN)) for name in ("ayah", "ayah-peci", "ayah-sarung", "kakek")}
CARE |= {f"orang/{name}-rawat": child_part(again(name, YOUNG)) for name in ("anak-laki", "anak-perempuan", "anak-bob", "anak-sekolah", "balita")}
CARE |= {f"orang/{name}-berbaring": in_bed(name) for name in ("anak-laki", "anak-perempuan", "anak-bob")}
CARE |= {"orang/tanda-bahaya": danger_signs()}
