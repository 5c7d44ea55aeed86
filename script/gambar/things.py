"""Things that stand in a scene. The anchor is where they touch the floor, or their middle for things in the air."""

import held
from geometry import ellipse, num, path, poly, round_rect, smooth, stroke


def thing(body, colours="", anchor="0 0"):
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="-200 -400 400 420" data-anchor="{anchor}" data-colours="{colours}">\n{body}\n</svg>\n'


def shadow(rx, ry=None, x=0, y=0):
    return f'<ellipse cx="{x}" cy="{y}" rx="{num(rx)}" ry="{num(ry or rx * 0.14)}" fill="#3A1D33" opacity="0.15"/>'


HOUSE = (path("M-150 -180H150V0H-150Z", "{dinding}") + path("M60 -180H150V0H60Z", "{dinding.tua}", opacity="0.45") + path("M-200 -170L-110 -300H110L200 -170Z", "{atap}") + path("M40 -300H110L200 -170H70Z", "{atap.tua}", opacity="0.6")
         + path(round_rect(-40, -120, 76, 120, 6), "#8A5F3C") + path(round_rect(-126, -130, 64, 60, 6) + round_rect(62, -130, 64, 60, 6), "#BFDDE2"))
HEART = "M0 74C-30 46 -78 16 -78 -24C-78 -52 -58 -68 -38 -68C-20 -68 -6 -58 0 -42C6 -58 20 -68 38 -68C58 -68 78 -52 78 -24C78 16 30 46 0 74Z"


def mat():
    out = poly([(-520, 90), (-400, -90), (400, -90), (520, 90)])
    body = path(out, "{tikar}") + stroke("M-474 60L-374 -70M474 60L374 -70", "{tepi}", 16)
    lines = "".join(f"M{num(-400 + i * 66.7)} -84L{num(-520 + i * 86.7)} 84" for i in range(1, 12))
    return thing(path(poly([(-524, 98), (-520, 90), (520, 90), (524, 98)]), "{tikar.tua}") + body + stroke(lines, "{tikar.tua}", 4, opacity="0.5") + stroke("M-440 -30H440M-480 30H480", "{tikar.muda}", 6, opacity="0.8"), "tikar:#DDB56B tepi:#C4573A")


def flipchart():
    """The stand with turning pages; what is on the page is a pose."""
    legs = stroke("M-92 -230L-124 0M92 -230L124 0M0 -250L0 -30", "#8A5F3C", 14)
    sheet = path(round_rect(-150, -470, 300, 300, 10), "#FFFDF6") + path(round_rect(-150, -470, 300, 26, 8), "#8A5F3C")
    sheet += path("M110 -170L150 -170L150 -206Z", "#E5D9C2")
    family = (path(ellipse((-52, -356), 26) + ellipse((52, -360), 28) + ellipse((0, -312), 20), "#C08552")
              + path("M-92 -210Q-92 -322 -52 -322Q-12 -322 -12 -210Z", "{warna}") + path("M12 -210Q10 -328 52 -328Q94 -328 94 -210Z", "#2F6F9F")
              + path("M-26 -210Q-26 -288 0 -288Q26 -288 26 -210Z", "#F3C969") + path(smooth([(-80, -352, "c"), (-74, -386), (-52, -390), (-28, -386), (-24, -352, "c"), (-52, -372)]), "#2B2430") + path(smooth([(24, -362, "c"), (30, -390), (52, -394), (76, -390), (80, -362, "c"), (52, -376)]), "#2B2430"))
    return thing(shadow(150) + legs + sheet + f'<g data-pose="keluarga">{family}</g><g data-pose="hati"><g transform="translate(0 -320)scale(1.1)">{path(HEART, "#D8525B")}</g></g><g data-pose="kosong"/>', "warna:toska")


def bubble():
    shape = "M-190 -130Q-190 -200 -110 -200H110Q190 -200 190 -130V-80Q190 -14 110 -14H20Q-6 20 -52 40Q-36 10 -42 -14H-110Q-190 -14 -190 -80Z"
    hearts = f'<g transform="translate(0 -106)scale(0.78)">{path(HEART, "#D8525B")}</g>'
    star = poly([(0, -176), (22, -128), (74, -122), (36, -86), (46, -36), (0, -60), (-46, -36), (-36, -86), (-74, -122), (-22, -128)])
    lines = stroke("M-120 -146H110M-120 -106H120M-120 -66H40", "#B9AE9B", 16)
    angry = stroke("M-110 -150L-60 -70M-60 -150L-110 -70M-10 -160L10 -100M10 -66v2M70 -156L50 -106L96 -112L70 -56", "#B3332F", 18)
    ask = stroke("M-34 -142Q-34 -178 2 -178Q38 -178 38 -146Q38 -122 14 -112Q2 -106 2 -86M2 -54v1", "#C4573A", 22)
    home = f'<g transform="translate(-68 -40)scale(0.44)">{HOUSE}</g><g transform="translate(86 -104)scale(0.72)">{path(HEART, "#D8525B")}</g>'
    return thing(path(shape, "{dalam}") + f'<g data-pose="hati">{hearts}</g><g data-pose="bintang">{path(star, "#F0B93A")}</g><g data-pose="kata">{lines}</g><g data-pose="marah">{angry}</g><g data-pose="tanya">{ask}</g><g data-pose="rumah">{home}</g><g data-pose="kosong"/>', "dalam:#FFFFFF dinding:gading atap:bata")


def thought():
    cloud_shape = ellipse((-90, -120), 90, 76) + ellipse((20, -160), 110, 90) + ellipse((110, -110), 90, 76) + ellipse((0, -80), 140, 66)
    dots = ellipse((-96, 4), 24, 20) + ellipse((-126, 48), 15, 13)
    heart = f'<g transform="translate(8 -118)scale(0.95)">{path(HEART, "#D8525B")}</g>'
    sun = path(ellipse((8, -116), 46), "#F6C04A") + stroke("".join(f"M{num(8 + x * 62)} {num(-116 + y * 62)}L{num(8 + x * 84)} {num(-116 + y * 84)}" for x, y in ((1, 0), (-1, 0), (0, 1), (0, -1), (.7, .7), (-.7, .7), (.7, -.7), (-.7, -.7))), "#F6C04A", 12)
    return thing(path(cloud_shape + dots, "{dalam}") + f'<g data-pose="hati">{heart}</g><g data-pose="matahari">{sun}</g><g data-pose="kosong"/>', "dalam:#FFFFFF")


def heart():
    return thing(path(HEART, "{hati}") + path("M0 74C30 46 78 16 78 -24C78 -52 58 -68 38 -68C64 -36 52 20 0 74Z", "{hati.tua}", opacity="0.5") + path(ellipse((-36, -34), 13, 17), "#FFFFFF", opacity="0.45"), "hati:#D8525B")


def chair():
    return thing(shadow(80) + stroke("M-52 -150L-58 0M52 -150L58 0M-40 -150L-36 -14M40 -150L36 -14", "{warna.tua}", 14) + path(round_rect(-66, -168, 132, 30, 12), "{warna}")
                 + path(smooth([(-64, -320), (-40, -336), (40, -336), (64, -320), (58, -160, "c"), (-58, -160, "c")]), "{warna}") + stroke("M-34 -300V-180M0 -304V-180M34 -300V-180", "{warna.tua}", 10), "warna:langit")


def wheelchair(layer):
    """Back layer behind the sitter, front layer (near wheel, footrest) before."""
    if layer == "belakang":
        return thing(shadow(170, 20, 30) + stroke(ellipse((10, -92), 92), "#5F6570", 12) + path(round_rect(-84, -330, 26, 230, 12), "{warna}") + stroke("M-72 -320L-112 -336", "#4A4F5C", 14) + path(round_rect(-70, -186, 190, 34, 14), "{warna.tua}") + stroke("M110 -160L150 -30", "#5F6570", 12), "warna:nila")
    return thing(stroke(ellipse((-18, -92), 94), "#4A4F5C", 15) + stroke(ellipse((-18, -92), 74), "#AEB6BD", 6) + stroke("M-18 -92L-18 -170M-18 -92L50 -52M-18 -92L-86 -52", "#8F98A3", 6) + path(ellipse((-18, -92), 13), "#4A4F5C")
                 + stroke("M-60 -214H70V-168", "{warna}", 15) + stroke("M126 -166L152 -22H196", "#5F6570", 12) + stroke(ellipse((132, -28), 26), "#4A4F5C", 10), "warna:nila")


def ball():
    return thing(shadow(44) + path(ellipse((0, -42), 44), "{warna}") + path("M-42 -52Q0 -80 42 -52Q44 -30 40 -26Q0 -54 -40 -26Q-46 -40 -42 -52Z", "#FFFDF6") + path("M14 -84A44 44 0 0 1 20 -3Q40 -40 14 -84Z", "{warna.tua}", opacity="0.5"), "warna:merah")


def tree():
    trunk = path(smooth([(-34, 0, "c"), (-20, -120), (-24, -220), (26, -220), (22, -120), (36, 0, "c")]), "#A97B55")
    crown = ellipse((0, -330), 150, 130) + ellipse((-120, -270), 96, 84) + ellipse((120, -270), 96, 84)
    fruits = "".join(ellipse(p, 15) for p in ((-110, -280), (-30, -360), (60, -300), (120, -250), (-30, -260), (30, -410)))
    return thing(shadow(120) + trunk + path(crown, "#7FAE5A") + path(ellipse((60, -290), 110, 96), "#6C9E50", opacity="0.6") + path(fruits, "#E9806E"))


def paper():
    """A worksheet lying flat: a hand drawn round in pencil, a good thing in its fingers."""
    sheet = path(poly([(-236, 22), (-182, -210), (182, -210), (236, 22)]), "#FFFDF6") + path(poly([(-236, 22), (236, 22), (238, 32), (-238, 32)]), "#DCCFB8")
    fingers = [((-30, -70), (-62, -150)), ((-8, -76), (-18, -176)), ((16, -76), (24, -172)), ((38, -68), (62, -148)), ((-34, -40), (-92, -76))]
    lines = "".join(f"M{x} {y}L{a} {b}" for (x, y), (a, b) in fingers)
    palm = ellipse((4, -44), 54, 40)
    hand = stroke(lines, "#D46A8C", 38) + path(palm, "#D46A8C") + stroke(lines, "#FBDDE4", 27) + path(ellipse((4, -44), 48.5, 34.5), "#FBDDE4")
    sun = path(ellipse((-18, -170), 12), "#F0A92E")
    small = "".join(f'<g transform="translate({x} {y})scale(0.15)">{path(HEART, "#D8525B")}</g>' for x, y in ((24, -166), (-62, -146)))
    star = poly([(62, -162), (67, -150), (80, -149), (70, -140), (73, -127), (62, -134), (51, -127), (54, -140), (44, -149), (57, -150)])
    return thing(shadow(250, 24, 10, 24) + sheet + hand + sun + small + path(star, "#3E8FB0"))


def tea():
    tray = path(ellipse((0, 0), 150, 34), "#B98A62") + path(ellipse((0, -6), 138, 28), "#D2A673")
    pot_ = path(smooth([(-54, -14, "c"), (-62, -70), (-30, -100), (20, -100), (52, -70), (44, -14, "c"), (-4, -6)]), "#7FB7D9") + stroke("M50 -70Q86 -74 92 -104", "#7FB7D9", 16) + path(ellipse((-4, -102), 34, 9), "#5F97BB") + path(ellipse((-4, -112), 10), "#5F97BB") + stroke("M-56 -80q-40 6 -20 44", "#7FB7D9", 12)
    cups = "".join(f'<g transform="translate({x} -22)scale(0.9)">{held.CUP}</g>' for x in (-104, 102))
    return thing(shadow(160, 26, 0, 10) + tray + pot_ + cups + stroke("M-104 -60q-8 -14 0 -26q8 -12 0 -24M102 -60q-8 -14 0 -26q8 -12 0 -24", "#FFFFFF", 6, opacity="0.8"))


def food():
    return thing(shadow(180, 26, 0, 10) + path(ellipse((-90, -8), 76, 24), "#FBF8F2") + path(smooth([(-140, -10), (-118, -52), (-66, -54), (-42, -10), (-90, 2)]), "#FFFFFF") + path(ellipse((-90, -16), 50, 12), "#F1E7D3")
                 + path(ellipse((90, -6), 80, 24), "#F3C969") + path(ellipse((90, -12), 64, 16), "#E0AE48") + path(smooth([(40, -14), (66, -30), (108, -32), (136, -22), (150, -34), (150, -4), (134, -12), (100, -4), (62, -6)]), "#B9743F")
                 + path(ellipse((0, 26), 66, 20), "#8FC7B8") + path(ellipse((-20, 16), 20, 12) + ellipse((14, 12), 22, 13) + ellipse((32, 20), 16, 9), "#5B9A4B") + path(ellipse((-2, 20), 9), "#E9806E"))


def bag():
    return thing(shadow(70) + path(round_rect(-62, -140, 124, 140, 30), "{warna}") + path(round_rect(-46, -74, 92, 66, 16), "{warna.tua}") + stroke("M-20 -138Q0 -176 20 -138", "{warna.tua}", 12) + path(round_rect(-12, -84, 24, 20, 6), "#F3C969"), "warna:merah")


def clock():
    return thing(path(ellipse((0, 0), 76), "{warna}") + path(ellipse((0, 0), 62), "#FFFDF6") + stroke("M0 0V-40M0 0L28 14", "#4A4F5C", 9) + stroke("M0 -54v4M0 54v-4M54 0h-4M-54 0h4", "#B9AE9B", 7), "warna:bata")


def house():
    return thing(shadow(190) + HOUSE, "dinding:gading atap:bata")


def baby():
    """Swaddled, lying to the right as if in arms; the anchor is its middle."""
    body = path(smooth([(-84, -30), (-20, -48), (70, -36), (104, 4), (80, 40), (-10, 46), (-84, 34)]), "{kain}") + path(smooth([(-10, 46, "c"), (80, 40), (104, 4), (70, -36, "c"), (74, 10), (40, 30)]), "{kain.tua}", opacity="0.5")
    head = path(ellipse((-92, -14), 44, 42), "{kulit}") + path(smooth([(-134, -8, "c"), (-128, -46), (-96, -60), (-58, -42), (-70, -38), (-96, -44), (-120, -30)]), "#33242A")
    face = stroke("M-112 -14q7 7 14 0M-84 -14q7 7 14 0", "#2B1B1A", 4.5) + stroke("M-98 6q7 7 14 0", "#7E2B2E", 4) + path(ellipse((-114, 2), 7, 5) + ellipse((-68, 2), 7, 5), "#E4664F", opacity="0.3")
    return thing(body + stroke("M-50 -40Q-30 4 -48 42M10 -46Q34 0 12 46", "{kain.muda}", 7) + head + face, "kain:jambu kulit:kulit-2")



def broom():
    return thing(f'<g transform="translate(0 -240)">{held.broom(-190)}</g>')


def doll():
    return thing(shadow(40) + f'<g transform="translate(0 -108)scale(1.5)">{held.DOLL}</g>')


def book():
    return thing(held.BOOK)


def rays():
    """Loud voices: sharp strokes beside a mouth, opening to the right."""
    return thing(stroke("M0 -40L60 -84M14 0H88M0 40L60 84", "{warna}", 17), "warna:merah")


def waves():
    """Soft voices or claps: round strokes, opening to the right."""
    return thing(stroke("M0 -34Q26 0 0 34M34 -60Q80 0 34 60", "{warna}", 13), "warna:toska")


def sparkle():
    one = lambda x, y, r: f"M{num(x)} {num(y - r)}Q{num(x + r * .18)} {num(y - r * .18)} {num(x + r)} {num(y)}Q{num(x + r * .18)} {num(y + r * .18)} {num(x)} {num(y + r)}Q{num(x - r * .18)} {num(y + r * .18)} {num(x - r)} {num(y)}Q{num(x - r * .18)} {num(y - r * .18)} {num(x)} {num(y - r)}Z"
    return thing(path(one(0, 0, 40) + one(62, -50, 22) + one(-54, -46, 18), "{warna}"), "warna:#F0B93A")


def clap():
    return thing(stroke("M0 -70V-112M-46 -54L-74 -88M46 -54L74 -88", "{warna}", 14), "warna:kunyit")


def wind():
    return thing(stroke("M-120 0H60Q110 0 104 -36Q92 -66 62 -48M-90 40H110Q150 44 142 76Q128 98 104 84M-60 -40H20Q52 -42 48 -68Q38 -88 18 -76", "{warna}", 12), "warna:langit")


def mirror():
    """A standing mirror, tall enough for a grown-up's reflection (place the same person again, turned round, in it)."""
    frame = path(round_rect(-176, -690, 352, 680, 60), "{bingkai}") + path(round_rect(-150, -664, 300, 628, 40), "#D6EBF0")
    shine = path("M-150 -470L-40 -664H20L-150 -360Z", "#FFFFFF", opacity="0.55") + path("M-150 -320L44 -664H70L-150 -276Z", "#FFFFFF", opacity="0.55")
    return thing(shadow(210) + stroke("M-120 -30L-150 0M120 -30L150 0", "{bingkai.tua}", 22) + frame + path(round_rect(-150, -92, 300, 56, 26), "#BFD9DF", opacity="0.7") + shine, "bingkai:#B9784E")


def cap():
    """A peci to put on, for acting a father; the anchor is the middle of the head."""
    return thing(path(smooth([(-60, -16, "c"), (-55, -76, "c"), (0, -86), (55, -76, "c"), (60, -16, "c"), (0, -26)]), "{warna}") + path(smooth([(30, -24, "c"), (30, -83, "c"), (55, -76, "c"), (60, -16, "c")]), "{warna.tua}", opacity="0.6"), "warna:#3A3644")


def circle_mark():
    """A ring on the floor that gathers people round it."""
    return thing(f'<ellipse cx="0" cy="0" rx="300" ry="84" fill="none" stroke="#F3C969" stroke-width="14" stroke-dasharray="34 30" stroke-linecap="round" opacity="0.9"/>')


def goat():
    return thing(shadow(100) + stroke("M-60 -60V0M-30 -60V0M40 -60V0M66 -60V0", "#CDBBA2", 17) + path(smooth([(-92, -90), (-70, -136), (0, -140), (60, -140), (88, -100), (70, -54), (-60, -50)]), "#F1E4D0") + path(smooth([(70, -150), (92, -186), (136, -180), (150, -150), (124, -136), (96, -120)]), "#F1E4D0") + stroke("M98 -184Q92 -214 72 -218M112 -186Q112 -216 96 -226", "#8A7B68", 9) + path(ellipse((120, -164), 6), "#2B1B1A") + path(smooth([(76, -168), (60, -150), (66, -138), (88, -156)]), "#D9C7AC"))



THINGS = {f"benda/{name}": svg for name, svg in {
    "tikar": mat(), "lembar-balik": flipchart(), "kata": bubble(), "pikiran": thought(), "hati": heart(), "kursi": chair(),
    "kursi-roda": wheelchair("belakang"), "kursi-roda-depan": wheelchair("depan"), "bola": ball(), "pohon": tree(), "lembar-kerja": paper(), "teh": tea(),
    "makanan": food(), "tas": bag(), "jam": clock(), "rumah": house(), "bayi": baby(), "sapu": broom(), "boneka": doll(), "buku": book(),
    "suara-keras": rays(), "suara-lembut": waves(), "kilau": sparkle(), "tepuk": clap(), "angin": wind(), "lingkaran": circle_mark(), "kambing": goat(), "cermin": mirror(), "peci": cap(),
}.items()}
