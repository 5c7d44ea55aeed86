"""Money and what it buys: notes, tins, purses, shopping, phones, debts, worksheets. Anchors as in things.py."""

from geometry import ellipse, num, path, poly, round_rect, smooth, stroke
from grounds import hen
from things import HEART, shadow, thing

NOTE = {"hijau": ("#8FBF8A", "#5E9460"), "merah": ("#E89A8C", "#C4573A"), "biru": ("#8DB7D9", "#4F86B0"), "ungu": ("#B79AD0", "#85639F")}


def note(kind, x=0, y=0, turn=0, k=1.0):
    """One banknote of nobody's country: a coloured sheet with a round field and a star."""
    base, dark = NOTE[kind]
    body = path(round_rect(-74, -36, 148, 72, 7), base) + path(round_rect(-64, -27, 128, 54, 4), "#FFFFFF", opacity="0.28") + path(ellipse((0, 0), 20, 20), dark, opacity="0.75") + path(star(0, 0, 11), "#FFF6DA")
    body += path(round_rect(-58, -20, 18, 8, 3) + round_rect(40, 12, 18, 8, 3), dark, opacity="0.7") + path("M74 -29V29Q74 36 67 36H30Q58 10 60 -36H67Q74 -36 74 -29Z", dark, opacity="0.22")
    return f'<g transform="translate({num(x)} {num(y)})rotate({num(turn)})scale({num(k)})">{body}</g>'


def star(x, y, r):
    from math import cos, pi, sin
    return poly([(x + cos(-pi / 2 + i * pi / 5) * (r if i % 2 == 0 else r * 0.45), y + sin(-pi / 2 + i * pi / 5) * (r if i % 2 == 0 else r * 0.45)) for i in range(10)])


def coin(x, y, k=1.0):
    """Standing coin, seen from the front."""
    return f'<g transform="translate({num(x)} {num(y)})scale({num(k)})">' + path(ellipse((0, 0), 30), "#E3A32B") + path(ellipse((-2, -2), 24), "#F6CE6A") + path(star(-2, -2, 13), "#E3A32B") + "</g>"


def coin_pile(x, y, n):
    out = ""
    for i in range(n):
        out += path(round_rect(x - 32, y - 14 - i * 13, 64, 15, 7), "#E3A32B") + path(ellipse((x, y - 14 - i * 13), 32, 8), "#F6CE6A")
    return out


def money():
    fan = note("biru", -52, -54, -24) + note("hijau", 0, -66, 0) + note("merah", 52, -54, 24)
    pile = shadow(150, 18, 0, 4) + note("hijau", -30, -30, -6, 1.15) + note("merah", 20, -46, 5, 1.15) + coin_pile(108, 2, 3) + coin_pile(-116, 2, 2)
    coins = shadow(96, 14, 0, 4) + coin_pile(-36, 0, 4) + coin_pile(38, 2, 2) + coin(14, -54, 0.9)
    wing = lambda s: path(smooth([(s * 70, -6, "c"), (s * 96, -58), (s * 150, -66, "c"), (s * 132, -38), (s * 140, -28, "c"), (s * 116, -14), (s * 116, -2, "c"), (s * 88, 8)]), "#FFFFFF") + stroke(f"M{s * 84} -14Q{s * 100} -40 {s * 130} -50", "#D9D2C4", 5)
    flying = wing(-1) + wing(1) + note("hijau", 0, 0, 0)
    return thing(f'<g data-pose="tumpuk">{pile}</g><g data-pose="kipas">{fan}</g><g data-pose="koin">{coins}</g><g data-pose="terbang">{flying}</g><g data-pose="satu">{note("hijau")}</g><g data-pose="satu-koin">{coin(0, 0)}</g>')


# small pictures for labels, cards and thoughts; each about 100 wide round the origin ------------------------------------------------------------
def rice_bowl():
    return path(smooth([(-40, -4), (-24, -40), (10, -46), (36, -26), (42, -4)]), "#FFFFFF") + stroke(smooth([(-40, -4), (-24, -40), (10, -46), (36, -26), (42, -4)]), "#D8C7A4", 3) + path("M-50 -6H50Q46 42 0 44Q-46 42 -50 -6Z", "#3E8FB0") + path("M14 -6H50Q46 42 0 44Q34 30 30 -6Z", "#2F7391") + stroke("M-16 -26l6 -6M6 -24l6 -6M22 -16l5 -5", "#CDB98C", 5)


def eggs():
    one = lambda x, y: path(f"M{x - 25} {y}C{x - 25} {y - 22} {x - 13} {y - 37} {x} {y - 37}C{x + 13} {y - 37} {x + 25} {y - 22} {x + 25} {y}A25 24 0 0 1 {x - 25} {y}Z", "#E9B98C") + path(f"M{x + 10} {y - 34}C{x + 19} {y - 28} {x + 25} {y - 14} {x + 25} {y}A25 24 0 0 1 {x} {y + 24}Q{x + 22} {y} {x + 10} {y - 34}Z", "#CF9866")
    return one(-30, 12) + one(30, 12) + one(0, -8)


def shoe(x=0, y=0, flip=1):
    d = path(f"M{x - flip * 47} {y + 30}Q{x - flip * 53} {y + 2} {x - flip * 46} {y - 24}Q{x - flip * 30} {y - 14} {x - flip * 14} {y - 24}L{x + flip * 30} {y + 3}Q{x + flip * 56} {y + 12} {x + flip * 54} {y + 30}Z", "#3A3F4E")
    return d + path(round_rect(x - 50 if flip > 0 else x - 54, y + 26, 104, 14, 6), "#FFFFFF") + stroke(f"M{x - flip * 6} {y - 2}l{flip * 10} {-8}M{x + flip * 10} {y + 4}l{flip * 9} {-8}", "#FFFFFF", 6)


def pills():
    return path(round_rect(-30, -26, 60, 72, 12), "#FFFFFF") + path(round_rect(-24, -48, 48, 24, 8), "#3E8FB0") + path(round_rect(-7, -12, 14, 44, 4) + round_rect(-22, 3, 44, 14, 4), "#D8525B")


def cigarettes():
    """A pack, filters up, and one that burns before it."""
    at = ((-30, -50), (-18, -58), (-6, -52))
    sticks = path("".join(round_rect(x, y, 9, 40, 2) for x, y in at), "#FFFDF6") + path("".join(round_rect(x, y, 9, 18, 2) for x, y in at), "#E3A06A")
    lit = '<g transform="translate(-2 38)rotate(-40)">' + path(round_rect(0, -5, 58, 10, 2), "#FFFDF6") + path(round_rect(0, -5, 20, 10, 2), "#E3A06A") + path(round_rect(52, -5, 8, 10, 3), "#E2572B") + "</g>" + stroke("M46 -8q-8 -10 0 -19q8 -9 0 -19q-6 -8 0 -14", "#A9B1BD", 4.5)
    return sticks + path(round_rect(-38, -28, 76, 76, 8), "#B3332F") + path("M10 -28H30Q38 -28 38 -20V40Q38 48 30 48H10Z", "#8E2522") + path(round_rect(-38, -14, 76, 20, 0), "#FFFDF6") + stroke("M-26 -4H10", "#B9AE9B", 6) + lit


def sweets():
    wrap = path("M-20 -4L-52 -24V16Z", "#E9806E") + path("M20 -4L52 -24V16Z", "#E9806E") + path(ellipse((0, -4), 28, 22), "#D8525B") + stroke("M-12 -20Q-4 -4 -12 12M8 -24Q16 -4 8 16", "#F8C9C0", 6)
    bag = path("M-34 -52L-26 -44L-17 -52L-8 -44L0 -52L8 -44L17 -52L26 -44L34 -52V48L26 40L17 48L8 40L0 48L-8 40L-17 48L-26 40L-34 48Z", "#7FB7D9") + path(ellipse((0, -8), 24, 22), "#FFF3CF") + path(ellipse((-6, -8), 9, 7) + ellipse((9, -4), 8, 6), "#E3A32B")
    return f'<g transform="translate(14 0)">{bag}</g><g transform="translate(-22 34)scale(0.62)">{wrap}</g>'


def phone_icon():
    return path(round_rect(-28, -54, 56, 108, 11), "#343A48") + path(round_rect(-21, -42, 42, 80, 4), "#A9D6E5") + path(ellipse((0, 46), 4), "#A9B1BD") + path(star(0, -4, 17), "#FFF6DA")


def dress():
    return stroke("M0 -58Q12 -58 10 -48Q0 -44 0 -38", "#8A7B68", 5) + stroke("M-34 -26L0 -40L34 -26", "#8A7B68", 5) + path(smooth([(-26, -32, "c"), (0, -20), (26, -32, "c"), (20, 2), (46, 52, "c"), (0, 58), (-46, 52, "c"), (-20, 2)]), "#B0568F") + path(smooth([(12, -24, "c"), (26, -32, "c"), (20, 2), (46, 52, "c"), (20, 57), (10, 4)]), "#8E3F72") + path("".join(ellipse(p, 4.5) for p in ((-14, 14), (2, 34), (-24, 40), (-4, -4))), "#F3C969")


def book_icon():
    return path("M-48 -34Q-22 -42 0 -28Q22 -42 48 -34V30Q22 22 0 36Q-22 22 -48 30Z", "#2F6F9F") + path("M-42 -30Q-20 -36 0 -24V28Q-20 18 -42 24Z", "#FFFDF7") + path("M42 -30Q20 -36 0 -24V28Q20 18 42 24Z", "#F2E9D8") + stroke("M-32 -14L-12 -10M-32 0L-12 4M12 -10L32 -14M12 4L32 0", "#C9BFAE", 5)


def soap():
    return path(round_rect(-46, -12, 92, 50, 22), "#8FC7B8") + path("M-46 12Q0 24 46 12V16A22 22 0 0 1 24 38H-24A22 22 0 0 1 -46 16Z", "#6FAA9B") + path(round_rect(-30, -2, 60, 20, 10), "#B7DDD2") + "".join(path(ellipse((x, y), r), "#FFFFFF", opacity="0.92") + stroke(ellipse((x, y), r), "#A9D3E4", 2.5) + stroke(f"M{num(x - r * 0.45)} {num(y - r * 0.1)}q{num(r * 0.1)} {num(-r * 0.36)} {num(r * 0.46)} {num(-r * 0.4)}", "#8CC4DE", 2.5)
        for x, y, r in ((-38, -8, 9), (-28, -22, 13), (-8, -16, 10), (10, -26, 14), (28, -16, 10), (40, -8, 7), (-44, -34, 6), (34, -42, 8), (-8, -46, 7)))


def seedling():
    return path("M-40 14H40L30 50H-30Z", "#C47A54") + stroke("M0 14V-28", "#5B9A4B", 8) + path("M0 -20Q-44 -22 -44 -54Q-6 -54 0 -20Z", "#7FAE5A") + path("M0 -28Q40 -28 44 -58Q4 -58 0 -28Z", "#6C9E50")


def ring():
    return stroke(ellipse((0, 14), 32), "#E3A32B", 13) + path("M-16 -30L-8 -46H8L16 -30L0 -10Z", "#8CC4E8")


def coffee():
    """A sachet with a steaming cup on it, two beans beside."""
    bean = lambda x, y, t: f'<g transform="translate({x} {y})rotate({t})">{path(ellipse((0, 0), 8, 5.5), "#4A2A1A")}{stroke("M-6 1Q0 -3 6 -1", "#A96443", 2)}</g>'
    edge = lambda y: path("M-37 " + str(y) + "".join(f"l{74 / 9:.2f} {-5 if (i % 2 == 0) == (y < 0) else 5}" for i in range(9)) + f"V{y + (10 if y < 0 else -10)}H-37Z", "#A96443")
    cup = path("M-18 4H16V16Q16 28 4 28H-6Q-18 28 -18 16Z", "#FFFDF6") + stroke("M17 9q11 0 10 8q-2 7 -12 6", "#FFFDF6", 4.5) + path(ellipse((-1, 4), 17, 4.5), "#3B2116") + stroke("M-24 32H22", "#FFFDF6", 4)
    steam = stroke("M-9 -6q-5 -6 0 -11q5 -5 0 -11M3 -6q-5 -6 0 -11q5 -5 0 -11", "#F1E4D0", 3.5)
    return path(round_rect(-37, -48, 74, 98, 3), "#7A4B32") + path("M24 -48H37V50H30Z", "#5F3825", opacity="0.6") + edge(-44) + edge(46) + steam + cup + bean(-24, -22, -30) + bean(24, -14, 35)


ICONS = {"beras": rice_bowl(), "telur": eggs(), "sepatu": shoe(0, 0), "obat": pills(), "rokok": cigarettes(), "permen": sweets(), "hp": phone_icon(), "baju": dress(), "buku": book_icon(), "sabun": soap(), "bibit": seedling(), "cincin": ring(), "kopi": coffee()}


def icon(name, x, y, k):
    return f'<g transform="translate({num(x)} {num(y)})scale({num(k)})">{ICONS[name]}</g>'


def cards():
    """A picture card lying or held; the anchor is its foot."""
    face = path(round_rect(-62, -168, 124, 168, 16), "#E3D5BA") + path(round_rect(-62, -172, 124, 168, 16), "#FFFDF6") + path(round_rect(-50, -160, 100, 144, 10), "{warna}", opacity="0.28")
    return thing("".join(f'<g data-pose="{name}">{face}{icon(name, 0, -88, 0.86)}</g>' for name in ICONS) + f'<g data-pose="kosong">{face}</g>', "warna:kuning")


def tin():
    """A used tin with a slot in its lid; its picture says what it is for."""
    body = shadow(74, 12) + path("M-66 -148V-12Q0 12 66 -12V-148Z", "{warna}") + path("M22 -148H66V-12Q46 -4 22 0Z", "{warna.tua}", opacity="0.55") + stroke("M-66 -122Q0 -104 66 -122M-66 -36Q0 -14 66 -36", "{warna.tua}", 6, opacity="0.7") + path(ellipse((0, -150), 66, 20), "#C9CFD4") + path(ellipse((0, -152), 58, 15), "#E3E7EA")
    slot = path(round_rect(-24, -156, 48, 8, 4), "#4A4F5C")
    label = path(ellipse((-4, -76), 44, 42), "#FFFDF6")
    opened = shadow(74, 12) + path("M-66 -148V-12Q0 12 66 -12V-148Z", "{warna}") + path("M22 -148H66V-12Q46 -4 22 0Z", "{warna.tua}", opacity="0.55") + path(ellipse((0, -150), 66, 22), "#E3E7EA") + path(ellipse((0, -148), 57, 17), "#5F6570") + path(ellipse((0, -141), 44, 9), "#7B828C")
    kinds = {"makan": icon("beras", -4, -76, 0.58), "sekolah": icon("buku", -4, -76, 0.62), "sehat": icon("obat", -4, -76, 0.56), "simpan": f'<g transform="translate(-4 -76)">{coin(0, 0, 0.95)}</g>', "sepatu": icon("sepatu", -4, -78, 0.6)}
    return thing("".join(f'<g data-pose="{name}">{body}{slot}{label}{drawn}</g>' for name, drawn in kinds.items()) + f'<g data-pose="kosong">{opened}{label}</g><g data-pose="isi">{note("hijau", -18, -166, -14, 0.55)}{note("merah", 20, -172, 12, 0.55)}{opened}{coin(-22, -152, 0.5)}{coin(16, -150, 0.5)}{label}{coin(-4, -76, 0.95)}</g>', "warna:toska")


def cock_bank():
    """The clay cockerel of the markets, a savings bank with a slot in its back."""
    return thing(shadow(86, 12) + path(smooth([(-90, -70), (-120, -150), (-70, -176), (-52, -128), (0, -112), (30, -130), (40, -190), (76, -206), (100, -176), (98, -90), (60, -16, "c"), (-50, -16, "c")]), "{warna}")
                 + path(smooth([(60, -150), (98, -150), (98, -90), (60, -16, "c"), (16, -16, "c"), (62, -70)]), "{warna.tua}", opacity="0.5") + path(smooth([(46, -200), (40, -232), (58, -222), (68, -244), (80, -222), (98, -228), (92, -196)]), "#C8383D")
                 + path("M98 -184L130 -170L98 -160Z", "#F0B93A") + path(ellipse((104, -148), 11, 17), "#C8383D") + path(ellipse((78, -180), 8), "#2B1B1A") + path(smooth([(-40, -84), (10, -90), (34, -60), (4, -36), (-36, -46)]), "{warna.tua}") + stroke("M-92 -150Q-92 -120 -68 -106M-72 -166Q-70 -134 -50 -120", "{warna.tua}", 8)
                 + path(round_rect(-30, -118, 44, 9, 4), "#4A2A22") + path(round_rect(-52, -22, 112, 22, 10), "{warna.tua}"), "warna:#D98555")


def wallet():
    shell = path(round_rect(-88, -60, 176, 110, 18), "{warna}") + path(round_rect(-88, -10, 176, 60, 18), "{warna.tua}", opacity="0.5")
    inside = path(round_rect(-76, -88, 152, 60, 14), "#5E4A3A") + path(round_rect(-64, -78, 128, 36, 10), "#43342A")
    clasp = path(ellipse((0, 6), 12), "#F3C969")
    return thing(f'<g data-pose="kosong">{inside}{shell}{clasp}</g><g data-pose="isi">{note("merah", -20, -84, -8, 0.8)}{note("hijau", 18, -90, 8, 0.8)}{shell}{clasp}</g><g data-pose="tutup">{shell}{path(round_rect(-88, -60, 176, 50, 18), "{warna.muda}")}{clasp}</g>', "warna:terung")


def phone():
    """A large phone to see from far; the screen tells the story."""
    frame = shadow(96, 12) + path(round_rect(-98, -372, 196, 372, 30), "#343A48") + path(round_rect(-84, -346, 168, 316, 14), "{layar}") + path(round_rect(-24, -362, 48, 8, 4), "#5F6570")
    bubble = path(round_rect(-68, -316, 136, 132, 18), "#FFFFFF") + path("M-40 -186L-52 -160L-16 -186Z", "#FFFFFF")
    offer = bubble + note("hijau", -8, -262, -8, 0.66) + note("merah", 6, -238, 8, 0.66) + stroke("M-44 -204H40", "#B9AE9B", 9) + path(round_rect(-60, -132, 120, 56, 26), "#2F9E5B") + stroke("M-22 -106L-6 -90L24 -120", "#FFFFFF", 11)
    quick = bubble + note("hijau", -8, -262, -8, 0.66) + note("merah", 6, -238, 8, 0.66) + path("M14 -160L-40 -92H-6L-20 -44L40 -118H4L22 -160Z", "#F6C04A")
    threat = path(round_rect(-68, -316, 136, 150, 18), "#FFE2DC") + path("M0 -302L56 -202H-56Z", "#C8383D") + stroke("M0 -268V-238M0 -220V-219", "#FFFFFF", 13) + stroke("M-44 -186H44", "#C8383D", 8) + path(round_rect(-68, -146, 136, 78, 14), "#FFE2DC") + path(ellipse((-34, -118), 16) + "M-58 -80Q-34 -112 -10 -80Z", "#C08552") + stroke("M8 -122H52M8 -100H40", "#C8383D", 8)
    call = path(ellipse((0, -220), 62), "#2F9E5B") + path("M-30 -240Q-34 -254 -22 -258L-12 -260L-4 -240L-14 -230Q-8 -214 8 -208L18 -218L38 -210L36 -200Q32 -188 18 -190Q-20 -198 -30 -240Z", "#FFFFFF")
    call += "".join(path(ellipse((x, y), 13), "#FFFFFF", opacity="0.9") for y in (-120, -84, -48 - 4) for x in (-42, 0, 42))
    new = path(star(0, -210, 56), "#F6CE6A") + stroke("M-44 -110H44M-30 -84H30", "#FFFFFF", 11)
    return thing(frame + f'<g data-pose="tawaran">{offer}</g><g data-pose="kilat">{quick}</g><g data-pose="ancaman">{threat}</g><g data-pose="telepon">{call}</g><g data-pose="baru">{new}</g><g data-pose="kosong"/>', "layar:langit")


def bucket():
    """A bucket of water with coins; leaking, it runs from three holes."""
    rim = stroke("M-150 -250Q0 -420 150 -250", "#8F98A3", 12) + path("M-158 -250L-118 -10Q0 20 118 -10L158 -250Z", "{warna}") + path("M60 -250H158L118 -10Q92 -2 60 4Z", "{warna.tua}", opacity="0.5") + path(ellipse((0, -250), 158, 36), "{warna.tua}") + stroke("M-146 -178Q0 -146 146 -178", "{warna.muda}", 8, opacity="0.7")
    low = path(ellipse((0, -236), 128, 22), "#5E9FC0")
    full = path(ellipse((0, -248), 146, 30), "#8CC4E8") + path(ellipse((-30, -254), 70, 10), "#BFE0F0") + coin(-52, -256, 0.8) + coin(14, -262, 0.9) + coin(70, -252, 0.75)
    hole = lambda x, y: path(ellipse((x, y), 13, 11), "#2E3A48")
    stream = lambda x, y, dx: stroke(f"M{x} {y}Q{x + dx * 0.7} {y} {x + dx} {40}", "#8CC4E8", 15) + stroke(f"M{x} {y - 3}Q{x + dx * 0.7} {y - 3} {x + dx - 3} {36}", "#D3ECF6", 5) + path(ellipse((x + dx, 44), 54, 13), "#8CC4E8")
    leaks = hole(-118, -110) + stream(-120, -108, -96) + hole(118, -110) + stream(120, -108, 96) + hole(0, -70) + stroke("M0 -68Q2 -20 0 38", "#8CC4E8", 15) + stroke("M-3 -66Q-1 -20 -3 30", "#D3ECF6", 5) + path(ellipse((0, 46), 50, 13), "#8CC4E8")
    plug = "".join(path(ellipse((x, y), 24, 21), "#5B4A3A") + path(ellipse((x - 3, y - 3), 18, 15), "#E3C08B") for x, y in ((-116, -110), (116, -110), (0, -70)))
    return thing(shadow(150, 20) + f'<g data-pose="bocor">{rim}{low}{leaks}</g><g data-pose="utuh">{rim}{full}{plug}</g>', "warna:#C9774F")


def spout():
    """Bamboo spout from the left; what it pours is income. The anchor is where the water lands."""
    pipe = path("M-420 -400L-20 -330L-26 -282L-428 -350Z", "#B9B25F") + path("M-424 -376L-24 -306L-26 -282L-428 -350Z", "#98924A") + stroke("M-300 -378L-308 -330M-170 -356L-178 -306", "#8A8440", 7) + path(ellipse((-23, -306), 10, 25), "#5E5A2C")
    water = path("M-20 -322Q34 -312 38 -220L40 0H-6L-2 -220Q-4 -276 -24 -284Z", "#8CC4E8") + stroke("M4 -290Q22 -262 22 -180V-10", "#D3ECF6", 7)
    return thing(pipe + water + coin(16, -236, 0.62) + coin(20, -150, 0.62) + coin(14, -60, 0.62))


def groceries():
    """A basket with what a kitchen needs: rice, oil, eggs, greens."""
    sack = path(smooth([(-150, 0, "c"), (-166, -90), (-140, -176), (-60, -176), (-36, -90), (-52, 0, "c")]), "#F1E4D0") + path(smooth([(-84, 0, "c"), (-76, -90), (-90, -176), (-60, -176), (-36, -90), (-52, 0, "c")]), "#DCC9A8") + stroke("M-142 -166Q-100 -190 -56 -166", "#C4573A", 12) + icon("beras", -102, -86, 0.62)
    oil = path(round_rect(-30, -206, 26, 40, 8), "#D8525B") + path(smooth([(-46, -170, "c"), (12, -170, "c"), (18, -120), (16, 0, "c"), (-50, 0, "c"), (-52, -120)]), "#F0C648") + path(round_rect(-40, -110, 46, 56, 6), "#FFFDF6")
    greens = path(smooth([(60, -90, "c"), (16, -190), (60, -230), (90, -170), (120, -236), (150, -180), (110, -90, "c")]), "#6C9E50") + path(smooth([(70, -90, "c"), (56, -190), (90, -216), (112, -150), (104, -90, "c")]), "#8DBB66")
    tray = f'<g transform="translate(120 -26)scale(0.62)">{ICONS["telur"]}</g><g transform="translate(64 -26)scale(0.62)">{ICONS["telur"]}</g>'
    basket = path("M26 -96H168L150 0H42Z", "#C98F4E") + path("M110 -96H168L150 0H106Z", "#A9733A", opacity="0.6") + stroke("M34 -66H160M38 -36H156", "#A9733A", 6)
    return thing(shadow(180, 18) + sack + oil + greens + f'<g transform="translate(0 -84)">{tray}</g>' + basket)


def uniform():
    """A primary-school uniform on its hanger."""
    return thing(stroke("M0 -262Q22 -262 16 -244Q0 -236 0 -222", "#8A7B68", 8) + stroke("M-74 -196L0 -224L74 -196", "#8A7B68", 8)
                 + path(smooth([(-30, -214, "c"), (0, -200), (30, -214, "c"), (92, -186, "c"), (108, -126, "c"), (66, -116, "c"), (64, -80, "c"), (-64, -80, "c"), (-66, -116, "c"), (-108, -126, "c"), (-92, -186, "c")]), "#FFFFFF")
                 + path(smooth([(30, -214, "c"), (92, -186, "c"), (108, -126, "c"), (66, -116, "c"), (64, -80, "c"), (24, -80, "c")]), "#DFE3E8") + path("M-26 -212L0 -176L26 -212L8 -216H-8Z", "#E8EBEF") + path("M-9 -190H9L14 -118L0 -104L-14 -118Z", "#C8383D")
                 + path("M-66 -84H66L76 0H10L0 -46L-10 0H-76Z", "#C8383D") + path("M34 -84H66L76 0H44Z", "#9E2A2E"))


def shoes():
    return thing(shadow(110, 14) + f'<g transform="translate(-42 -52)scale(1.15)">{shoe()}</g><g transform="translate(46 -38)scale(1.15)">{shoe()}</g>')


def card():
    """A bank card for social assistance, of no real bank."""
    return thing(path(round_rect(-116, -146, 232, 146, 18), "#B3332F") + path(round_rect(-116, -146, 232, 72, 18) + "M-116 -92H116V-74H-116Z", "#FFFDF6") + path(round_rect(-92, -64, 48, 36, 7), "#F3C969") + stroke("M-92 -46H-44M-68 -64V-28", "#B98A2A", 4) + stroke("M-20 -36H92", "#F3C9C4", 10)
                 + f'<g transform="translate(74 -112)scale(0.3)">{path(HEART, "#D8525B")}</g>' + path(round_rect(-92, -124, 100, 14, 6) + round_rect(-92, -102, 66, 11, 5), "#C9BFAE"))


def bill():
    """A paper that asks for money: lines, and a sum in red."""
    return thing(path("M-80 -230H80V0L53 -18L26 0L0 -18L-26 0L-53 -18L-80 0Z", "#FFFDF6") + path("M40 -230H80V0L60 -14Z", "#E9DFCB", opacity="0.7") + stroke("M-54 -196H20M-54 -166H44M-54 -136H34M-54 -106H44", "#B9AE9B", 9) + path(round_rect(-58, -82, 116, 44, 8), "#F6C9C2") + stroke("M-36 -60H36", "#C8383D", 13))


def fritters():
    """A round tray of fried bananas to sell."""
    return thing(FRITTERS)


def fritter_tray():
    pieces = ((-92, -34, -16), (-44, -44, 10), (10, -46, -8), (62, -42, 14), (102, -30, -12), (-62, -16, 6), (0, -16, -14), (60, -12, 4))
    return (path(ellipse((0, -18), 160, 46), "#A9733A") + path(ellipse((0, -26), 150, 38), "#D9B26A") + "".join(f'<g transform="translate({x} {y - 6})rotate({t})">{path(smooth([(-34, 6), (-26, -14), (10, -18), (34, -8), (30, 10), (-6, 16)]), "#D58F35")}{path(smooth([(-22, -6), (0, -12), (20, -6), (0, -2)]), "#F0BE6A")}</g>' for x, y, t in pieces))


FRITTERS = fritter_tray()


def hoe():
    return thing(stroke("M0 0L0 -350", "#A97B55", 18) + stroke("M4 -6L4 -344", "#8A5F3C", 6) + path("M-16 -374H22Q104 -366 150 -280L132 -268Q88 -328 22 -330H-16Z", "#8F98A3") + path("M120 -326Q138 -304 150 -280L132 -268Q120 -286 106 -300Z", "#D5DBE0") + path("M-18 -376H20V-322H-18Z", "#6E7681"))


def motorbike():
    wheels = "".join(stroke(ellipse((x, -62), 54), "#3A3F4E", 20) + stroke(ellipse((x, -62), 40), "#AEB6BD", 5) + path(ellipse((x, -62), 11), "#5F6570") for x in (-140, 150))
    return thing(shadow(220, 18) + wheels + stroke("M150 -62L104 -232L70 -262M104 -232L132 -252", "#5F6570", 14) + path(smooth([(112, -214, "c"), (140, -150), (90, -92), (20, -86, "c"), (-150, -100), (-200, -160), (-150, -176), (-30, -166), (30, -120), (76, -140), (88, -214, "c")]), "{warna}")
                 + path(smooth([(-30, -100), (20, -86, "c"), (-150, -100), (-200, -160), (-176, -150), (-90, -112)]), "{warna.tua}") + path(smooth([(-180, -176), (-150, -204), (-40, -198), (0, -168), (-20, -152), (-150, -160)]), "#3A3F4E") + path(ellipse((122, -204), 18, 22), "#FFF3CF") + stroke("M-40 -66L-190 -58", "#AEB6BD", 13), "warna:#C8383D")


def grain():
    """Maize grains as counters; the anchor is the middle of the heap."""
    from math import cos, sin
    seed = lambda x, y: path(ellipse((x, y), 14, 11), "#F0B93A") + path(ellipse((x - 3, y - 3), 6, 4), "#FBE3A0")
    heap = lambda n, rx, ry: "".join(seed(*p) for p in sorted(((cos(i * 2.4) * rx * (i / n) ** 0.5, sin(i * 2.4) * ry * (i / n) ** 0.5) for i in range(n)), key=lambda p: p[1]))
    return thing(f'<g data-pose="banyak">{shadow(110, 40)}{heap(26, 92, 34)}</g><g data-pose="sedikit">{heap(6, 52, 20)}</g><g data-pose="satu">{seed(0, 0)}</g>')


def mark():
    cross = path(ellipse((0, 0), 84), "#FFFFFF") + path(ellipse((0, 0), 74), "#C8383D") + stroke("M-32 -32L32 32M32 -32L-32 32", "#FFFFFF", 22)
    tick = path(ellipse((0, 0), 84), "#FFFFFF") + path(ellipse((0, 0), 74), "#2F9E5B") + stroke("M-36 2L-10 30L38 -26", "#FFFFFF", 22)
    return thing(f'<g data-pose="silang">{cross}</g><g data-pose="centang">{tick}</g>')


def arrow():
    """To the right, or down; the anchor is its middle."""
    shape = path("M-110 -26H20V-66L114 0L20 66V26H-110Q-124 26 -124 0Q-124 -26 -110 -26Z", "{warna}") + path("M-110 4H20V4L114 0L20 66V26H-110Q-124 26 -124 4Z", "{warna.tua}", opacity="0.35")
    return thing(f'<g data-pose="kanan">{shape}</g><g data-pose="bawah"><g transform="rotate(90)">{shape}</g></g>', "warna:daun")


def picture_bubble():
    """A thought of something to buy; the anchor is its tail."""
    cloud = path(ellipse((-70, -150), 74, 70) + ellipse((20, -180), 96, 86) + ellipse((94, -136), 72, 66) + ellipse((8, -112), 104, 62) + ellipse((-64, -36), 22, 18) + ellipse((-92, 4), 13, 11), "#FFFFFF")
    return thing(cloud + "".join(f'<g data-pose="{name}">{icon(name, 14, -142, 1.4)}</g>' for name in ICONS) + f'<g data-pose="uang">{note("hijau", 6, -160, -8, 0.95)}{note("merah", 22, -126, 8, 0.95)}</g>')


def pit():
    """A hole in the ground with bills in it, a heap of soil at its edge; the anchor is its middle."""
    soil = path(smooth([(150, 14, "c"), (180, -50), (240, -84), (300, -50), (340, 18, "c"), (240, 40)]), "#A97B55") + path(smooth([(250, -80), (300, -50), (340, 18, "c"), (280, 34), (270, -20)]), "#8A5F3C", opacity="0.6")
    hole = path(ellipse((0, 0), 220, 62), "#8A5F3C") + path(ellipse((0, 8), 200, 50), "#4A3226") + path(ellipse((0, 20), 168, 32), "#32211B")
    paper = lambda x, y, t: f'<g transform="translate({x} {y})rotate({t})">{path("M-34 -62H34V40L17 30L0 40L-17 30L-34 40Z", "#FFFDF6")}{stroke("M-20 -42H14M-20 -24H20", "#B9AE9B", 7)}{stroke("M-18 2H18", "#C8383D", 9)}</g>'
    front = path("M-200 8A200 50 0 0 0 200 8Q160 44 0 48Q-160 44 -200 8Z", "#32211B") + path("M-220 0A220 62 0 0 0 220 0L200 8A200 50 0 0 1 -200 8Z", "#8A5F3C")
    return thing(soil + hole + paper(-84, 4, -14) + paper(0, -4, 6) + paper(80, 6, 16) + front)


def money_sheet():
    """The worksheet lying flat, folded in three: coming in, going out, put by."""
    edge = [(-300, 24), (-236, -230), (236, -230), (300, 24)]
    sheet = path(poly(edge), "#FFFDF6") + path(poly([(-300, 24), (300, 24), (302, 36), (-302, 36)]), "#DCCFB8")
    folds = stroke("M-100 26L-79 -230M100 26L79 -230", "#D9CBB0", 6)
    heads = f'<g transform="translate(-164 -186)scale(0.42)">{path("M-110 -26H20V-66L114 0L20 66V26H-110Z", "#2F9E5B")}</g><g transform="translate(0 -186)scale(0.42)">{path("M-110 -26H20V-66L114 0L20 66V26H-110Z", "#C8383D")}</g><g transform="translate(164 -186)">{coin(0, 0, 0.9)}</g>'
    dots = lambda x, y, n: path("".join(ellipse((x + i * 22, y), 8) for i in range(n)), "#3A3F4E")
    left = f'<g transform="translate(-190 -110)scale(0.3)">{fritters_flat()}</g>' + icon("telur", -186, -30, 0.6)
    middle = icon("beras", -34, -116, 0.56) + dots(16, -112, 3) + icon("sepatu", -38, -56, 0.5) + dots(14, -52, 2) + icon("rokok", -40, 2, 0.46) + dots(14, 2, 1)
    ringed = stroke(ellipse((-12, 0), 62, 34), "#D46A8C", 7)
    right = f'<g transform="translate(186 -24)scale(0.62)">{path("M-66 -148V-12Q0 12 66 -12V-148Z", "#2A9D8F")}{path(ellipse((0, -150), 66, 20), "#C9CFD4")}{path(round_rect(-24, -156, 48, 8, 4), "#4A4F5C")}{coin(0, -72, 1.2)}</g>'
    return thing(shadow(310, 26, 12, 26) + sheet + folds + heads + left + middle + ringed + right)


def fritters_flat():
    return path(ellipse((0, -10), 150, 60), "#D9B26A") + path(ellipse((-60, -20), 44, 22) + ellipse((40, -26), 46, 22) + ellipse((0, 12), 46, 22), "#D58F35")


def stall():
    """A small stall: a table under a cloth with fried bananas and greens to sell; its keeper stands behind."""
    legs = stroke("M-210 -150V0M210 -150V0", "#8A5F3C", 20)
    cloth = path("M-250 -196H250L236 -70Q200 -40 176 -70Q148 -38 118 -70Q88 -38 59 -70Q30 -38 0 -70Q-30 -38 -59 -70Q-88 -38 -118 -70Q-148 -38 -176 -70Q-200 -40 -236 -70Z", "{kain}") + path("M120 -196H250L236 -70Q200 -40 176 -70Q148 -38 118 -70Z", "{kain.tua}", opacity="0.45") + path(round_rect(-262, -216, 524, 30, 10), "#B98A62")
    tray = f'<g transform="translate(-96 -206)scale(0.86)">{FRITTERS}</g>'
    greens = path(smooth([(110, -212, "c"), (84, -290), (120, -320), (144, -270), (172, -326), (200, -280), (176, -212, "c")]), "#6C9E50") + path(smooth([(120, -212, "c"), (112, -280), (140, -306), (160, -250), (154, -212, "c")]), "#8DBB66")
    return thing(shadow(260, 20) + legs + cloth + greens + tray, "kain:koral")


def egg_basket():
    rows = "".join(icon("telur", x, y, 0.62) for x, y in ((-40, -84), (40, -84), (0, -70)))
    weave = path("M-92 -70H92L70 0Q0 16 -70 0Z", "#C98F4E") + path("M40 -70H92L70 0Q54 6 36 9Z", "#A9733A", opacity="0.6") + stroke("M-84 -46Q0 -30 84 -46M-78 -20Q0 -4 78 -20", "#A9733A", 6)
    return thing(shadow(92, 12) + rows + weave)


def chicken():
    return thing(shadow(70, 10, 0, 2) + f'<g transform="translate(0 -2)">{hen(0, 0, 1.3)}</g>')


def tally():
    """A sheet on the floor with pictures and strokes for what was bought."""
    sheet = path(poly([(-150, 16), (-118, -120), (118, -120), (150, 16)]), "#FFFDF6") + path(poly([(-150, 16), (150, 16), (151, 24), (-151, 24)]), "#DCCFB8")
    rows = icon("beras", -76, -84, 0.42) + icon("permen", -84, -36, 0.36)
    return thing(shadow(156, 14, 6, 18) + sheet + rows + stroke("M-30 -98V-70M-8 -98V-70M14 -98V-70M36 -98V-70M-38 -78L44 -92M-30 -50V-20M-6 -50V-20", "#3A3F4E", 9))


def low_table():
    return thing(shadow(240, 18) + path(round_rect(-196, -74, 30, 74, 8) + round_rect(166, -74, 30, 74, 8), "#8A5F3C") + path(poly([(-236, -80), (-200, -122), (200, -122), (236, -80)]), "#C99767") + path(round_rect(-238, -84, 476, 22, 8), "#A97B55"))


FEET = {"telur": 38, "sepatu": 42, "sabun": 40}


def icon_things():
    """Single goods, each its own pose; the anchor is the foot."""
    return thing(shadow(52, 8) + "".join(f'<g data-pose="{name}"><g transform="translate(0 {-FEET.get(name, 52)})">{drawn}</g></g>' for name, drawn in ICONS.items()))


MONEY = {f"benda/{name}": svg for name, svg in {
    "uang": money(), "kaleng": tin(), "celengan": cock_bank(), "dompet": wallet(), "ponsel": phone(), "ember": bucket(), "pancuran": spout(), "belanjaan": groceries(), "seragam": uniform(),
    "sepatu": shoes(), "kartu-bantuan": card(), "kartu-gambar": cards(), "tagihan": bill(), "gorengan": fritters(), "cangkul": hoe(), "motor": motorbike(), "biji": grain(), "tanda": mark(), "panah": arrow(),
    "pikiran-barang": picture_bubble(), "lembar-uang": money_sheet(), "barang": icon_things(), "lubang": pit(), "lapak": stall(), "keranjang-telur": egg_basket(), "ayam": chicken(), "catatan": tally(), "meja-rendah": low_table(),
}.items()}
