"""Heads: face with expressions, hair, kerudung, peci. Origin in the middle of the head, grown-up size (face 108 × 118)."""

from geometry import ellipse, path, poly, round_rect, smooth, stroke

INK = "#2B1B1A"
MOUTH = "#7E2B2E"
TONGUE = "#DE7F78"
TEETH = "#FFF8EE"

EXPRESSIONS = ["senang", "tertawa", "tenang", "peduli", "bicara", "sedih", "marah", "takut", "kaget"]


def eyes(y, size, gap):
    d = ellipse((-gap, y), 5.6 * size, 7.4 * size) + ellipse((gap, y), 5.6 * size, 7.4 * size)
    lights = ellipse((-gap + 2, y - 2.6 * size), 1.9 * size) + ellipse((gap + 2, y - 2.6 * size), 1.9 * size)
    return path(d, INK) + path(lights, "#FFFFFF")


def arcs(y, gap, half, rise):
    return "".join(f"M{x - half} {y}Q{x} {y + rise} {x + half} {y}" for x in (-gap, gap))


def brows(y, gap, tilt, colour, lift=0, half=11):
    """`tilt` > 0: inner ends up (worry); < 0: inner ends down (anger)."""
    d = (f"M{-gap - half} {y + lift + max(tilt, 0)}Q{-gap} {y - 5 + lift} {-gap + half} {y + lift - tilt}"
         f"M{gap - half} {y + lift - tilt}Q{gap} {y - 5 + lift} {gap + half} {y + lift + max(tilt, 0)}")
    return stroke(d, colour, 5)


def expression(name, child=False, old=False):
    gap, ey, size = (21, 3, 1.12) if child else (21.5, -3, 1.0)
    by = ey - 20
    my = 31 if child else 29
    brow = "{alis}"
    if name == "senang":
        return (eyes(ey, size, gap) + brows(by, gap, 1, brow)
                + stroke(f"M-16 {my - 4}Q0 {my + 15} 16 {my - 4}", "{mulut}", 5.5))
    if name == "tertawa":
        return (stroke(arcs(ey + 3, gap, 9, -13), INK, 5.5) + brows(by - 4, gap, 2, brow)
                + path(f"M-20 {my - 8}Q0 {my - 1} 20 {my - 8}Q19 {my + 18} 0 {my + 18}Q-19 {my + 18} -20 {my - 8}Z", MOUTH)
                + path(f"M-16 {my - 6}Q0 {my} 16 {my - 6}L14 {my}Q0 {my + 5} -14 {my}Z", TEETH)
                + path(ellipse((0, my + 12), 9, 5), TONGUE))
    if name == "tenang":
        return (stroke(arcs(ey + 1, gap, 9, 9), INK, 5) + brows(by + 2, gap, 2, brow)
                + stroke(f"M-12 {my - 1}Q0 {my + 9} 12 {my - 1}", "{mulut}", 5))
    if name == "peduli":
        return (eyes(ey + 1, size, gap) + brows(by + 1, gap, 6, brow)
                + stroke(f"M-10 {my + 1}Q0 {my + 6} 10 {my + 1}", "{mulut}", 5))
    if name == "bicara":
        return (eyes(ey, size, gap) + brows(by - 2, gap, 1, brow)
                + path(f"M-13 {my - 6}Q0 {my - 9} 13 {my - 6}Q13 {my + 12} 0 {my + 13}Q-13 {my + 12} -13 {my - 6}Z", MOUTH)
                + path(ellipse((0, my + 8), 7, 4), TONGUE))
    if name == "sedih":
        return (eyes(ey + 2, size, gap) + brows(by + 1, gap, 9, brow)
                + stroke(f"M-13 {my + 8}Q0 {my - 7} 13 {my + 8}", "{mulut}", 5.5)
                + path(f"M{gap + 4} {ey + 13}q8 11 0 15q-8 -4 0 -15Z", "#8CC4E8"))
    if name == "marah":
        return (eyes(ey + 2, size, gap) + brows(by + 8, gap, -10, brow, half=13)
                + path(f"M-19 {my + 12}Q-17 {my - 9} 0 {my - 9}Q17 {my - 9} 19 {my + 12}Q0 {my + 4} -19 {my + 12}Z", MOUTH)
                + path(f"M-13 {my - 3}Q0 {my - 9} 13 {my - 3}L12 {my + 1}Q0 {my - 4} -12 {my + 1}Z", TEETH))
    if name == "takut":
        white = ellipse((-gap, ey), 10 * size, 11.5 * size) + ellipse((gap, ey), 10 * size, 11.5 * size)
        dots = ellipse((-gap, ey + 1), 4.8 * size) + ellipse((gap, ey + 1), 4.8 * size)
        return (path(white, "#FFFFFF") + path(dots, INK) + brows(by - 5, gap, 10, brow)
                + stroke(f"M-14 {my + 6}q7 -9 14 -1q7 8 14 -3", "{mulut}", 5))
    if name == "kaget":
        return (eyes(ey, size * 1.15, gap) + brows(by - 7, gap, 2, brow) + path(ellipse((0, my + 3), 8, 10), MOUTH))
    raise KeyError(name)


def face_definition(child=False, old=False):
    """Everything that moves when the head looks somewhere."""
    y = 16 if not child else 20
    out = path(ellipse((-33, y), 10, 7) + ellipse((33, y), 10, 7), "#E4664F", opacity="0.26")
    nose = "M-4 9q5 7 9 1" if not child else "M-3 13q4 5 7 1"
    out += stroke(nose, "{kulit.tua}", 4.5)
    if old:
        out += stroke("M-42 -2l-7 -4M-42 3l-8 1M42 -2l7 -4M42 3l8 1M-24 20q-5 6 -3 13M24 20q5 6 3 13", "{kulit.tua}", 3)
    for name in EXPRESSIONS:
        out += f'<g data-expression="{name}">{expression(name, child, old)}</g>'
    return f'<defs><g id="raut">{out}</g></defs>'


def raut(look):
    return f'<use href="#raut" transform="translate({look[0]} {look[1]})"/>'


def skull(look, child=False, ears=True, extra=""):
    """Bare face; jaw rounder for children."""
    out = ""
    sx = -look[0] * 0.35
    if ears:
        out += path(ellipse((-54 + sx, 6), 10, 13) + ellipse((54 + sx, 6), 10, 13), "{kulit.tua}")
    jaw = 44 if child else 40
    outline = [(0, -60), (40, -46), (55, -6), (jaw + 5, 34), (20, 56), (0, 60), (-20, 56), (-jaw - 5, 34), (-55, -6), (-40, -46)]
    out += path(smooth(outline), "{kulit}")
    shade = [(40, -46, "c"), (55, -6), (jaw + 5, 34), (20, 56), (0, 60, "c"), (22, 46), (40, 20), (46, -8)]
    out += path(smooth(shade), "{kulit.tua}", opacity="0.45")
    return out


def cap(line, colour="{rambut}", drop=8, wide=59, top=-68):
    """Hair over the skull; `line` is the hairline from the right ear to the left one."""
    outer = [(-wide, drop, "c"), (-wide - 1, -22), (-40, -56), (0, top), (40, -56), (wide + 1, -22), (wide, drop, "c")]
    return path(smooth(outer + line), colour)


def shine(d="M-36 -46Q-20 -60 2 -60"):
    return stroke(d, "{rambut.muda}", 6, opacity="0.5")


# Each style gives (behind everything, on the head, seen from behind).

def hair_man(look, child=False):
    x = look[0]
    line = [(50, -14, "c"), (44 + x * 0.2, -32), (10 + x, -38), (-26 + x, -34), (-46, -24), (-50, -8, "c")]
    return "", skull(look, child) + raut(look) + cap(line, drop=4) + shine(), back_head("pendek")


def hair_curly(look, child=False):
    x = look[0] * 0.6
    bumps = ellipse((-50, -22), 19) + ellipse((-38, -48), 22) + ellipse((-8, -60), 24) + ellipse((24, -56), 23) + ellipse((46, -36), 21) + ellipse((53, -14), 15)
    line = [(50, -12, "c"), (30 + x, -36), (-20 + x, -36), (-50, -10, "c")]
    return "", skull(look, child) + raut(look) + path(bumps, "{rambut}") + cap(line, drop=2), back_head("ikal")


def hair_peci(look, child=False):
    x = look[0]
    line = [(50, -10, "c"), (46, -26), (-46, -26), (-50, -8, "c")]
    hat = smooth([(-60, -24, "c"), (-55, -74, "c"), (-10, -84), (54, -76, "c"), (61, -24, "c"), (0 + x * 0.3, -16)])
    shade = smooth([(26, -18, "c"), (30, -80, "c"), (54, -76, "c"), (61, -24, "c")])
    return "", (skull(look, child) + raut(look) + cap(line, drop=4) + path(hat, "{peci}") + path(shade, "{peci.tua}")), back_head("peci")


def hair_bun(look, child=False):
    x = look[0]
    bun = path(ellipse((-30 if x >= 0 else 30, -62), 26, 23), "{rambut}") + stroke("M-46 -70q10 -12 26 -8", "{rambut.muda}", 4, opacity="0.5")
    line = [(52, 2, "c"), (46, -22), (14 + x, -42), (-18 + x, -34), (-48, -14), (-52, 8, "c")]
    return bun, skull(look, child) + raut(look) + cap(line, drop=12) + shine(), back_head("sanggul")


def hair_long(look, child=False):
    x = look[0]
    back = path(smooth([(0, -60), (56, -40), (64, 10), (62, 74), (30, 92), (-30, 92), (-62, 74), (-64, 10), (-56, -40)]), "{rambut.tua}")
    line = [(50, 26, "c"), (50, -10), (26 + x, -40), (-14 + x, -42), (-46, -16), (-50, 26, "c")]
    return back, skull(look, child, ears=False) + raut(look) + cap(line, drop=34) + shine(), back_head("panjang")


def hair_tail(look, child=False):
    x = look[0]
    tail = path(smooth([(-40, -40), (-72, -40), (-84, 0), (-78, 46), (-66, 62), (-58, 30), (-50, 0)]), "{rambut.tua}")
    line = [(51, 2, "c"), (44, -26), (20 + x, -38), (-22 + x, -40), (-47, -16), (-51, 6, "c")]
    return tail, skull(look, child) + raut(look) + cap(line, drop=10) + shine(), back_head("ikat")


def hair_pigtails(look, child=True):
    x = look[0]
    tails = ""
    for s in (-1, 1):
        tails += path(smooth([(s * 50, -18), (s * 78, -22), (s * 88, 14), (s * 76, 46), (s * 66, 40), (s * 60, 10)]), "{rambut.tua}")
        tails += path(ellipse((s * 60, -12), 9), "{pita}")
    line = [(52, 0, "c"), (46, -14), (30 + x, -24), (6 + x, -28), (-24 + x, -22), (-46, -14), (-52, 2, "c")]
    return tails, skull(look, child) + raut(look) + cap(line, drop=8) + shine(), tails + back_head("pendek")


def hair_bob(look, child=True):
    x = look[0]
    back = path(smooth([(0, -60), (58, -36), (66, 14), (58, 48), (0, 54), (-58, 48), (-66, 14), (-58, -36)]), "{rambut.tua}")
    line = [(52, 40, "c"), (46, 4), (40, -20), (20 + x, -22), (-20 + x, -22), (-42, -18), (-46, 6), (-52, 40, "c")]
    return back, skull(look, child, ears=False) + raut(look) + cap(line, drop=40, wide=63) + shine(), back_head("panjang")


def hood(look, rx=45, ry=51, inner=True):
    """Kerudung around the face: outer shape, ciput, face."""
    x = look[0] * 0.35
    y = 4
    outer = [(0, -70), (40, -60), (63, -24), (63, 16), (48, 50), (22, 72), (-22, 72), (-48, 50), (-63, 16), (-63, -24), (-40, -60)]
    out = path(smooth(outer), "{kerudung}")
    out += path(smooth([(38, -61, "c"), (63, -24), (63, 16), (48, 50), (22, 72), (0, 74, "c"), (34, 50), (50, 16), (52, -20)]), "{kerudung.tua}")
    out += path(ellipse((x, y), rx + 4.5, ry + 4.5), "{kerudung.tua}")
    face = ellipse((x, y), rx, ry)
    out += path(face, "{kulit}")
    if inner:
        out += path(smooth([(x - rx + 5, -16, "c"), (x - 28, -36), (x, -47), (x + 28, -36), (x + rx - 5, -16, "c"), (x + 24, -29), (x, -34), (x - 24, -29)]), "{ciput}")
    shade = [(x + 34, -30), (x + rx, y), (x + 34, y + 36), (x + 6, y + ry), (x + 26, y + 34), (x + 36, y)]
    out += path(smooth(shade), "{kulit.tua}", opacity="0.4")
    out += f'<use href="#raut" transform="translate({look[0] * 0.8:.1f} {look[1] + 3})scale(0.94)"/>'
    return out


def head_kerudung(look, child=False):
    return "", hood(look), back_head("kerudung")


def head_selendang(look, child=False):
    """A shawl laid loosely over the hair, as old women wear it."""
    x = look[0] * 0.35
    out = path(smooth([(0, -74), (44, -62), (68, -20), (70, 30), (58, 80), (-58, 80), (-70, 30), (-68, -20), (-44, -62)]), "{kerudung}")
    out += path(smooth([(42, -63, "c"), (68, -20), (70, 30), (58, 80, "c"), (34, 80, "c"), (52, 30), (52, -16)]), "{kerudung.tua}")
    out += path(smooth([(x, -60), (x + 36, -48), (x + 50, -8), (x + 42, 34), (x + 18, 56), (x, 60), (x - 18, 56), (x - 42, 34), (x - 50, -8), (x - 36, -48)]), "{kulit}")
    out += path(smooth([(x - 50, 6, "c"), (x - 52, -30), (x - 30, -58), (x, -64), (x + 30, -58), (x + 52, -30), (x + 50, 6, "c"), (x + 40, -24), (x + 8, -40), (x - 14, -38), (x - 40, -22)]), "{rambut}")
    return "", out + raut((look[0] * 0.8, look[1])), back_head("kerudung")


def back_head(kind):
    if kind == "kerudung":
        outer = [(0, -72), (40, -62), (64, -24), (66, 22), (58, 70), (-58, 70), (-66, 22), (-64, -24), (-40, -62)]
        return (path(smooth(outer), "{kerudung}")
                + path(smooth([(40, -62), (64, -24), (66, 22), (58, 70), (30, 70), (50, 20), (50, -24)]), "{kerudung.tua}")
                + stroke("M-26 60Q-4 30 0 -10M26 62Q10 40 4 10", "{kerudung.tua}", 4))
    ears = path(ellipse((-55, 8), 9, 12) + ellipse((55, 8), 9, 12), "{kulit.tua}")
    shape = [(0, -68), (42, -56), (60, -16), (52, 30), (28, 54), (-28, 54), (-52, 30), (-60, -16), (-42, -56)]
    out = ears + path(smooth(shape), "{rambut}") + path(smooth([(42, -56), (60, -16), (52, 30), (28, 54), (10, 54), (40, 20), (46, -20)]), "{rambut.tua}")
    if kind == "sanggul":
        out += path(ellipse((0, 4), 32, 28), "{rambut}") + stroke("M-22 4a22 18 0 0 1 40 -10M-12 8a14 10 0 0 1 26 -4", "{rambut.muda}", 4, opacity="0.6")
    if kind == "ikat":
        out += path(smooth([(-14, -8), (14, -8), (22, 40), (14, 96), (0, 108), (-14, 96), (-22, 40)]), "{rambut.tua}") + path(round_rect(-14, -14, 28, 14, 6), "#D46A8C")
    if kind == "panjang":
        out = path(smooth([(0, -68), (42, -56), (62, -16), (64, 40), (56, 92), (-56, 92), (-64, 40), (-62, -16), (-42, -56)]), "{rambut}") + stroke("M-24 80Q-20 30 -22 -10M20 84Q24 40 18 0", "{rambut.tua}", 5)
    if kind == "ikal":
        out += path(ellipse((-46, -30), 20) + ellipse((-20, -54), 22) + ellipse((16, -56), 22) + ellipse((44, -34), 20) + ellipse((0, -20), 40), "{rambut}")
    if kind == "peci":
        out += path(smooth([(-60, -14, "c"), (-55, -74, "c"), (0, -84), (55, -74, "c"), (60, -14, "c"), (0, -8)]), "{peci}")
    return out


STYLES = {
    "pendek": hair_man, "ikal": hair_curly, "peci": hair_peci, "sanggul": hair_bun, "panjang": hair_long, "ikat": hair_tail,
    "kepang": hair_pigtails, "bob": hair_bob, "kerudung": head_kerudung, "selendang": head_selendang,
}
COVERED = {"kerudung", "selendang"}
