"""Poses. Hands are given from the neck in torsos: x to the right, y down; a torso is about half the way a hand can reach twice."""

import held


def arm(x, y, hand="rileks", **more):
    return {"to": (x, y), "hand": hand, **more}


def pose(left, right, legs="berdiri", **more):
    return {"arms": {"L": left, "R": right}, "legs": legs, **more}


def carry(svg, x, y, turn=0, scale=1.0):
    """Something in both hands; `x`, `y` as for hands."""
    return {"svg": svg, "to": (x, y), "turn": turn, "scale": scale}


def hold(svg, turn=0, scale=1.0, layer="belakang"):
    return {"svg": svg, "turn": turn, "scale": scale, "layer": layer}


def raised(svg, x, y):
    """A thing shifted in the hand, so that the hand has it from below or by its lower part."""
    return f'<g transform="translate({x} {y})">{svg}</g>'


ADULT = {
    "berdiri": pose(arm(-0.45, 1.06, aim=86), arm(0.43, 1.06, aim=94, layer="belakang")),
    "sopan": pose(arm(0.0, 0.80, aim=20), arm(0.06, 0.76, aim=160)),
    "bicara": pose(arm(-0.45, 1.06, aim=86), arm(0.56, 0.42, "terbuka", aim=-20)),
    "menunjuk": pose(arm(-0.34, 0.80, "genggam"), arm(0.92, 0.02, "tunjuk", aim=-14)),
    "menjelaskan": pose(arm(-0.62, 0.42, "terbuka", aim=200), arm(0.62, 0.40, "terbuka", aim=-22)),
    "melambai": pose(arm(-0.45, 1.06, aim=86), arm(0.62, -0.34, "terbuka", aim=-78, layer="belakang"), look=(6, 0)),
    "marah": pose(arm(-0.34, 0.80, "genggam"), arm(0.88, 0.22, "tunjuk", aim=4), lean=7, look=(13, 2), tilt=4),
    "berkacak": pose(arm(-0.33, 0.82, "genggam"), arm(0.33, 0.82, "genggam"), look=(10, 0)),
    "lipat-tangan": pose(arm(0.22, 0.46, "genggam", aim=-12), arm(-0.18, 0.52, "genggam", aim=190), look=(-9, 2), tilt=-5),
    "tepuk": pose(arm(0.06, 0.34, "rata", aim=-48), arm(0.15, 0.33, "rata", aim=-118), look=(4, 0)),
    "tangan-atas": pose(arm(-0.44, -0.74, "terbuka", aim=-98, layer="belakang"), arm(0.44, -0.74, "terbuka", aim=-82, layer="belakang"), look=(0, -4)),
    "tangan-dada": pose(arm(-0.45, 1.06, aim=86), arm(-0.02, 0.36, "rata", aim=190), look=(4, 0)),
    "jempol": pose(arm(-0.38, 0.96, aim=85), arm(0.42, 0.34, "jempol", aim=-20)),
    "menyapu": pose(arm(0.20, 0.40, "genggam", aim=-20), arm(0.42, 0.82, "genggam", aim=30), "melangkah", carry=[carry(held.BROOM, 0.42, 0.90, -22, 1.25)], lean=8, look=(10, 6), tilt=4),
    "membawa": pose(arm(-0.16, 0.62, "genggam", aim=40), arm(0.60, 0.62, "genggam", aim=140), carry=[carry(held.BASIN, 0.26, 0.58, 0, 0.95)], look=(6, 2)),
    "menggendong": pose(arm(0.22, 0.66, "rata", aim=10, over=True), arm(0.46, 0.40, "rata", aim=200, layer="belakang"), look=(9, 3), tilt=5),
    "menyuapi": pose(arm(-0.05, 0.60, "genggam", aim=10, hold=hold(held.PLATE, 0, 0.9, "depan")), arm(0.72, 0.16, "genggam", aim=-14, hold=hold(held.SPOON, 0, 1.1)), lean=4, look=(12, 4)),
    "memeluk-berdiri": pose(arm(0.52, 0.34, "rata", aim=30, over=True), arm(0.60, 0.62, "rata", aim=170, layer="belakang"), lean=5, look=(10, 4), tilt=8),
    "merangkul": pose(arm(-0.45, 1.06, aim=86), arm(0.80, 0.34, "rata", aim=70, layer="belakang"), look=(9, 2), tilt=4),
    "gandeng": pose(arm(-0.45, 1.06, aim=86), arm(0.52, 0.88, "genggam", aim=70)),
    "gandeng-dua": pose(arm(-0.52, 0.88, "genggam", aim=110), arm(0.52, 0.88, "genggam", aim=70), look=(0, 0)),
    "menimba": pose(arm(0.40, 0.42, "genggam", aim=-50), arm(0.60, -0.30, "genggam", aim=-80, layer="belakang"), "melangkah", lean=-6, look=(12, -3), tilt=-2),
    "takut": pose(arm(-0.02, 0.22, "rata", aim=-60), arm(0.14, 0.22, "rata", aim=-120), look=(-4, 0)),
    "belakang": pose(arm(-0.45, 1.06, aim=86), arm(0.45, 1.06, aim=94), view="belakang"),

    "duduk": pose(arm(-0.14, 0.86, aim=20), arm(0.22, 0.86, aim=160), "simpuh"),
    "duduk-bicara": pose(arm(-0.14, 0.86, aim=20), arm(0.56, 0.44, "terbuka", aim=-30), "simpuh"),
    "duduk-angkat": pose(arm(-0.14, 0.86, aim=20), arm(0.48, -0.62, "terbuka", aim=-85, layer="belakang"), "simpuh", look=(6, -4)),
    "duduk-tepuk": pose(arm(0.06, 0.36, "rata", aim=-48), arm(0.15, 0.35, "rata", aim=-118), "simpuh", look=(5, 0)),
    "duduk-dada": pose(arm(-0.10, 0.86, aim=20), arm(-0.02, 0.38, "rata", aim=190), "simpuh", look=(4, 0)),
    "duduk-napas": pose(arm(-0.68, 1.0, "rileks", aim=112), arm(0.68, 1.0, "rileks", aim=68), "bersila", look=(0, 0)),
    "duduk-regang": pose(arm(-0.42, -0.76, "terbuka", aim=-98, layer="belakang"), arm(0.42, -0.76, "terbuka", aim=-82, layer="belakang"), "bersila", look=(0, -4)),
    "duduk-bersila": pose(arm(-0.40, 0.86, aim=70), arm(0.42, 0.86, aim=110), "bersila"),
    "duduk-menulis": pose(arm(-0.02, 0.80, "rata", aim=30), arm(0.36, 0.78, "genggam", aim=70, hold=hold(held.PENCIL, 20, 1.0, "depan")), "simpuh", lean=12, look=(8, 10), tilt=8),
    "duduk-menggambar": pose(arm(-0.02, 0.84, "rata", aim=30), arm(0.80, 0.88, "genggam", aim=50, hold=hold(held.PENCIL, 10, 1.25, "depan")), "simpuh", lean=10, look=(11, 10), tilt=6),
    "duduk-cangkir": pose(arm(-0.14, 0.86, aim=20), arm(0.36, 0.50, "genggam", aim=-10, hold=hold(raised(held.CUP, 4, -14), 0, 1.1, "belakang")), "simpuh"),
    "duduk-cermin": pose(arm(-0.06, 0.44, "rata", aim=-20), arm(0.62, 0.34, "genggam", aim=-60, hold=hold(held.MIRROR, 14, 1.15)), "simpuh", look=(12, 2)),
    "duduk-baca": pose(arm(-0.22, 0.66, "genggam", aim=-30), arm(0.44, 0.66, "genggam", aim=-150), "simpuh", carry=[carry(held.BOOK_BACK, 0.12, 0.52, 0, 1.05)], look=(3, 9), tilt=2),
    "duduk-memangku": pose(arm(0.22, 0.66, "rata", aim=30, over=True), arm(0.56, 0.56, "rata", aim=150, layer="belakang"), "simpuh", look=(8, 6), tilt=6),
    "duduk-merangkul": pose(arm(-0.14, 0.86, aim=20), arm(0.78, 0.40, "rata", aim=60, layer="belakang"), "simpuh", look=(10, 4), tilt=6),
    "duduk-sedih": pose(arm(-0.12, 0.86, aim=20), arm(0.16, 0.88, aim=160), "simpuh", lean=5, look=(4, 12), tilt=8),
    "duduk-menyuapi": pose(arm(0.06, 0.66, "rata", aim=4, hold=hold(raised(held.PLATE, 4, -14), 0, 0.9, "depan")), arm(0.74, 0.30, "genggam", aim=-14, hold=hold(held.SPOON, 0, 1.1)), "simpuh", lean=4, look=(12, 6)),
    "duduk-belakang": pose(arm(-0.34, 0.92, aim=60), arm(0.34, 0.92, aim=120), "simpuh", view="belakang"),
    "duduk-belakang-angkat": pose(arm(-0.34, 0.92, aim=60), arm(0.44, -0.66, "terbuka", aim=-85, layer="belakang"), "simpuh", view="belakang"),
    "berlutut": pose(arm(-0.10, 0.84, aim=30), arm(0.70, 0.42, "terbuka", aim=-10), "berlutut", lean=4, look=(10, 2)),
    "berlutut-memeluk": pose(arm(0.56, 0.40, "rata", aim=20, over=True), arm(0.66, 0.24, "rata", aim=170, layer="belakang"), "berlutut", lean=8, look=(10, 2), tilt=8),
    "berlutut-tangan": pose(arm(0.40, 0.50, "rata", aim=0), arm(0.74, 0.40, "rata", aim=0, layer="belakang"), "berlutut", lean=6, look=(11, 3), tilt=3),
    "kursi": pose(arm(0.10, 0.84, aim=20), arm(0.36, 0.84, aim=30), "kursi"),
    "kursi-bicara": pose(arm(0.10, 0.84, aim=20), arm(0.66, 0.38, "terbuka", aim=-25), "kursi"),
    "kursi-tepuk": pose(arm(0.10, 0.36, "rata", aim=-48), arm(0.19, 0.35, "rata", aim=-118), "kursi", look=(5, 0)),
    "kursi-angkat": pose(arm(0.10, 0.84, aim=20), arm(0.44, -0.62, "terbuka", aim=-85, layer="belakang"), "kursi", look=(5, -2)),
}

CHILD = {
    "berdiri": pose(arm(-0.52, 1.05, aim=86), arm(0.50, 1.05, aim=94, layer="belakang")),
    "gandeng-dua": pose(arm(-0.78, -0.14, "genggam", aim=-110, layer="belakang"), arm(0.78, -0.14, "genggam", aim=-70, layer="belakang"), look=(0, -2)),
    "sopan": pose(arm(-0.02, 0.80, aim=20), arm(0.10, 0.76, aim=160)),
    "melambai": pose(arm(-0.52, 1.05, aim=86), arm(0.72, -0.28, "terbuka", aim=-75, layer="belakang"), look=(6, 0)),
    "gembira": pose(arm(-0.66, -0.52, "terbuka", aim=-110, layer="belakang"), arm(0.66, -0.52, "terbuka", aim=-70, layer="belakang"), look=(3, -2)),
    "bicara": pose(arm(-0.52, 1.05, aim=86), arm(0.66, 0.40, "terbuka", aim=-25)),
    "menunjuk": pose(arm(-0.42, 0.84, "genggam"), arm(0.96, 0.16, "tunjuk", aim=4), lean=7, look=(11, 2)),
    "marah": pose(arm(-0.42, 0.84, "genggam"), arm(0.92, 0.40, "tunjuk", aim=20), lean=9, look=(11, 4), tilt=4),
    "memeluk": pose(arm(0.62, 0.28, "rata", aim=10, over=True), arm(0.66, 0.10, "rata", aim=-20, layer="belakang"), lean=6, look=(10, 0), tilt=8),
    "dipeluk": pose(arm(-0.42, 0.92, aim=85), arm(0.40, 0.92, aim=95, layer="belakang"), lean=-4, look=(-8, -2), tilt=-10),
    "menyapu": pose(arm(0.24, 0.36, "genggam", aim=-20), arm(0.46, 0.76, "genggam", aim=30), "melangkah", carry=[carry(held.BROOM, 0.46, 0.86, -22, 1.3)], lean=8, look=(9, 2), tilt=4),
    "menyuapi": pose(arm(-0.05, 0.62, "genggam", aim=10), arm(0.80, 0.30, "genggam", aim=-10, hold=hold(held.SPOON, 0, 1.1)), lean=5, look=(9, 6)),
    "boneka": pose(arm(0.24, 0.62, "rata", aim=-10), arm(0.06, 0.46, "rata", aim=170), carry=[carry(held.DOLL, 0.10, 0.30, -10, 1.5)], look=(3, 9), tilt=8),
    "membawa": pose(arm(-0.20, 0.66, "genggam", aim=40), arm(0.44, 0.66, "genggam", aim=140), carry=[carry(held.CLOTH, 0.14, 0.50, 0, 1.5)], look=(7, 0)),
    "baca": pose(arm(-0.46, 0.58, "genggam", aim=-20, elbow="luar"), arm(0.62, 0.58, "genggam", aim=-160, elbow="luar"), carry=[carry(held.BOOK_BACK, 0.08, 0.46, 0, 1.15)], look=(3, 9), tilt=2),
    "lari": pose(arm(-0.62, 0.50, "genggam"), arm(0.66, 0.46, "genggam", aim=-40, layer="belakang"), "lari", lean=10, look=(10, 0)),
    "sedih": pose(arm(-0.30, 0.94, aim=75), arm(0.30, 0.94, aim=105), lean=3, look=(2, 12), tilt=8),
    "tepuk": pose(arm(0.06, 0.36, "rata", aim=-48), arm(0.22, 0.35, "rata", aim=-118), look=(4, 0)),
    "tutup-telinga": pose(arm(-0.56, -0.52, "rata", aim=-70), arm(0.58, -0.52, "rata", aim=-110), "jongkok", look=(0, 10), tilt=4),
    "jongkok": pose(arm(-0.10, 0.80, aim=40), arm(0.56, 0.72, aim=20), "jongkok", look=(8, 6)),
    "duduk": pose(arm(-0.40, 0.86, aim=60), arm(0.42, 0.86, aim=120), "bersila"),
    "duduk-angkat": pose(arm(-0.40, 0.86, aim=60), arm(0.60, -0.55, "terbuka", aim=-80, layer="belakang"), "bersila", look=(4, -3)),
    "duduk-tepuk": pose(arm(0.06, 0.36, "rata", aim=-48), arm(0.22, 0.35, "rata", aim=-118), "bersila", look=(4, 0)),
    "duduk-baca": pose(arm(-0.50, 0.60, "genggam", aim=-20, elbow="luar"), arm(0.56, 0.60, "genggam", aim=-160, elbow="luar"), "bersila", carry=[carry(held.BOOK_BACK, 0.03, 0.52, 0, 1.15)], look=(1, 10)),
    "duduk-makan": pose(arm(-0.10, 0.74, "genggam", aim=10, hold=hold(held.PLATE, 0, 1.1, "depan")), arm(0.40, 0.50, "genggam", aim=-100), "bersila", look=(5, 4)),
    "duduk-sedih": pose(arm(-0.22, 0.84, aim=30), arm(0.28, 0.84, aim=150), "bersila", lean=3, look=(2, 12), tilt=6),
    "digendong": pose(arm(-0.36, 0.34, "rata", aim=200), arm(0.20, 0.30, "rata", aim=-10, layer="belakang"), "gantung", look=(-7, 0), tilt=-8),
    "dipundak": pose(arm(-0.60, -0.40, "terbuka", aim=-110, layer="belakang"), arm(0.60, -0.40, "terbuka", aim=-70, layer="belakang"), "gantung", look=(4, 0)),
    "dipangku": pose(arm(-0.20, 0.80, aim=40), arm(0.34, 0.74, aim=150), "gantung", look=(-6, -4), tilt=-6),
    "belakang": pose(arm(-0.52, 1.05, aim=86), arm(0.52, 1.05, aim=94), view="belakang"),
    "duduk-belakang": pose(arm(-0.38, 0.92, aim=60), arm(0.38, 0.92, aim=120), "bersila", view="belakang"),
}
