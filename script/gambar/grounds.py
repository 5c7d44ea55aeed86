"""Grounds: places that fill 1600 × 1000 and 400 more to either side. Pale, so that people stand out."""

from geometry import ellipse, num, path, poly, round_rect, smooth, stroke


def rect(x, y, w, h, fill, **more):
    extra = "".join(f' {k}="{v}"' for k, v in more.items())
    return f'<rect x="{num(x)}" y="{num(y)}" width="{num(w)}" height="{num(h)}" fill="{fill}"{extra}/>'


def gradient(name, top, bottom):
    return f'<defs><linearGradient id="{name}" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="{top}"/><stop offset="1" stop-color="{bottom}"/></linearGradient></defs>'


def ground(body):
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1600 1000" data-anchor="0 0">\n{body}\n</svg>\n'


def cloud(x, y, k=1.0, colour="#FFFFFF", opacity="0.85"):
    d = ellipse((x, y), 62 * k, 26 * k) + ellipse((x - 50 * k, y + 10 * k), 46 * k, 20 * k) + ellipse((x + 54 * k, y + 8 * k), 50 * k, 22 * k) + ellipse((x - 12 * k, y - 18 * k), 36 * k, 24 * k)
    return path(d, colour, opacity=opacity)


def banana(x, y, k=1.0):
    """A banana tree standing at (x, y)."""
    out = path(smooth([(x - 22 * k, y), (x - 14 * k, y - 150 * k), (x - 12 * k, y - 260 * k), (x + 14 * k, y - 260 * k), (x + 20 * k, y - 120 * k), (x + 26 * k, y)]), "#A9B764")
    out += path(smooth([(x + 4 * k, y), (x + 8 * k, y - 150 * k), (x + 4 * k, y - 260 * k), (x + 14 * k, y - 260 * k), (x + 20 * k, y - 120 * k), (x + 26 * k, y)]), "#8A9A4E")
    top = (x, y - 255 * k)
    for dx, dy, colour in ((-190, 20, "#7FAE5A"), (190, 30, "#6C9E50"), (-150, -120, "#8DBB66"), (160, -110, "#7FAE5A"), (-50, -200, "#9AC573"), (70, -190, "#8DBB66"), (-120, 90, "#6C9E50")):
        tip = (top[0] + dx * k, top[1] + dy * k)
        mid = (top[0] + dx * 0.55 * k, top[1] + (dy - 70) * k * 0.75)
        nx, ny = -dy * 0.16 * k - 10 * k, dx * 0.16 * k
        out += path(f"M{num(top[0])} {num(top[1])}Q{num(mid[0] - abs(nx))} {num(mid[1] - 46 * k)} {num(tip[0])} {num(tip[1])}Q{num(mid[0] + 6 * k)} {num(mid[1] + 40 * k)} {num(top[0])} {num(top[1])}Z", colour)
        out += stroke(f"M{num(top[0])} {num(top[1])}Q{num(mid[0])} {num(mid[1] - 6 * k)} {num(tip[0])} {num(tip[1])}", "#C9DFA4", 3.5 * k, opacity="0.8")
    out += path(smooth([(x + 20 * k, y - 250 * k), (x + 52 * k, y - 220 * k), (x + 54 * k, y - 160 * k), (x + 40 * k, y - 130 * k), (x + 30 * k, y - 180 * k)]), "#E7C75A")
    return out


def pot(x, y, k=1.0, flower=None):
    out = "".join(path(f"M{num(x)} {num(y - 66 * k)}Q{num(x + (dx * 0.9 - 12) * k)} {num(y - (90 + h) * k)} {num(x + dx * k)} {num(y - (70 + h) * k)}Q{num(x + (dx * 0.2 + 12) * k)} {num(y - (60 + h * 0.3) * k)} {num(x)} {num(y - 66 * k)}Z", c)
                  for dx, h, c in ((-78, 50, "#7FAE5A"), (78, 56, "#6C9E50"), (-40, 110, "#8DBB66"), (44, 108, "#7FAE5A"), (4, 134, "#6C9E50")))
    if flower:
        out += path("".join(ellipse((x + dx * k, y - dy * k), 13 * k) for dx, dy in ((-62, 118), (62, 126), (-24, 180), (34, 176))), flower)
    out += path(f"M{num(x - 50 * k)} {num(y - 78 * k)}H{num(x + 50 * k)}L{num(x + 36 * k)} {num(y)}H{num(x - 36 * k)}Z", "#C47A54")
    out += path(f"M{num(x + 14 * k)} {num(y - 78 * k)}H{num(x + 50 * k)}L{num(x + 36 * k)} {num(y)}H{num(x + 12 * k)}Z", "#A96443") + path(round_rect(x - 56 * k, y - 90 * k, 112 * k, 20 * k, 8), "#D28C66")
    return out


def window(x, y, w, h, curtain="#F2C9B8", view="#CFE6EA", frame="#B98A62"):
    out = path(round_rect(x - 16, y - 16, w + 32, h + 32, 12), frame) + rect(x, y, w, h, view)
    out += path(smooth([(x, y + h * 0.75, "c"), (x + w * 0.3, y + h * 0.6), (x + w * 0.6, y + h * 0.72), (x + w, y + h * 0.58, "c"), (x + w, y + h, "c"), (x, y + h, "c")]), "#B9D8A6")
    out += stroke(f"M{num(x + w / 2)} {num(y)}V{num(y + h)}", frame, 10)
    out += path(f"M{num(x)} {num(y)}H{num(x + w * 0.34)}Q{num(x + w * 0.3)} {num(y + h * 0.5)} {num(x)} {num(y + h * 0.66)}Z", curtain)
    out += path(f"M{num(x + w)} {num(y)}H{num(x + w * 0.66)}Q{num(x + w * 0.7)} {num(y + h * 0.5)} {num(x + w)} {num(y + h * 0.66)}Z", curtain)
    return out + path(round_rect(x - 26, y + h + 10, w + 52, 18, 8), "#9E7350")


def tiles(y, colours, rows=4):
    """A floor of broad tiles that grow towards the eye."""
    out = rect(-400, y, 2400, 1000 - y, colours[0])
    lines = ""
    step = (1000 - y) / (rows * (rows + 1) / 2)
    yy = y
    for r in range(1, rows + 1):
        yy += step * r
        lines += f"M-400 {num(yy)}H2000"
    for i in range(-14, 15):
        lines += f"M{num(800 + i * 130)} {num(y)}L{num(800 + i * 235)} 1000"
    return out + stroke(lines, colours[1], 4)


def house(x, y, k=1.0, wall="#F0DDBE", roof="#C9775A"):
    """A small far house with its foot at (x, y)."""
    out = rect(x - 110 * k, y - 120 * k, 220 * k, 120 * k, wall) + rect(x + 30 * k, y - 120 * k, 80 * k, 120 * k, "#E2CBA6")
    out += path(f"M{num(x - 142 * k)} {num(y - 112 * k)}L{num(x - 84 * k)} {num(y - 206 * k)}H{num(x + 84 * k)}L{num(x + 142 * k)} {num(y - 112 * k)}Z", roof)
    out += path(f"M{num(x + 30 * k)} {num(y - 206 * k)}H{num(x + 84 * k)}L{num(x + 142 * k)} {num(y - 112 * k)}H{num(x + 40 * k)}Z", "#B5654B")
    return out + rect(x - 24 * k, y - 78 * k, 44 * k, 78 * k, "#A97B55") + rect(x - 88 * k, y - 84 * k, 42 * k, 42 * k, "#BFDDE2") + rect(x + 50 * k, y - 84 * k, 42 * k, 42 * k, "#A9CBD1")


def palm(x, y, k=1.0):
    out = stroke(f"M{num(x)} {num(y)}Q{num(x + 18 * k)} {num(y - 150 * k)} {num(x + 40 * k)} {num(y - 270 * k)}", "#B59A72", 16 * k)
    top = (x + 40 * k, y - 270 * k)
    d = "".join(f"M{num(top[0])} {num(top[1])}Q{num(top[0] + dx * 0.6 * k)} {num(top[1] + (dy - 60) * k)} {num(top[0] + dx * k)} {num(top[1] + dy * k)}Q{num(top[0] + dx * 0.5 * k)} {num(top[1] + (dy - 18) * k)} {num(top[0])} {num(top[1])}Z"
                for dx, dy in ((-120, 20), (-100, 70), (-60, -50), (60, -54), (120, 10), (96, 66), (10, 60)))
    return out + path(d, "#86AE6A")


def calm():
    out = gradient("langit", "#BFE0E6", "#FCEFD2") + rect(-400, 0, 2400, 640, "url(#langit)")
    out += path(ellipse((1090, 330), 150), "#FFF3CF", opacity="0.55") + path(ellipse((1090, 330), 100), "#FFDF94")
    out += cloud(330, 190, 1.5) + cloud(760, 120, 1.0, opacity="0.7") + cloud(1500, 210, 1.3) + cloud(-120, 260, 1.2, opacity="0.7")
    out += path(smooth([(-400, 600, "c"), (-400, 470), (-160, 430), (60, 500), (360, 560), (700, 590), (900, 640, "c"), (-400, 640, "c")]), "#A9C6C4")
    out += path(smooth([(260, 640, "c"), (460, 500), (610, 330), (680, 262), (742, 268), (830, 372), (1000, 520), (1180, 640, "c")]), "#8FB3B8")
    out += path(smooth([(742, 268, "c"), (830, 372), (1000, 520), (1180, 640, "c"), (860, 640, "c"), (780, 480), (760, 360)]), "#7EA4AC")
    out += path(smooth([(612, 330, "c"), (680, 262), (742, 268, "c"), (776, 312, "c"), (738, 322), (716, 300), (690, 330), (660, 308)]), "#F4F6F1", opacity="0.8")
    out += path(smooth([(900, 640, "c"), (1060, 560), (1320, 500), (1560, 540), (1800, 490), (2000, 520, "c"), (2000, 640, "c")]), "#9DC2B0")
    out += path(smooth([(-400, 600, "c"), (-100, 590), (200, 606), (520, 592), (860, 606), (1240, 592), (1600, 604), (2000, 590, "c"), (2000, 660, "c"), (-400, 660, "c")]), "#86B183")
    # rice terraces: each a soft band with a lighter rim
    bands = [(640, "#B7CF7A", "#D5E3A0"), (700, "#A5C56C", "#C8DC93"), (772, "#93B960", "#BAD384"), (862, "#82AC55", "#ABC977"), (960, "#6F9C4A", "#97BA68")]
    for i, (y, base, rim) in enumerate(bands):
        sway = 26 * (1 if i % 2 else -1)
        line = [(-400, y + sway), (0, y - sway * 0.6), (420, y + sway), (800, y - sway * 0.4), (1200, y + sway * 0.8), (1640, y - sway), (2000, y + sway * 0.5)]
        out += path(smooth([(*line[0], "c"), *line[1:-1], (*line[-1], "c"), (2000, 1000, "c"), (-400, 1000, "c")]), base)
        out += stroke(smooth(line, closed=False), rim, 9)
    shoots = "".join(f"M{x} {y}l-7 -20M{x} {y}l0 -24M{x} {y}l7 -20" for y, step, off in ((760, 96, 20), (846, 112, 60), (940, 128, 10)) for x in range(-380 + off, 1990, step))
    out += stroke(shoots, "#5F8F45", 4, opacity="0.55")
    out += path(smooth([(590, 1000, "c"), (640, 900), (720, 800), (760, 720), (772, 650, "c"), (790, 650, "c"), (800, 730), (800, 820), (790, 900), (800, 1000, "c")]), "#E3C99A")
    out += house(300, 668, 0.62) + house(1390, 660, 0.54, "#F3E3C8", "#B9805E") + palm(140, 676, 0.62) + palm(1500, 668, 0.56) + palm(1250, 656, 0.42)
    birds = "".join(f"M{x} {y}q14 -14 26 0q12 -14 26 0" for x, y in ((560, 190), (640, 226), (500, 236)))
    return ground(out + stroke(birds, "#5E7F86", 5))


def village_far():
    out = gradient("langit", "#CFE8EC", "#F7F1DC") + rect(-400, 0, 2400, 620, "url(#langit)")
    out += cloud(240, 130, 1.2) + cloud(1180, 110, 1.4) + cloud(1760, 180, 1.1)
    out += path(smooth([(-400, 620, "c"), (-200, 470), (120, 420), (420, 520), (760, 470), (1100, 400), (1460, 500), (1800, 440), (2000, 500, "c"), (2000, 620, "c")]), "#BCD6C6")
    return out + path(smooth([(-400, 620, "c"), (-300, 520), (-60, 500), (180, 560), (520, 530), (900, 560), (1300, 520), (1700, 550), (2000, 520, "c"), (2000, 640, "c"), (-400, 640, "c")]), "#A6C99A")


def yard():
    out = village_far()
    out += rect(-400, 590, 2400, 410, "#DDE3AE")
    out += path(smooth([(-400, 700, "c"), (0, 660), (500, 690), (1000, 650), (1500, 690), (2000, 660, "c"), (2000, 1000, "c"), (-400, 1000, "c")]), "#EBD9B2")
    out += stroke("M-60 760h60M300 840h80M1180 800h70M1480 900h90M60 940h70M860 960h60", "#D9C394", 8)
    # the house at the left edge with its veranda posts
    out += rect(-400, 210, 560, 440, "#F6E7CB") + rect(60, 210, 100, 440, "#E9D4AF") + path("M-400 120H120L250 236H-400Z", "#CF8463") + path("M-400 206L216 206L250 236L-400 236Z", "#B46B4E")
    out += rect(-60, 340, 130, 310, "#A97B55") + rect(-46, 356, 102, 280, "#B98A62") + path(ellipse((44, 500), 8), "#F0D9A8")
    out += rect(180, 236, 26, 420, "#B98A62") + rect(-400, 646, 620, 26, "#D9C3A0")
    out += house(1190, 606, 0.9) + banana(1470, 690, 1.25) + banana(1760, 660, 1.0)
    fence = "".join(round_rect(x, 560, 16, 90, 6) for x in range(620, 1040, 42))
    out += path(fence, "#CDAE82") + rect(610, 584, 430, 12, "#BF9E70", rx=5) + rect(610, 622, 430, 12, "#BF9E70", rx=5)
    out += stroke("M250 300Q460 340 640 300", "#8D7B66", 4)
    out += path("M330 318L420 324L414 420L336 414Z", "#E9A79B") + path("M450 326L520 322L532 420L444 424Z", "#9CC7D8") + path("M560 320L606 312L612 392L566 398Z", "#F3D58C")
    tufts = "".join(f"M{x} {y}l-9 -20M{x} {y}l0 -26M{x} {y}l9 -20" for x, y in ((300, 700), (560, 676), (1080, 690), (1330, 720), (1600, 800), (70, 820), (-200, 780), (1800, 880)))
    out += stroke(tufts, "#8DB06A", 6) + pot(318, 700, 0.9, "#E9806E")
    # a hen with chicks
    out += hen(1240, 780, 0.8)
    return ground(out)


def hen(x, y, k):
    body = path(smooth([(x - 46 * k, y - 40 * k), (x - 66 * k, y - 76 * k), (x - 30 * k, y - 62 * k), (x + 10 * k, y - 58 * k), (x + 24 * k, y - 92 * k), (x + 48 * k, y - 92 * k), (x + 50 * k, y - 54 * k), (x + 26 * k, y - 16 * k), (x - 16 * k, y - 14 * k)]), "#C9794A")
    body += path(ellipse((x + 30 * k, y - 104 * k), 8 * k) + ellipse((x + 44 * k, y - 102 * k), 8 * k), "#D8525B") + path(f"M{num(x + 52 * k)} {num(y - 82 * k)}l16 6l-16 6Z", "#E3A32B") + path(ellipse((x + 42 * k, y - 80 * k), 4 * k), "#2B1B1A")
    body += stroke(f"M{num(x)} {num(y - 14 * k)}v14M{num(x + 14 * k)} {num(y - 14 * k)}v14", "#E3A32B", 5 * k)
    for dx in (-110, 110, 160):
        cx = x + dx * k
        body += path(ellipse((cx, y - 16 * k), 20 * k, 15 * k) + ellipse((cx + 14 * k, y - 32 * k), 12 * k), "#F3D36E") + path(f"M{num(cx + 24 * k)} {num(y - 34 * k)}l10 3l-10 4Z", "#E3A32B")
    return body


def veranda():
    out = village_far()
    out += rect(-400, 570, 2400, 120, "#D5DFA8") + house(1500, 600, 0.8) + banana(1330, 640, 1.0) + banana(1800, 650, 1.1)
    # wall of the house
    out += rect(-400, 0, 1520, 660, "#F8EBD2") + rect(1080, 0, 40, 660, "#E6D0A8")
    out += rect(-400, 520, 1520, 140, "#E3C9A0") + stroke("M-400 520H1120", "#C9A878", 8)
    boards = "".join(f"M{x} 526V660" for x in range(-380, 1120, 74))
    out += stroke(boards, "#D2B486", 4)
    out += rect(300, 190, 270, 470, "#A97B55", rx=8) + rect(322, 212, 226, 448, "#BE9068", rx=4) + path(round_rect(346, 240, 178, 160, 8) + round_rect(346, 424, 178, 210, 8), "#AF8059") + path(ellipse((528, 436), 11), "#F0D9A8")
    out += window(720, 220, 240, 230) + window(-120, 220, 240, 230)
    # roof edge and posts
    out += path("M-400 0H2000V56Q1960 96 1920 56Q1880 96 1840 56Q1800 96 1760 56Q1720 96 1680 56Q1640 96 1600 56Q1560 96 1520 56Q1480 96 1440 56Q1400 96 1360 56Q1320 96 1280 56Q1240 96 1200 56Q1160 96 1120 56Q1080 96 1040 56Q1000 96 960 56Q920 96 880 56Q840 96 800 56Q760 96 720 56Q680 96 640 56Q600 96 560 56Q520 96 480 56Q440 96 400 56Q360 96 320 56Q280 96 240 56Q200 96 160 56Q120 96 80 56Q40 96 0 56Q-40 96 -80 56Q-120 96 -160 56Q-200 96 -240 56Q-280 96 -320 56Q-360 96 -400 56Z", "#C9775A")
    out += rect(-400, 0, 2400, 30, "#B0634A")
    out += tiles(660, ("#EBCDAE", "#DDB893"))
    out += rect(1250, 60, 34, 620, "#B98A62") + rect(1270, 60, 14, 620, "#9E7350") + rect(1236, 660, 62, 30, "#C9B79A", rx=6)
    out += pot(1160, 700, 1.1, "#E9806E") + pot(640, 676, 0.8) + pot(1440, 720, 1.2, "#F3C969")
    return ground(out)


def kitchen():
    out = rect(-400, 0, 2400, 640, "#F7E6CC")
    out += rect(-400, 430, 2400, 210, "#CFE0D6") + stroke("".join(f"M{x} 430V640" for x in range(-400, 2001, 70)) + "M-400 500H2000M-400 570H2000", "#BCD1C6", 4)
    out += window(640, 120, 320, 230, "#F3D58C")
    # shelf with pans
    out += rect(1080, 196, 420, 20, "#A97B55", rx=8) + path(round_rect(1110, 130, 70, 66, 10), "#E9806E") + path(round_rect(1200, 110, 56, 86, 12), "#7FB7D9") + path(round_rect(1276, 140, 76, 56, 10), "#F3C969") + path(round_rect(1372, 120, 60, 76, 12), "#8DBB66")
    out += stroke("M1110 216v30M1210 216v30M1310 216v30M1410 216v24", "#7D6A58", 6) + path(ellipse((1110, 290), 44) + ellipse((1310, 284), 38), "#6F747E") + path(ellipse((1110, 290), 32) + ellipse((1310, 284), 27), "#858B96") + path(round_rect(1194, 246, 32, 90, 14), "#B98A4E") + path(round_rect(1394, 240, 32, 84, 14), "#C9CED4")
    # kitchen bench with stove
    out += rect(1020, 470, 980, 30, "#B98A62", rx=6) + rect(1040, 500, 960, 160, "#E0C39A") + rect(1060, 516, 150, 136, "#D2B184", rx=8) + rect(1240, 516, 150, 136, "#D2B184", rx=8) + rect(1420, 516, 150, 136, "#D2B184", rx=8)
    out += path(round_rect(1120, 430, 220, 40, 10), "#5F6570") + path(smooth([(1150, 352, "c"), (1310, 352, "c"), (1300, 424), (1230, 436), (1160, 424)]), "#8F98A3") + path(round_rect(1140, 340, 180, 16, 8), "#7A838E") + stroke("M1210 320q-16 -24 0 -44q16 -20 0 -44M1256 322q-16 -24 0 -44q14 -18 2 -36", "#FFFFFF", 9, opacity="0.7")
    # cupboard left
    out += rect(-60, 210, 330, 440, "#C99C6E", rx=10) + rect(-40, 232, 142, 396, "#D9B083", rx=6) + rect(112, 232, 142, 396, "#D9B083", rx=6) + path(ellipse((92, 430), 8) + ellipse((122, 430), 8), "#8A5F3C")
    out += path(round_rect(0, 140, 84, 70, 12), "#A9CBD1") + path(smooth([(120, 210, "c"), (130, 150), (190, 140), (236, 210, "c")]), "#E7C75A")
    out += path(ellipse((420, 220), 62), "#FBF6EC") + stroke(ellipse((420, 220), 62), "#A97B55", 12) + stroke("M420 220V182M420 220L448 232", "#4A4F5C", 8)
    out += tiles(640, ("#EFD9BB", "#E0C29C"))
    return ground(out)


def room():
    out = rect(-400, 0, 2400, 640, "#F6E9D6") + rect(-400, 560, 2400, 80, "#E6CFAE") + stroke("M-400 560H2000", "#D0B288", 8)
    out += window(180, 150, 280, 260, "#F0B9A6") + window(-330, 150, 280, 260, "#F0B9A6")
    out += rect(620, 150, 170, 130, "#B98A62", rx=8) + rect(634, 164, 142, 102, "#DCEBE4") + path(smooth([(634, 266, "c"), (670, 214), (700, 240), (740, 196), (776, 266, "c")]), "#9CC29A")
    out += rect(826, 180, 110, 140, "#B98A62", rx=8) + rect(838, 192, 86, 116, "#FBF1DD") + path(ellipse((866, 240), 15) + ellipse((896, 240), 15), "#C9936A") + path("M848 308Q866 244 884 308ZM878 308Q896 244 914 308Z", "#7FB7D9")
    # low cupboard with a lamp, books and a plant
    out += rect(1120, 420, 420, 220, "#C99C6E", rx=10) + rect(1140, 440, 186, 180, "#D9B083", rx=6) + rect(1336, 440, 186, 180, "#D9B083", rx=6) + path(ellipse((1310, 530), 8) + ellipse((1352, 530), 8), "#8A5F3C")
    out += path(round_rect(1160, 330, 26, 90, 5), "#E9806E") + path(round_rect(1190, 346, 24, 74, 5), "#7FB7D9") + path(round_rect(1218, 336, 28, 84, 5), "#8DBB66") + pot(1460, 420, 0.72)
    out += path("M1310 330L1340 250H1390L1420 330Z", "#F3D58C") + rect(1358, 330, 14, 76, "#A97B55") + path(round_rect(1330, 400, 70, 20, 9), "#A97B55")
    out += rect(1660, 120, 260, 520, "#A97B55", rx=8) + rect(1682, 142, 216, 498, "#BE9068", rx=4)
    out += tiles(640, ("#EBCFAC", "#DDBB92"))
    return ground(out)


def hall():
    out = rect(-400, 0, 2400, 640, "#F4EBDA")
    # open sides: green outside between posts
    for x in (-360, 60, 480, 900, 1320, 1740):
        out += rect(x, 210, 330, 300, "#D3E9E8") + path(smooth([(x, 440, "c"), (x + 80, 380), (x + 170, 410), (x + 250, 366), (x + 330, 400, "c"), (x + 330, 510, "c"), (x, 510, "c")]), "#A9CB97")
    out += palm(150, 500, 0.66) + palm(1420, 500, 0.7) + house(700, 508, 0.5)
    out += rect(-400, 506, 2400, 26, "#C9A878") + rect(-400, 532, 2400, 108, "#E8D5B4")
    for x in (-400, 20, 440, 860, 1280, 1700):
        out += rect(x - 14, 120, 40, 520, "#C39A6B") + rect(x + 8, 120, 18, 520, "#AB8254")
    out += rect(-400, 0, 2400, 130, "#D9B98C") + rect(-400, 118, 2400, 22, "#B98A62")
    out += stroke("".join(f"M{x} 0L{x + 40} 118" for x in range(-400, 2000, 120)), "#C9A676", 8)
    # small flags of paper
    flags = [(x, 150 + 26 * (1 - ((x - 800) / 1200) ** 2)) for x in range(-380, 2000, 92)]
    out += stroke("M-400 150Q800 216 2000 150", "#8D7B66", 4)
    for i, colour in enumerate(("#E9806E", "#F3C969", "#2A9D8F", "#7FB7D9")):
        out += path("".join(f"M{num(x - 26)} {num(y + 6)}H{num(x + 26)}L{num(x)} {num(y + 60)}Z" for x, y in flags[i::4]), colour, opacity="0.85")
    out += tiles(640, ("#EBD6B8", "#DDC29C"))
    return ground(out)


GLOW = ('<defs><radialGradient id="lampu"><stop offset="0" stop-color="#FFDF9A" stop-opacity="0.62"/><stop offset="0.45" stop-color="#FFD68A" stop-opacity="0.24"/>'
        '<stop offset="1" stop-color="#FFD68A" stop-opacity="0"/></radialGradient></defs><circle cx="1365" cy="320" r="720" fill="url(#lampu)"/>')


def evening():
    """The room again in lamplight, for the evening at home."""
    body = room()
    body = body.replace("</svg>", '<rect x="-400" width="2400" height="1000" fill="#3A2A5C" opacity="0.20"/>' + GLOW + path("M1310 330L1340 250H1390L1420 330Z", "#FFE9A8") + "</svg>")
    return body.replace("#CFE6EA", "#54608F").replace("#B9D8A6", "#46557A")


def plain():
    out = rect(-400, 0, 2400, 1000, "#FBF1DF") + path(smooth([(60, 560), (220, 220), (700, 90), (1240, 150), (1540, 460), (1440, 800), (900, 900), (320, 860)]), "#F6E2C0")
    return ground(out + path(smooth([(150, 560), (300, 270), (720, 160), (1190, 210), (1450, 480), (1360, 760), (900, 850), (380, 810)]), "#FBEBCD", opacity="0.8"))


GROUNDS = {
    "ground/tenang": calm(), "ground/halaman": yard(), "ground/teras": veranda(), "ground/dapur": kitchen(), "ground/ruang": room(),
    "ground/ruang-malam": evening(), "ground/balai": hall(), "ground/polos": plain(),
}
