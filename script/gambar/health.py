"""Illness and a clean home: oralit, water, soap, latrine, rubbish, flies, scales. Anchors as in things.py."""

import held
from geometry import ellipse, num, path, round_rect, smooth, stroke
from grounds import banana, ground, palm, pot, rect, village_far, window
from things import shadow, thing

WATER, WATER_LIGHT, MILKY = "#8CC8E6", "#CDE9F5", "#F1E9D2"
FLY = (path(ellipse((-13, -12), 15, 8) + ellipse((15, -14), 15, 8), "#DCE7EC", opacity="0.9") + path(ellipse((0, 0), 17, 12), "#3C4250") + path(ellipse((20, 1), 9, 9), "#5A4046")
       + path(ellipse((24, -2), 4, 4), "#D8525B") + stroke("M-8 10l-7 12M2 11l0 12M10 9l7 12", "#3C4250", 3))


def put(svg, x, y, k=1.0, turn=0):
    return f'<g transform="translate({num(x)} {num(y)})rotate({num(turn)})scale({num(k)})">{svg}</g>'


def poses(**groups):
    return "".join(f'<g data-pose="{name.replace("_", "-")}">{body}</g>' for name, body in groups.items())


def tumbler(fill, level=-104):
    """A drinking glass standing at the origin, 130 high."""
    inner = path(f"M-44 {level}L44 {level}L34 -6Q0 2 -34 -6Z", fill) + path(ellipse((0, level), 44, 9), "#FFFFFF", opacity="0.45") if fill else ""
    return (path("M-50 -130L50 -130L37 0Q0 8 -37 0Z", "#FFFFFF", opacity="0.55") + inner + stroke("M-50 -130L-37 0Q0 8 37 0L50 -130", "#A9C9D6", 5) + stroke(ellipse((0, -130), 50, 10), "#A9C9D6", 5)
            + stroke("M-30 -96L-24 -30", "#FFFFFF", 7, opacity="0.85"))


def glass():
    spoon = stroke("M14 -96L56 -214", "#9AA3AB", 11)
    bowl = stroke("M14 -100L4 -64", "#9AA3AB", 11, opacity="0.45") + put(path(ellipse((0, 0), 14, 23), "#9AA3AB", opacity="0.45"), -4, -44, 1, 16)
    swirl = bowl + stroke("M-34 -103Q-30 -97 -8 -97M30 -104Q24 -109 4 -110", "#FFFFFF", 5)
    return thing(shadow(52, 9) + poses(air=tumbler(WATER), oralit=tumbler(MILKY), aduk=spoon + tumbler(MILKY) + swirl, kosong=tumbler(None)), "")


SACHET = (path(round_rect(-62, -150, 124, 150, 10), "#F3F7F4") + path(round_rect(-62, -150, 124, 34, 8), "#3F9C6B") + path(round_rect(-62, -22, 124, 22, 6), "#3F9C6B")
          + path("M0 -108C18 -82 28 -68 28 -54A28 28 0 0 1 -28 -54C-28 -68 -18 -82 0 -108Z", "#5FB4DD") + stroke("M-12 -56q2 14 14 16", "#FFFFFF", 6) + path("M30 -150H62V0H40Z", "#C9D6CF", opacity="0.5"))


GRAINS = [(9 * (i * 7 % 5 - 2) * (0.5 + i / 40), 34 + 7.6 * i, 3 + i % 3) for i in range(22)]


def sachet():
    """One packet of oralit: standing, or torn open and pouring to the left below it."""
    powder = path("M-124 22Q-116 14 -100 26Q-102 110 -96 196Q-112 204 -130 196Q-116 110 -124 22Z", "#FFFFFF") + path("".join(ellipse((-113 + x, y), r) for x, y, r in GRAINS[::2]), "#FFFFFF") + path("".join(ellipse((-113 + x, y), r) for x, y, r in GRAINS[1::2]), "#BCCBC8")
    pour = powder + put(SACHET, 30, -40, 1, -118)
    return thing(poses(berdiri=shadow(70) + SACHET, tuang=pour), "")


def zinc():
    """A strip of ten tablets, by how many are taken: a taken one leaves its torn hollow."""
    at = [(-96 + 48 * i, y) for y in (-106, -44) for i in range(5)]
    tablet = lambda x, y: path(ellipse((x, y), 18), "#FFFFFF") + stroke(ellipse((x, y), 18), "#C9D0D6", 4) + stroke(f"M{x - 10} {y}h20", "#D6DCE0", 3)
    hollow = lambda x, y: path(ellipse((x, y), 18), "#7E8B99") + path(f"M{x - 17} {y - 4}L{x - 5} {y - 12}L{x + 2} {y - 3}L{x + 12} {y - 11}L{x + 17} {y - 2}A18 18 0 0 0 {x - 17} {y - 4}Z", "#EEF2F5")
    rows = poses(**{name: "".join((hollow if i < taken else tablet)(*p) for i, p in enumerate(at)) for name, taken in (("utuh", 0), ("tiga", 3), ("sepuluh", 10))})
    return thing(shadow(140) + path(round_rect(-134, -150, 268, 150, 16), "#B9C6D2") + path(round_rect(-134, -150, 268, 150, 16), "#DCE4EA", opacity="0.6") + rows, "")


def table():
    return thing(shadow(420, 26) + path(round_rect(-360, -150, 26, 150, 6) + round_rect(334, -150, 26, 150, 6), "{kayu.tua}") + path(round_rect(-420, -188, 840, 46, 12), "{kayu}") + path(round_rect(-420, -156, 840, 16, 8), "{kayu.tua}", opacity="0.7"), "kayu:#C08A5A")


BUBBLES = [(-46, 6, 26), (-8, -22, 30), (36, 0, 28), (64, 26, 18), (-72, 30, 16), (6, 22, 24), (30, -46, 13), (-40, -42, 11)]


def suds():
    small = "".join(path(ellipse((x, y), r), "#FFFFFF", opacity="0.92") + stroke(ellipse((x, y), r), "#B8DCEB", 4) + stroke(f"M{num(x - r * 0.45)} {num(y - r * 0.15)}q{num(r * 0.12)} {num(-r * 0.34)} {num(r * 0.46)} {num(-r * 0.38)}", "#9FD0E6", 4) for x, y, r in BUBBLES)
    return thing(small, "")


def soap():
    return thing(shadow(60) + path(round_rect(-58, -46, 116, 46, 20), "{sabun}") + path(round_rect(-58, -22, 116, 22, 11), "{sabun.tua}", opacity="0.6") + path(round_rect(-30, -40, 60, 14, 7), "{sabun.muda}"), "sabun:#F0A7B5")


def tap_bucket():
    """A bucket with a tap on a stool, its mouth to the right; the water runs into a basin."""
    stool = path(round_rect(-92, -210, 24, 210, 6) + round_rect(68, -210, 24, 210, 6), "#A97B55") + path(round_rect(-116, -226, 232, 30, 8), "#C08A5A") + stroke("M-80 -90H80", "#A97B55", 12)
    pail = path("M-100 -430H100L84 -226H-84Z", "{ember}") + path("M40 -430H100L84 -226H50Z", "{ember.tua}", opacity="0.6") + path(round_rect(-108, -446, 216, 26, 12), "{ember.tua}") + path(ellipse((0, -452), 84, 16), "{ember.muda}") + path(round_rect(-16, -474, 32, 18, 8), "{ember.tua}")
    tap = path(round_rect(78, -280, 62, 22, 8), "#8F98A3") + path(round_rect(116, -280, 24, 44, 8), "#8F98A3") + path(round_rect(94, -302, 12, 26, 5) + round_rect(80, -308, 40, 12, 6), "#C4573A")
    basin = path("M40 -64H236L214 0H62Z", "#5FA7C9") + path(ellipse((138, -64), 98, 18), "#9BD0E6") + path(ellipse((138, -62), 80, 12), WATER)
    stream = stroke("M128 -236V-74", WATER, 18) + stroke("M124 -226V-90", "#FFFFFF", 4, opacity="0.8")
    return thing(shadow(150, 20, 30) + stool + pail + poses(mengalir=basin + stream, tutup=basin) + tap, "ember:toska")


def tippy_tap():
    """A hanging jerrycan between two forked sticks, soap in a net."""
    sticks = stroke("M-150 0V-420M-150 -400l-30 -46M-150 -400l24 -46M150 0V-420M150 -400l30 -46M150 -400l-24 -46", "#8A5F3C", 20) + stroke("M-186 -424H186", "#A97B55", 16)
    can = stroke("M-34 -424v40M24 -424v40", "#C9A878", 6) + path(smooth([(-84, -384, "c"), (40, -384, "c"), (70, -350), (74, -262), (40, -240), (-70, -240), (-96, -262), (-96, -350)]), "{jeriken}") + path(smooth([(20, -384, "c"), (40, -384, "c"), (70, -350), (74, -262), (40, -240), (20, -240, "c")]), "{jeriken.tua}", opacity="0.5") + path(round_rect(-44, -410, 40, 28, 8), "{jeriken.tua}") + path(round_rect(66, -286, 26, 16, 6), "#C4573A")
    net = stroke("M-122 -424V-350", "#C9A878", 5) + path(round_rect(-148, -352, 52, 62, 18), "{sabun}") + stroke("M-144 -336L-100 -306M-100 -336L-144 -306M-122 -352V-290M-148 -320H-96", "#FFFFFF", 4, opacity="0.8")
    stream = stroke("M88 -270Q104 -250 104 -200V-30", WATER, 14) + stroke("M100 -210V-60", "#FFFFFF", 4, opacity="0.8")
    stones = path(ellipse((104, -8), 46, 14) + ellipse((58, -4), 28, 11) + ellipse((148, -4), 26, 10), "#B9B4A8") + path(ellipse((100, -14), 30, 8), WATER_LIGHT)
    return thing(shadow(190) + sticks + can + net + stones + poses(mengalir=stream, tutup=""), "jeriken:#F3D58C sabun:#F0A7B5")


def germ():
    spikes = "M0 -66V-92M0 66V92M-66 0H-92M66 0H92M-47 -47L-66 -66M47 -47L66 -66M-47 47L-66 66M47 47L66 66"
    return thing(stroke(spikes, "{kuman.tua}", 15) + path(ellipse((0, 0), 66), "{kuman}") + path("M20 -63A66 66 0 0 1 12 65Q48 30 20 -63Z", "{kuman.tua}", opacity="0.4") + path(ellipse((-22, -12), 13) + ellipse((22, -12), 13), "#FFFFFF") + path(ellipse((-19, -10), 6) + ellipse((25, -10), 6), "#2B1B1A")
                 + stroke("M-36 -34l22 8M36 -34l-22 8", "#2B1B1A", 7) + path("M-26 18Q0 8 26 18Q18 42 0 42Q-18 42 -26 18Z", "#4A2A2A") + path("M-14 17l7 12l7 -13ZM4 15l7 13l7 -11Z", "#FFFFFF"), "kuman:daun")


def fly():
    return thing(put(FLY, 0, 0, 3.2), "")


def mosquito():
    legs = stroke("M-6 6l-30 26l4 26M2 10l-6 30l10 22M14 8l22 26l-4 26M18 2l32 12l10 22", "#3C4250", 5)
    return thing(path(smooth([(-10, -14), (-60, -76), (-92, -66), (-66, -24)]) + smooth([(4, -16), (-12, -92), (20, -108), (26, -40)]), "#DCE7EC", opacity="0.9") + legs + path(smooth([(-96, 34), (-70, 10), (-14, -14), (16, -12), (20, 6), (-20, 14), (-70, 32)]), "#4A4F5C") + stroke("M-74 26l-8 -16M-54 18l-6 -14M-34 12l-6 -14", "#FFFFFF", 6) + path(ellipse((34, -6), 17), "#3C4250") + path(ellipse((38, -10), 5), "#D8525B") + stroke("M48 2L84 24", "#3C4250", 5), "")


POO = path(smooth([(-60, 0), (-66, -26), (-34, -38), (-36, -62), (-8, -72), (4, -98), (20, -74), (34, -60), (32, -40), (62, -28), (60, 0)]), "#8A5B36") + stroke("M-34 -36Q4 -22 34 -38M-30 -60Q2 -52 26 -62", "#6E4527", 6)


def faeces():
    return thing(shadow(74) + POO, "")


RICE = path(ellipse((0, 0), 130, 34), "#E3EEF2") + path(ellipse((0, -6), 108, 24), "#F7FBFC") + path(smooth([(-80, -10), (-62, -60), (-20, -84), (26, -80), (64, -52), (80, -10), (0, 8)]), "#FFFFFF") + path(smooth([(10, -82, "c"), (26, -80), (64, -52), (80, -10), (30, 2, "c"), (50, -30)]), "#E9E2D2") + path(smooth([(40, -24), (70, -44), (110, -34), (124, -44), (120, -10), (104, -18), (70, -6)]), "#B9743F")


def plate():
    cover = path("M-150 6Q-146 -150 0 -156Q146 -150 150 6Q0 34 -150 6Z", "{tudung}") + stroke("M-100 12Q-96 -110 0 -152Q96 -110 100 12M-148 -40Q0 -12 148 -40M-126 -90Q0 -66 126 -90M0 -152V22", "{tudung.tua}", 6, opacity="0.8") + path(ellipse((0, -162), 20, 14), "{tudung.tua}")
    flies = put(FLY, -30, -100, 1.3, -14) + put(FLY, 50, -92, 1.2, 10) + put(FLY, 120, -130, 1.1, -20)
    return thing(shadow(150, 20, 0, 16) + poses(terbuka=RICE, lalat=RICE + flies, tudung=cover), "tudung:#E9806E")


def drum():
    """A water drum: open with wrigglers and mosquitoes' water, or covered."""
    body = path("M-120 -300H120L112 0Q0 22 -112 0Z", "{drum}") + path("M50 -300H120L112 0Q90 8 60 12Z", "{drum.tua}", opacity="0.6") + stroke("M-118 -200Q0 -180 118 -200M-115 -100Q0 -80 115 -100", "{drum.tua}", 10)
    open_ = path(ellipse((0, -300), 120, 32), "{drum.tua}") + path(ellipse((0, -294), 106, 25), WATER) + stroke("M-50 -298q8 -8 14 0t14 0M10 -288q8 -8 14 0t14 0M-20 -284q8 -8 14 0", "#3C4250", 5)
    lid = path(ellipse((0, -300), 128, 30), "#B98A62") + path(ellipse((0, -308), 124, 27), "#D2A673") + path(round_rect(-34, -332, 68, 20, 9), "#A97B55")
    return thing(shadow(150, 20) + body + poses(terbuka=open_, tertutup=lid), "drum:laut")


def tyre():
    return thing(shadow(120, 18) + path(ellipse((0, -50), 124, 54), "#3F424B") + path(ellipse((0, -58), 118, 48), "#565A64") + path(ellipse((0, -60), 62, 22), "#2F3138") + path(ellipse((0, -56), 52, 15), WATER) + stroke("M-24 -58q7 -6 12 0t12 0", "#2F3138", 4), "")


def rubbish():
    pile = path(smooth([(-190, 0), (-170, -50), (-110, -84), (-50, -70), (0, -118), (60, -100), (110, -66), (170, -50), (196, 0)]), "#B9A98C") + path(smooth([(20, -110, "c"), (60, -100), (110, -66), (170, -50), (196, 0, "c"), (60, 0, "c")]), "#9C8C70", opacity="0.6")
    bag = path(smooth([(-150, -10), (-158, -70), (-120, -110), (-90, -114), (-60, -70), (-60, -10)]), "#5B7FA8") + stroke("M-120 -110l-8 -22M-106 -112l10 -22", "#5B7FA8", 12)
    tin = put(path(round_rect(-26, -70, 52, 70, 8), "#C5CCD2") + path(round_rect(-26, -54, 52, 34, 2), "#D8525B") + path(ellipse((0, -70), 26, 8), "#8F98A3"), 60, -52, 1, 28)
    bottle = put(path(round_rect(-18, -80, 36, 80, 12), "#8FC7B8") + path(round_rect(-9, -102, 18, 26, 5), "#5B9A4B"), 150, -16, 1, 74)
    peel = path(smooth([(-30, -90), (0, -70), (34, -92), (12, -54), (24, -30), (-2, -48), (-26, -30), (-14, -56)]), "#F3C969")
    flies = put(FLY, -30, -160, 1.2, -14) + put(FLY, 90, -150, 1.1, 12) + put(FLY, -130, -170, 1.0, 8)
    return thing(shadow(210, 22) + pile + bag + tin + bottle + peel + flies, "")


def bin_():
    body = path("M-84 -200H84L70 0H-70Z", "{warna}") + path("M36 -200H84L70 0H44Z", "{warna.tua}", opacity="0.6") + stroke("M-40 -160L-34 -30M0 -160V-30M36 -160L32 -30", "{warna.tua}", 8) + path(round_rect(-98, -226, 196, 32, 14), "{warna.tua}") + path(round_rect(-24, -246, 48, 22, 10), "{warna.tua}")
    return thing(shadow(96) + body, "warna:daun")


def puddle():
    return thing(path(smooth([(-210, 0), (-150, -34), (-40, -26), (60, -40), (180, -26), (220, 4), (120, 26), (-20, 20), (-140, 28)]), "#8B8A6C") + path(smooth([(-170, 0), (-120, -20), (-30, -14), (60, -26), (150, -14), (170, 4), (90, 14), (-20, 10), (-120, 16)]), "#A5A583") + stroke("M-90 -2q20 -8 40 0M40 -6q24 -8 48 0", "#C9C9A8", 6), "")


def latrine():
    """A small hut with an open door: squat pan, water tub, dipper."""
    walls = path("M-230 -520H230V0H-230Z", "{dinding}") + stroke("".join(f"M{x} -516V-4" for x in range(-190, 231, 40)), "{dinding.tua}", 4, opacity="0.7") + path("M150 -520H230V0H150Z", "{dinding.tua}", opacity="0.45")
    roof = path("M-290 -500L-220 -640H220L290 -500Z", "{atap}") + path("M-290 -514H290V-490H-290Z", "{atap.tua}") + stroke("M-190 -630L-240 -510M-90 -630L-110 -510M10 -630V-510M110 -630L136 -510M190 -630L240 -510", "{atap.tua}", 6)
    door = path(round_rect(-150, -430, 270, 430, 8), "#7C6A58") + path("M-150 -40H120V0H-150Z", "#CFE0D6") + path("M-150 -430H120V-40H-150Z", "#E6EFE6")
    tiles = stroke("M-150 -330H120M-150 -230H120M-150 -130H120M-60 -430V-40M30 -430V-40", "#CBDCD2", 4)
    pan = path(ellipse((-20, -22), 96, 26), "#B9C9CF") + path(ellipse((-20, -30), 96, 26), "#FFFFFF") + path(ellipse((-16, -30), 52, 12), "#5F7C88") + path(round_rect(-110, -44, 40, 14, 6) + round_rect(32, -44, 40, 14, 6), "#D6E2E6")
    tub = path("M44 -150H118V-40H52Z", "#5FA7C9") + path(ellipse((81, -150), 37, 9), WATER) + stroke("M60 -160L40 -196", "#C4573A", 9) + path(ellipse((70, -160), 20, 12), "#E9806E")
    leaf = path("M-150 -440L-250 -410V20L-150 0Z", "#B98A62") + stroke("M-236 -390V0M-166 -420V-10M-240 -210L-160 -224", "#96693A", 8)
    return thing(shadow(270, 24) + walls + roof + door + tiles + pan + tub + leaf, "dinding:#E6C99B atap:bata")


def scale_post():
    """The hanging scale of the posyandu; `kosong` or with its cloth seat for a baby."""
    posts = stroke("M-160 0L-30 -640M160 0L30 -640", "#8A5F3C", 22) + stroke("M-46 -630H46", "#A97B55", 22)
    beam = stroke("M0 -630V-560", "#8F98A3", 8) + stroke("M-120 -556H120", "#8F98A3", 18) + path(ellipse((74, -548), 22, 26), "#5F6570") + stroke("M-80 -556V-480", "#8F98A3", 7)
    sling = stroke("M-80 -484L-150 -380M-80 -484L-10 -380", "#C9A878", 7)
    seat = path(smooth([(-156, -386, "c"), (-4, -386, "c"), (-14, -300), (-46, -262), (-114, -262), (-146, -300)]), "{kain}") + path(ellipse((-120, -262), 14, 20) + ellipse((-44, -262), 14, 20), "{kain.tua}")
    return thing(shadow(170) + posts + beam + sling + poses(isi="", kosong=seat), "kain:jambu"), thing(seat, "kain:jambu")


def plant():
    pot_ = path("M-90 -130H90L66 0H-66Z", "{pot}") + path("M30 -130H90L66 0H30Z", "{pot.tua}", opacity="0.6") + path(round_rect(-102, -152, 204, 36, 12), "{pot}") + path(round_rect(-102, -130, 204, 14, 6), "{pot.tua}", opacity="0.6")
    fresh = stroke("M0 -150V-420", "#5F8F45", 14) + "".join(path(smooth([(0, y, "c"), (s * 60, y - 70), (s * 150, y - 76), (s * 178, y - 30), (s * 100, y + 4)]), c) for s, y, c in ((-1, -210, "#6C9E50"), (1, -240, "#7FAE5A"), (-1, -320, "#8DBB66"), (1, -340, "#7FAE5A")))
    fresh += path("".join(ellipse((dx, -450 + dy), 30) for dx, dy in ((0, -34), (33, -10), (21, 28), (-21, 28), (-33, -10))), "#F0647A") + path(ellipse((0, -450), 22), "#F3C969")
    limp = stroke("M0 -150Q10 -330 70 -350Q130 -360 140 -290", "#A08A4E", 14) + "".join(path(smooth([(x, y, "c"), (x + s * 40, y + 6), (x + s * 74, y + 60), (x + s * 60, y + 120), (x + s * 24, y + 70)]), c) for s, x, y, c in ((-1, 6, -230, "#B8A45C"), (1, 12, -270, "#A8924E"), (-1, 40, -330, "#C2AE68")))
    limp += path(smooth([(140, -300), (172, -270), (168, -226), (140, -214), (112, -228), (110, -270)]), "#C98A7C") + path(smooth([(-70, 8), (-40, -8), (-20, 8)]) + smooth([(60, 10), (90, -6), (112, 10)]), "#A8924E")
    return thing(shadow(110) + poses(segar=fresh, layu=limp) + pot_, "pot:bata")


def compress():
    """A basin of warm water with a cloth over its rim."""
    return thing(shadow(110) + path("M-104 -80H104L80 0Q0 14 -80 0Z", "{baskom}") + path("M40 -80H104L80 0Q66 6 50 8Z", "{baskom.tua}", opacity="0.6") + path(ellipse((0, -80), 104, 24), "{baskom.muda}") + path(ellipse((0, -78), 86, 17), WATER)
                 + path(smooth([(-100, -92, "c"), (-30, -100, "c"), (-36, -30), (-60, -10), (-96, -22)]), "#FFFFFF") + stroke("M-84 -80Q-76 -50 -80 -26M-58 -84Q-54 -50 -58 -22", "#D6E2E6", 5) + stroke("M-10 -112q-14 -18 0 -36q14 -18 0 -36M40 -112q-14 -18 0 -36q14 -18 0 -36", "#FFFFFF", 8, opacity="0.8"), "baskom:langit")


def smoke():
    return thing(stroke("M0 0q-60 -50 -6 -100q54 -50 -4 -110q-40 -44 10 -90", "#8F98A3", 40, opacity="0.45") + stroke("M70 -10q-44 -44 0 -86q44 -42 -4 -92", "#8F98A3", 30, opacity="0.35"), "")


def cigarette_no():
    """A cigarette struck out."""
    cig = path(round_rect(-92, -18, 160, 36, 6), "#DDD6C6") + path(round_rect(-92, -18, 56, 36, 6), "#E3A32B") + path(round_rect(58, -18, 22, 36, 5), "#E9806E") + stroke("M78 -30q14 -16 0 -30q-14 -14 0 -26", "#8F98A3", 9)
    return thing(path(ellipse((0, 0), 128), "#FFFDF6") + put(cig, 4, 22) + stroke(ellipse((0, 0), 122), "#C8383D", 22) + stroke("M-84 -84L84 84", "#C8383D", 17), "")


def kettle():
    stove = path(round_rect(-130, -70, 260, 70, 12), "#5F6570") + path(round_rect(-130, -26, 260, 26, 8), "#4A4F5C") + path(ellipse((90, -40), 15), "#C5CCD2") + path(smooth([(-70, -70, "c"), (-56, -104), (-40, -84), (-22, -112), (0, -86), (22, -112), (40, -84), (56, -104), (70, -70, "c")]), "#F0A92E") + path(smooth([(-40, -70, "c"), (-26, -92), (0, -80), (26, -92), (40, -70, "c")]), "#7FB7E9")
    pot_ = path(smooth([(-110, -110, "c"), (-120, -180), (-70, -240), (70, -240), (120, -180), (110, -110, "c")]), "#C5CCD2") + path(smooth([(30, -240, "c"), (70, -240), (120, -180), (110, -110, "c"), (60, -110, "c")]), "#9AA3AB", opacity="0.7") + stroke("M108 -170L170 -226", "#C5CCD2", 26) + stroke("M-70 -244Q0 -340 70 -244", "#5F6570", 14) + path(round_rect(-60, -252, 120, 18, 9), "#9AA3AB") + path(ellipse((0, -258), 16, 12), "#5F6570")
    steam = stroke("M176 -250q-20 -26 0 -52q20 -26 0 -52M214 -240q-18 -24 0 -48q18 -24 0 -48", "#FFFFFF", 13, opacity="0.9") + stroke("M-10 -280q-16 -22 0 -44q16 -22 0 -40", "#FFFFFF", 10, opacity="0.8")
    return thing(shadow(150) + stove + pot_ + steam, "")


def water_jar():
    """Drinking water kept under a lid, with a tap."""
    body = path(round_rect(-92, -290, 184, 240, 30), "#CDE9F5") + path(round_rect(-92, -200, 184, 150, 26), WATER) + path(round_rect(40, -290, 52, 240, 26), "#7DB4D0", opacity="0.4") + stroke("M-64 -262V-90", "#FFFFFF", 12, opacity="0.8")
    lid = path(round_rect(-104, -316, 208, 40, 16), "{tutup}") + path(round_rect(-30, -340, 60, 28, 12), "{tutup.tua}") + path(round_rect(-104, -292, 208, 16, 8), "{tutup.tua}", opacity="0.6")
    tap = path(round_rect(-18, -90, 36, 20, 8), "#8F98A3") + path(round_rect(-9, -80, 18, 34, 6), "#8F98A3")
    return thing(shadow(110) + path(round_rect(-110, -54, 220, 54, 10), "#A97B55") + body + tap + lid, "tutup:laut")


def big_hand():
    """An open palm with five moments on its finger tips: latrine, baby, pot, plate, breastfeeding."""
    skin, dark = "{kulit}", "{kulit.tua}"
    tips = [(-306, -330), (-168, -590), (0, -650), (166, -590), (300, -430)]
    roots = [(-110, -170), (-104, -290), (-14, -310), (74, -290), (132, -230)]
    lines = "".join(f"M{r[0]} {r[1]}L{t[0]} {t[1]}" for r, t in zip(roots, tips))
    out = stroke(lines, dark, 112) + path(smooth([(-150, -60), (-160, -220), (-100, -330), (40, -350), (160, -290), (180, -140), (130, 0), (130, 120, "c"), (-100, 120, "c"), (-110, 0)]), dark)
    out += stroke(lines, skin, 96) + path(smooth([(-140, -60), (-150, -220), (-96, -322), (40, -342), (150, -284), (168, -140), (118, 0), (118, 120, "c"), (-90, 120, "c"), (-100, 0)]), skin)
    out += stroke("M-100 -150Q0 -210 110 -120M-70 -60Q10 -170 130 -190", dark, 8, opacity="0.7")
    rings = "".join(path(ellipse(t, 92), "#FFFDF6") + stroke(ellipse(t, 92), "{tepi}", 12) for t in tips)
    toilet = path(round_rect(-46, -58, 92, 40, 10), "#FFFFFF") + stroke(round_rect(-46, -58, 92, 40, 10), "#9FB4BC", 5) + path("M-52 -16H52Q52 34 22 42V62H-22V42Q-52 34 -52 -16Z", "#FFFFFF") + stroke("M-52 -16H52Q52 34 22 42V62H-22V42Q-52 34 -52 -16Z", "#9FB4BC", 5) + path(ellipse((0, -16), 52, 13), "#8CC8E6")
    bum = path(ellipse((0, -34), 31, 30), "#C08552") + path(smooth([(-31, -40, "c"), (-22, -66), (0, -70), (22, -66), (31, -40, "c"), (0, -54)]), "#33242A") + stroke("M-13 -34q5 5 10 0M4 -34q5 5 10 0", "#2B1B1A", 4) + stroke("M-7 -20q7 6 14 0", "#7E2B2E", 4) + path(smooth([(-30, -4), (30, -4), (40, 34), (0, 46), (-40, 34)]), "#C08552") + path(smooth([(-44, 14, "c"), (44, 14, "c"), (46, 50), (0, 62), (-46, 50)]), "#FFFFFF") + stroke("M-44 14H44M-12 60Q0 36 12 60", "#9FB4BC", 5)
    pan_ = path("M-56 -10H56L46 44Q0 56 -46 44Z", "#8F98A3") + path("M20 -10H56L46 44Q34 50 20 51Z", "#6F7781") + path(round_rect(-66, -22, 132, 16, 8), "#5F6570") + stroke("M-66 4h-16M66 4h16", "#5F6570", 9) + stroke("M-20 -34q-12 -14 0 -28M20 -34q-12 -14 0 -28", "#B9AE9B", 8)
    meal = put(RICE, 0, 22, 0.56) + put(held.SPOON, -14, -38, 1.0, -20)
    breast = path(smooth([(-58, 64, "c"), (-52, 0), (-26, -18), (10, -18), (30, 64, "c")]), "#2A9D8F") + path(ellipse((-10, -46), 27), "#C08552") + path(smooth([(-38, -38), (-36, -68), (-10, -78), (16, -68), (18, -38), (20, -8), (-8, -16), (-40, -8)]), "#F0A7B5") + path(ellipse((-8, -44), 20, 23), "#C08552") + stroke("M-18 -44q5 5 9 0M-2 -44q5 5 9 0M-12 -32q5 4 9 0", "#2B1B1A", 3.5) + path(smooth([(-34, 26), (10, 14), (56, 24), (62, 46), (20, 56), (-30, 52)]), "#F3C969") + path(ellipse((-22, 24), 22), "#B87A4A")
    icons = "".join(put(svg, t[0], t[1], 0.98) for svg, t in zip((toilet, bum, pan_, meal, breast), tips))
    return thing(out + rings + icons, "kulit:kulit-2 tepi:daun")


def calendar():
    """Ten days; three or all of them ticked."""
    def days(ticked):
        out = ""
        for i in range(10):
            x, y = -210 + 88 * (i % 5), -210 if i < 5 else -120
            out += path(round_rect(x, y, 70, 70, 10), "#DDEFD8" if i < ticked else "#EFEBE0") + (stroke(f"M{x + 16} {y + 36}l14 16l26 -34", "#2E8B57", 12) if i < ticked else "")
        return out
    return thing(path(round_rect(-240, -300, 480, 270, 18), "#FFFDF6") + path(round_rect(-240, -300, 480, 62, 18), "#3F9C6B") + path(ellipse((-120, -300), 13) + ellipse((120, -300), 13), "#4A4F5C") + poses(sepuluh=days(10), tiga=days(3)), "")


def cross_sign():
    """The green cross of a health post on its own board."""
    return thing(path(round_rect(-80, -80, 160, 160, 26), "#FFFDF6") + path("M-22 -58H22V-22H58V22H22V58H-22V22H-58V-22H-22Z", "{warna}"), "warna:#2E9E5B")


def wound_rag():
    return thing(path(smooth([(-44, -10), (-30, -24), (30, -24), (46, -8), (38, 14), (-38, 14)]), "#FFFFFF") + stroke("M-30 -12Q0 -4 34 -12", "#D6E2E6", 5), "")


def puff():
    """A cough: drops and short strokes flying to the right."""
    return thing(stroke("M0 -34L46 -58M10 0H70M0 34L46 58", "#7FA9B8", 13) + path(ellipse((84, -34), 10) + ellipse((104, 6), 12) + ellipse((82, 44), 9), "#9CC7D8"), "")


def fever():
    """A thermometer running high."""
    return thing(path(round_rect(-26, -230, 52, 190, 26), "#FFFFFF") + stroke(round_rect(-26, -230, 52, 190, 26), "#B9C6D2", 7) + path(ellipse((0, -30), 44), "#FFFFFF") + stroke(ellipse((0, -30), 44), "#B9C6D2", 7) + path(ellipse((0, -30), 30), "#D8525B") + stroke("M0 -36V-186", "#D8525B", 22) + stroke("M36 -190h22M36 -150h16M36 -110h22", "#B9C6D2", 7), "")


def health_post():
    """The yard of a Puskesmas: white and green, wide door, ramp, sign with a cross."""
    out = village_far() + rect(-400, 600, 2400, 400, "#DDE3AE") + path(smooth([(-400, 760, "c"), (200, 720), (900, 730), (2000, 716, "c"), (2000, 1000, "c"), (-400, 1000, "c")]), "#E4DDCB")
    out += banana(-180, 700, 1.1) + palm(330, 650, 0.9)
    out += rect(640, 300, 1400, 400, "#F7F6EC") + rect(640, 600, 1400, 100, "#BFE0C8") + path("M580 320L680 190H2040V320Z", "#5FA877") + path("M580 304H2040V328H580Z", "#3F8A5B")
    out += rect(900, 400, 250, 300, "#FFFFFF", rx=6) + rect(914, 414, 106, 286, "#CFE6EA", rx=4) + rect(1030, 414, 106, 286, "#BAD8DF", rx=4) + path(ellipse((1012, 570), 6) + ellipse((1038, 570), 6), "#5F6570")
    out += window(1290, 420, 180, 130, "#D7EBDD") + window(1600, 420, 180, 130, "#D7EBDD") + window(700, 420, 130, 130, "#D7EBDD")
    out += path(round_rect(930, 216, 190, 86, 14), "#FFFDF6") + path("M1011 228H1039V245H1056V273H1039V290H1011V273H994V245H1011Z", "#2E9E5B")
    out += path("M860 700H1190L1290 770H760Z", "#D9D5C8") + stroke("M880 700V640M1170 700V640M880 640H840M1170 640H1210", "#8F98A3", 8)
    return ground(out + pot(640, 716, 0.9, "#F3C969") + pot(1250, 716, 0.9, "#E9806E"))


SCALE, SEAT = scale_post()
HEALTH = {f"benda/{name}": svg for name, svg in {
    "gelas": glass(), "oralit": sachet(), "zinc": zinc(), "meja": table(), "busa": suds(), "sabun": soap(), "ember-keran": tap_bucket(), "jeriken": tippy_tap(), "kuman": germ(), "lalat": fly(),
    "nyamuk": mosquito(), "kotoran": faeces(), "nasi": plate(), "drum": drum(), "ban": tyre(), "sampah": rubbish(), "tempat-sampah": bin_(), "genangan": puddle(), "jamban": latrine(),
    "timbangan": SCALE, "timbangan-kain": SEAT, "tanaman": plant(), "baskom-kompres": compress(), "asap": smoke(), "dilarang-merokok": cigarette_no(), "ceret": kettle(), "tempat-air": water_jar(),
    "tangan-lima": big_hand(), "kalender": calendar(), "palang-hijau": cross_sign(), "kain-kompres": wound_rag(), "batuk": puff(), "termometer": fever(),
}.items()} | {"ground/puskesmas": health_post()}
