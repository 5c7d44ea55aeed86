"""Bodies: torso, legs, arms, hands and clothes from a pose. Origin on the floor between the feet, x to the right, y down."""

from geometry import (add, angle_of, elbow, ellipse, hatch, lerp, limb, mul, num, path, poly, round_rect, sampled, scatter,
                      smooth, stroke, sub, turn, unit)
from head import COVERED, STYLES


class Build:
    """Measures of a body; `torso` is the yardstick poses are given in."""

    def __init__(self, torso, shoulder, waist, hip, arm, arm_width, leg, leg_width, head, neck, child=False):
        self.torso, self.shoulder, self.waist, self.hip = torso, shoulder, waist, hip
        self.arm, self.arm_width, self.leg, self.leg_width = arm, arm_width, leg, leg_width
        self.head, self.neck, self.child = head, neck, child


WOMAN = Build(188, 60, 50, 64, (98, 90), (46, 40, 30), (118, 116), (60, 44, 32), 1.0, 84)
MAN = Build(198, 74, 62, 60, (104, 96), (50, 42, 32), (126, 122), (64, 48, 38), 1.02, 86)
CHILD = Build(118, 44, 40, 44, (60, 56), (36, 31, 24), (66, 64), (42, 34, 27), 0.95, 72, child=True)
TODDLER = Build(84, 36, 37, 40, (42, 38), (32, 28, 22), (40, 40), (38, 32, 26), 0.86, 63, child=True)

def _dots(p, places):
    return "".join(f"M{num(p[0] + x)} {num(p[1] + y)}h.1" for x, y in places)


# Motif: spacing, line width, path of one motif at p. Dots are strokes of no length with round ends: short files.
PATTERNS = {
    "titik": (30, 8.5, lambda p: _dots(p, [(0, 0)])),
    "bunga": (46, 8.5, lambda p: _dots(p, [turn((0, -6.5), a * 72) for a in range(5)])),
    "kawung": (36, 7.5, lambda p: "".join(f"M{num(p[0] + 3.5 * x)} {num(p[1] + 3.5 * y)}l{5 * x} {5 * y}" for x, y in ((1, 1), (-1, 1), (1, -1), (-1, -1)))),
}


def pattern(kind, outline, colour, k=1.0):
    if not kind:
        return ""
    polygon = sampled(outline)
    if kind == "kotak":
        return stroke(hatch(polygon, 34 * k, 0) + hatch(polygon, 34 * k, 90), colour, 5 * k, opacity="0.75")
    if kind == "garis":
        return stroke(hatch(polygon, 30 * k, 0), colour, 11 * k, opacity="0.9")
    if kind == "parang":
        return stroke(hatch(polygon, 26 * k, -48), colour, 5 * k, opacity="0.7", stroke_dasharray=f"{num(16 * k)} {num(12 * k)}")
    spacing, width, motif = PATTERNS[kind]
    points = scatter(polygon, spacing * max(k, 0.75), 9 * k)
    d = "".join(motif(p) for p in points)
    return stroke(d, colour, width * max(k, 0.7), opacity="0.85") if d else ""


def shaded(outline_left, outline_right, colour, bottom=(), share=0.68):
    """A shape between two edges (top to bottom) with its right side in shade. Gives (svg, outline)."""
    outline = [(*p[:2], "c") if i == 0 else p for i, p in enumerate(outline_left)] + list(bottom) + list(reversed(outline_right))
    inner = [lerp(l, r, share) for l, r in zip(outline_left, outline_right)]
    corner = lambda line: [(*p[:2], "c") if i in (0, len(line) - 1) else p for i, p in enumerate(line)]
    shade = corner(outline_right) + list(reversed(corner(inner)))
    return path(smooth(outline), colour) , outline, path(smooth(shade), colour[:-1] + ".tua}", opacity="0.55")


# ---------------------------------------------------------------- hands

def hand(kind, wrist, direction, thumb, k):
    """`direction` in degrees; `thumb` +1 or -1: the side it is on."""
    open_transform = f'<g transform="translate({num(wrist[0])} {num(wrist[1])})rotate({num(direction)})scale({num2(k)} {num2(k * thumb)})">'
    skin, dark = "{kulit}", "{kulit.tua}"
    if kind == "terbuka":
        body = (stroke("M14 -8L20 -27", skin, 9.5) + path(smooth([(-6, -12), (14, -15), (24, -13), (25, 12), (12, 14), (-6, 11)]), skin)
                + stroke("M20 -9L40 -17M23 -3L45 -6M23 4L44 6M20 10L38 16", skin, 9))
    elif kind == "tunjuk":
        body = (stroke("M16 -8L50 -9", skin, 10.5) + path(smooth([(-6, -12), (14, -15), (26, -8), (26, 10), (14, 15), (-6, 11)]), skin)
                + stroke("M10 -3Q18 2 22 -2", dark, 4) + stroke("M14 8h10", dark, 3))
    elif kind == "genggam":
        body = (path(smooth([(-6, -12), (12, -16), (27, -10), (30, 3), (24, 14), (8, 15), (-6, 11)]), skin)
                + stroke("M10 -11Q22 -12 21 1", dark, 4))
    elif kind == "jempol":
        body = (stroke("M14 -10L14 -34", skin, 11) + path(smooth([(-6, -12), (12, -15), (27, -12), (29, 3), (24, 14), (8, 15), (-6, 11)]), skin)
                + stroke("M17 -4h9M17 4h9", dark, 3))
    elif kind == "rata":
        body = (stroke("M8 -8L24 -17", skin, 9) + path(smooth([(-6, -11), (18, -12), (40, -9), (46, 0), (40, 9), (18, 12), (-6, 11)]), skin))
    else:
        body = (stroke("M6 -7L19 -14", dark, 9) + path(smooth([(-6, -12), (14, -13), (31, -9), (36, 1), (29, 11), (12, 13), (-6, 11)]), skin))
    return open_transform + body + "</g>"


def num2(v):
    return f"{v:.3f}".rstrip("0").rstrip(".")


# ---------------------------------------------------------------- the figure

class Figure:
    """One pose of one person, drawn in layers."""

    def __init__(self, build, clothes, head, pose):
        self.b, self.clothes, self.style, self.pose = build, clothes, head, pose
        self.k = build.torso / 188
        t = build.torso
        self.hip = self._hip()
        self.lean = pose.get("lean", 0)
        self.neck = turn((self.hip[0], self.hip[1] - t), self.lean, self.hip)

    def _hip(self):
        t, legs = self.b.torso, self.pose.get("legs", "berdiri")
        height = {"berdiri": sum(self.b.leg) + 14 * self.b.torso / 188, "melangkah": sum(self.b.leg) * 0.98 + 12, "lari": sum(self.b.leg) * 0.97 + 16,
                  "bersila": 0.27 * t, "simpuh": 0.27 * t, "berlutut": 0.5 * t, "kursi": 0.86 * t, "jongkok": 0.32 * t, "gantung": 0.5 * t}[legs]
        return (self.pose.get("shift", 0) * t, -height)

    def local(self, p):
        """From body axes (x across, y down from the neck) to the floor's."""
        x, y = p[0], p[1]
        q = (self.hip[0] + x, self.hip[1] - self.b.torso + y)
        if y < self.b.torso:
            q = turn(q, self.lean, self.hip)
        return (*q, *p[2:])

    # -- arms

    def arms(self, layer):
        return "".join(self.arm(side) for side in "LR" if self.layer(side) == layer)

    def layer(self, side):
        """A hanging arm lies under the kerudung, a gesturing one over it."""
        spec = self.pose["arms"][side]
        layer = spec.get("layer", "depan")
        return "tengah" if layer == "depan" and spec["to"][1] > 0.74 and not spec.get("hold") else layer

    def arm(self, side):
        spec = self.pose["arms"][side]
        b, t = self.b, self.b.torso
        s = -1 if side == "L" else 1
        shoulder = self.local((s * (b.shoulder - b.arm_width[0] * 0.36), t * 0.125))[:2]
        target = add(self.neck, mul(spec["to"], t))
        joint, wrist = self.bent(shoulder, target, spec, s)
        line = [shoulder, joint, wrist]
        w = b.arm_width
        out = self.held(spec, wrist, angle_of(sub(wrist, joint)), "belakang")
        direction = spec.get("aim", angle_of(sub(wrist, joint)))
        thumb = spec.get("thumb", 1 if s < 0 else -1)
        skin_hand = hand(spec.get("hand", "rileks"), wrist, direction, thumb, self.k * (1.0 if not b.child else 1.15))
        sleeve = self.clothes.get("sleeve", "panjang")
        colour = self.clothes.get("sleeve_colour", "{baju}")
        shift = (-w[0] * 0.07, -w[0] * 0.055)
        if sleeve == "panjang":
            out += skin_hand
            end = lerp(joint, wrist, 0.97)
            line = [shoulder, joint, end]
            out += self.tube(line, (w[0] + 2, w[1] + 2, w[2] + 6), colour, shift)
        else:
            out += path(limb(line, (w[0] - 6, w[1] - 5, w[2] - 2)), "{kulit.tua}")
            out += path(limb(line, (w[0] - 6, w[1] - 5, w[2] - 2), shift=shift, factor=0.84), "{kulit}")
            out += skin_hand
            if sleeve == "pendek":
                cut = lerp(shoulder, joint, 0.62)
                line = [shoulder, cut]
                out += self.tube(line, (w[0] + 5, w[0] + 5), colour, shift, False)
            elif sleeve == "tiga":
                cut = lerp(joint, wrist, 0.4)
                line = [shoulder, joint, cut]
                out += self.tube(line, (w[0] + 3, w[1] + 3, w[2] + 8), colour, shift, False)
        return out + self.held(spec, wrist, direction, "depan")

    def tube(self, line, widths, colour, shift, cap_end=True):
        """A sleeve: dark rim at the lower right that begins below the shoulder, so that the shoulder melts into the body."""
        low = [lerp(line[0], line[1], 0.3), *line[1:]]
        start = lerp(widths[0], widths[1], 0.3) if isinstance(widths[0], tuple) else widths[0] + (widths[1] - widths[0]) * 0.3
        light = (widths[0], *(w * 0.83 for w in widths[1:]))
        return path(limb(low, (start, *widths[1:]), cap_end=cap_end), colour[:-1] + ".tua}") + path(limb(line, light, shift=shift, cap_end=cap_end), colour)

    def bent(self, shoulder, target, spec, s):
        """Elbow and wrist. Elbows hang below a hand that reaches out and stand away from the body otherwise."""
        ways = [elbow(shoulder, target, *self.b.arm, bend) for bend in (1, -1)]
        _, y = spec["to"]
        want = spec.get("elbow", "bawah" if -0.1 < y < 0.74 else "luar")
        key = {"bawah": lambda way: way[0][1], "atas": lambda way: -way[0][1], "luar": lambda way: s * way[0][0], "dalam": lambda way: -s * way[0][0]}[want]
        return max(ways, key=key)

    def held(self, spec, wrist, direction, layer):
        thing = spec.get("hold")
        if not thing or thing.get("layer", "belakang") != layer:
            return ""
        x, y = add(wrist, mul(turn((22, 0), direction), self.k))
        return f'<g transform="translate({num(x)} {num(y)})rotate({num(thing.get("turn", 0))})scale({num2(self.k * thing.get("scale", 1))})">{thing["svg"]}</g>'

    # -- clothes

    def torso(self):
        b, t, c = self.b, self.b.torso, self.clothes
        legs = self.pose.get("legs", "berdiri")
        standing = legs in ("berdiri", "melangkah")
        kind = c["kind"]
        hem_y, hem_w = t * 1.12, b.hip * 1.06
        if kind == "gamis" and standing:
            hem_y, hem_w = t + sum(b.leg) * 0.95, b.hip * 1.62
        elif kind == "daster" and standing:
            hem_y, hem_w = t + sum(b.leg) * 0.62, b.hip * 1.5
        elif kind == "tunik" and standing:
            hem_y, hem_w = t + b.leg[0] * 0.42, b.hip * 1.26
        elif legs not in ("berdiri", "melangkah", "lari", "gantung"):
            hem_y = t * 1.02
        s, w, h = b.shoulder, b.waist, b.hip
        k = t / 188
        left = [(-17 * k, -9 * k), (-s + 14 * k, 3 * k), (-s - 1 * k, 24 * k), (-s + 5 * k, 70 * k), (-w, t * 0.62), (-h, t)]
        if hem_y > t * 1.06:
            left.append((-hem_w, hem_y, "c"))
        right = [(-p[0], *p[1:]) for p in left]
        bottom = [(0, hem_y + (9 * k if hem_y > t * 1.06 else 0))]
        L, R = [self.local(p) for p in left], [self.local(p) for p in right]
        B = [self.local(p) for p in bottom]
        colour = "{baju}"
        base, outline, shade = shaded(L, R, colour, B)
        out = base + pattern(c.get("pattern"), outline, "{motif}", k if b.child else 1) + shade
        if kind == "gamis" and standing:
            out += stroke(f"M{self.p((-20 * k, t * 1.15))}Q{self.p((-26 * k, t * 1.6))} {self.p((-34 * k, hem_y - 8))}M{self.p((22 * k, t * 1.2))}Q{self.p((26 * k, t * 1.7))} {self.p((34 * k, hem_y - 6))}", "{baju.tua}", 4 * k, opacity="0.7")
        return out + self.details(t, k)

    def p(self, point):
        q = self.local(point)
        return f"{num(q[0])} {num(q[1])}"

    def details(self, t, k):
        """Collar, buttons, vest, tie: what tells a koko from a kaos."""
        c, out = self.clothes, ""
        neck = c.get("neck", "bulat")
        back = self.pose.get("view") == "belakang"
        if neck == "bulat" and not back:
            out += path(smooth([self.local(p) for p in [(-21 * k, -11 * k), (0, 16 * k), (21 * k, -11 * k)]]), "{kulit}")
        if neck == "v" and not back:
            out += path(f"M{self.p((-20 * k, -10 * k))}L{self.p((0, 34 * k))}L{self.p((20 * k, -10 * k))}Z", "{kulit}")
        if neck == "kerah":
            if not back:
                out += path(f"M{self.p((-19 * k, -10 * k))}L{self.p((0, 20 * k))}L{self.p((19 * k, -10 * k))}Z", "{kulit}")
                out += path(f"M{self.p((-22 * k, -13 * k))}L{self.p((0, 17 * k))}L{self.p((-18 * k, 32 * k))}L{self.p((-33 * k, 2 * k))}ZM{self.p((22 * k, -13 * k))}L{self.p((0, 17 * k))}L{self.p((18 * k, 32 * k))}L{self.p((33 * k, 2 * k))}Z", c.get("collar", "{baju.muda}"))
                out += stroke(f"M{self.p((0, 22 * k))}L{self.p((0, t * 1.02))}", "{baju.tua}", 3 * k, opacity="0.8")
        if c.get("vest") and not back:
            for s in (-1, 1):
                edge = [(s * 20 * k, -8 * k), (s * (self.b.shoulder - 12 * k), 5 * k), (s * (self.b.shoulder - 5 * k), 66 * k), (s * self.b.waist * 1.05, t * 0.62), (s * self.b.hip * 1.04, t * 1.08, "c"), (s * 14 * k, t * 1.1, "c"), (s * 16 * k, t * 0.4)]
                out += path(smooth([self.local(p) for p in edge]), "{rompi}" if s < 0 else "{rompi.tua}")
            out += path(round_rect_at(self, -44 * k, t * 0.66, 24 * k, 22 * k), "{rompi.muda}", opacity="0.6")
        elif c.get("vest"):
            edge = [(-self.b.shoulder + 12 * k, 5 * k), (self.b.shoulder - 12 * k, 5 * k), (self.b.shoulder - 5 * k, 66 * k), (self.b.waist * 1.05, t * 0.62), (self.b.hip * 1.04, t * 1.08), (-self.b.hip * 1.04, t * 1.08), (-self.b.waist * 1.05, t * 0.62), (-self.b.shoulder + 5 * k, 66 * k)]
            out += path(smooth([self.local(p) for p in edge]), "{rompi}")
        if c.get("tie") and not back:
            out += path(f"M{self.p((-7 * k, 10 * k))}L{self.p((7 * k, 10 * k))}L{self.p((10 * k, t * 0.48))}L{self.p((0, t * 0.58))}L{self.p((-10 * k, t * 0.48))}Z", c["tie"])
        if c.get("card") and not back:
            out += stroke(f"M{self.p((-20 * k, 4 * k))}L{self.p((0, t * 0.42))}L{self.p((20 * k, 4 * k))}", "#2F6F9F", 4 * k) + path(round_rect_at(self, -15 * k, t * 0.42, 30 * k, 38 * k), "#FFFFFF")
        return out

    # -- legs

    def foot(self, p, s, shoe):
        k = self.k
        colour = {"sandal": "#5B4638", "sepatu": "#3C4250", "kaki": "{kulit}"}[shoe]
        x, y = p
        out = ""
        shape = smooth([(x - 15 * k, y - 8 * k), (x - 15 * k, y + 6 * k, "c"), (x + s * 34 * k + (-2 * k if s < 0 else 0), y + 6 * k, "c"), (x + s * 30 * k, y - 6 * k), (x + 12 * k, y - 14 * k)] if s > 0 else
                       [(x + 15 * k, y - 8 * k), (x + 15 * k, y + 6 * k, "c"), (x - 34 * k, y + 6 * k, "c"), (x - 30 * k, y - 6 * k), (x - 12 * k, y - 14 * k)])
        if shoe == "sandal":
            out += path(shape, "{kulit}") + path(round_rect(min(x - 15 * k * s, x + 36 * k * s), y + 1 * k, 51 * k, 7 * k, 3 * k), colour)
            out += stroke(f"M{num(x + 4 * k * s)} {num(y - 8 * k)}L{num(x + 18 * k * s)} {num(y)}", colour, 6 * k)
        else:
            out += path(shape, colour)
            if shoe == "sepatu":
                out += path(round_rect(min(x - 15 * k * s, x + 36 * k * s), y + 1 * k, 51 * k, 6 * k, 3 * k), "#F4EFE6")
        return out

    def leg_limb(self, points, colour, bare_from=None, shoe=None, side=1):
        w = self.b.leg_width
        dark = colour[:-1] + ".tua}"
        shift = (-w[0] * 0.06, -w[0] * 0.03)
        if bare_from is None:
            return path(limb(points, w), dark) + path(limb(points, w, shift=shift, factor=0.84), colour)
        skinny = (w[0] - 10 * self.k, w[1] - 8 * self.k, w[2] - 5 * self.k)
        out = path(limb(points, skinny), "{kulit.tua}") + path(limb(points, skinny, shift=shift, factor=0.84), "{kulit}")
        cut = lerp(points[0], points[1], bare_from)
        wide = (w[0] + 4, w[0] + 2)
        return out + path(limb([points[0], cut], wide, cap_end=False), dark) + path(limb([points[0], cut], wide, shift=shift, factor=0.84, cap_end=False), colour)

    def legs(self):
        b, t, c, k = self.b, self.b.torso, self.clothes, self.k
        kind, legs = c["kind"], self.pose.get("legs", "berdiri")
        skirt = kind in ("gamis", "daster", "tunik", "rok", "sarung")
        lower = "{baju}" if kind in ("gamis", "daster") else "{rok}" if skirt else "{celana}"
        lower_pattern = c.get("pattern") if kind in ("gamis", "daster") else c.get("lower_pattern")
        motif = "{motif}" if kind in ("gamis", "daster") else "{corak}"
        shoe = self.pose.get("shoe", c.get("shoe", "sandal"))
        x, hy = self.hip
        out = ""

        def block(outline, folds="", share=0.62):
            base = path(smooth(outline), lower) + pattern(lower_pattern, outline, motif, k if b.child else 1)
            return base + (stroke(folds, lower[:-1] + ".tua}", 5 * k, opacity="0.8") if folds else "")

        if legs in ("berdiri", "melangkah"):
            step = (0.12 if legs == "berdiri" else 0.42) * t
            lift = 0 if legs == "berdiri" else 0.02 * t
            la, ra = (x - step - 10 * k, -12 * k), (x + step + 6 * k, -12 * k - lift)
            if skirt:
                ankle_w = 0.09 * t
                bare = b.leg[1] * (0.75 if kind == "daster" else 0.1)
                for a, s in ((la, -1), (ra, 1)):
                    if kind in ("daster", "rok") and c.get("short", kind == "daster"):
                        top = (x + s * b.hip * 0.5, hy + b.leg[0])
                        skinny = (b.leg_width[1] - 4 * k, b.leg_width[1] - 8 * k, b.leg_width[2] - 6 * k)
                        out += path(limb([top, lerp(top, a, 0.5), a], skinny), "{kulit.tua}") + path(limb([top, lerp(top, a, 0.5), a], skinny, shift=(-2, -1), factor=0.84), "{kulit}")
                    out += self.foot((a[0], -7 * k), 1, shoe)
                if kind in ("tunik", "rok", "sarung"):
                    top_w = b.hip
                    hem_y = -0.09 * t if not c.get("short") else hy + b.leg[0] * 1.05
                    hem = b.hip * (1.32 if kind != "sarung" else 1.12) + step * 0.5
                    L = [(x - top_w * 0.92, hy - 4 * k), (x - top_w, hy + 26 * k), (x - hem, hem_y, "c")]
                    R = [(2 * x - p[0], *p[1:]) for p in L]
                    base, outline, shade = shaded(L, R, lower, [(x, hem_y + 8 * k)])
                    out += base + pattern(lower_pattern, outline, motif, k if b.child else 1) + shade
            else:
                bare = c.get("bare")
                for a, s in ((ra, 1), (la, -1)):
                    top = (x + s * b.hip * 0.46, hy + 6 * k)
                    bend = (s * 4 * k, 0)
                    out += self.foot((a[0], -7 * k), 1, shoe)
                    out += self.leg_limb([top, add(lerp(top, a, 0.5), bend), (a[0], a[1] - 6 * k)], lower, bare)
        elif legs == "lari":
            bare = c.get("bare")
            for top, knee, ankle, s in (((x + 4 * k, hy), (x + 0.42 * t, hy + 0.30 * t), (x + 0.30 * t, -0.16 * t), 1), ((x - 8 * k, hy), (x - 0.04 * t, hy + 0.5 * t), (x - 0.5 * t, -0.26 * t), -1)):
                if s > 0:
                    out += self.foot((ankle[0] + 2, ankle[1] + 12 * k), 1, shoe)
                else:
                    out += f'<g transform="rotate(62 {num(ankle[0])} {num(ankle[1])})">{self.foot((ankle[0], ankle[1] + 10 * k), 1, shoe)}</g>'
                if skirt:
                    out += self.leg_limb([top, knee, ankle], "{kulit}")
                else:
                    out += self.leg_limb([top, knee, ankle], lower, bare)
            if skirt:
                out += block([(x - b.hip, hy - 10 * k), (x - b.hip - 0.25 * t, hy + 0.42 * t, "c"), (x + 0.1 * t, hy + 0.5 * t), (x + b.hip + 0.3 * t, hy + 0.36 * t, "c"), (x + b.hip, hy - 10 * k)])
        elif legs == "bersila":
            if self.pose.get("view") == "belakang":
                out += block([(x - 0.36 * t, hy - 0.1 * t), (x - 0.62 * t, -0.12 * t), (x - 0.5 * t, 0.03 * t), (x, 0.05 * t), (x + 0.5 * t, 0.03 * t), (x + 0.62 * t, -0.12 * t), (x + 0.36 * t, hy - 0.1 * t)])
            elif skirt or not c.get("bare"):
                out += self.foot((x - 0.26 * t, 0.03 * t), -1, "kaki") + self.foot((x + 0.24 * t, 0.03 * t), 1, "kaki")
                out += block([(x - 0.32 * t, hy - 0.13 * t), (x - 0.62 * t, -0.30 * t), (x - 0.84 * t, -0.14 * t), (x - 0.74 * t, 0.02 * t), (x - 0.4 * t, 0.03 * t), (x, -0.06 * t), (x + 0.4 * t, 0.03 * t), (x + 0.74 * t, 0.02 * t), (x + 0.84 * t, -0.14 * t), (x + 0.62 * t, -0.30 * t), (x + 0.32 * t, hy - 0.13 * t), (x, hy - 0.08 * t)],
                             f"M{num(x - 0.62 * t)} {num(-0.16 * t)}Q{num(x - 0.3 * t)} {num(-0.19 * t)} {num(x)} {num(-0.07 * t)}M{num(x + 0.62 * t)} {num(-0.16 * t)}Q{num(x + 0.36 * t)} {num(-0.19 * t)} {num(x + 0.12 * t)} {num(-0.11 * t)}")
            else:
                for s in (1, -1):
                    out += self.leg_limb([(x + s * 0.2 * t, hy - 0.02 * t), (x + s * 0.66 * t, -0.14 * t), (x - s * 0.06 * t, -0.05 * t)], lower, 0.75)
                    out += self.foot((x - s * 0.2 * t, 0.0), -s, shoe)
        elif legs == "simpuh":
            if self.pose.get("view") == "belakang":
                out += self.foot((x + 0.7 * t, 0.0), 1, "kaki")
                out += block([(x - 0.36 * t, hy - 0.1 * t), (x - 0.52 * t, -0.1 * t), (x - 0.44 * t, 0.03 * t), (x, 0.05 * t), (x + 0.6 * t, 0.03 * t), (x + 0.76 * t, -0.08 * t), (x + 0.36 * t, hy - 0.1 * t)])
            else:
                out += f'<g transform="translate({num(x + 0.84 * t)} {num(-0.03 * t)})">{self.foot((0, 0), 1, "kaki")}</g>'
                out += block([(x - 0.32 * t, hy - 0.13 * t), (x - 0.60 * t, -0.30 * t), (x - 0.74 * t, -0.12 * t), (x - 0.62 * t, 0.03 * t), (x - 0.2 * t, 0.06 * t), (x + 0.4 * t, 0.05 * t), (x + 0.84 * t, 0.03 * t), (x + 0.95 * t, -0.05 * t), (x + 0.80 * t, -0.22 * t), (x + 0.56 * t, -0.32 * t), (x + 0.34 * t, hy - 0.13 * t), (x, hy - 0.07 * t)],
                             f"M{num(x - 0.5 * t)} {num(-0.07 * t)}Q{num(x - 0.05 * t)} {num(-0.2 * t)} {num(x + 0.36 * t)} {num(-0.06 * t)}M{num(x + 0.36 * t)} {num(-0.22 * t)}Q{num(x + 0.62 * t)} {num(-0.18 * t)} {num(x + 0.78 * t)} {num(-0.06 * t)}")
        elif legs == "berlutut":
            out += f'<g transform="translate({num(x - 0.52 * t)} {num(-0.04 * t)})">{self.foot((0, 0), -1, "kaki")}</g>'
            out += block([(x - 0.34 * t, hy - 0.04 * t), (x - 0.5 * t, hy + 0.22 * t), (x - 0.56 * t, -0.06 * t), (x - 0.4 * t, 0.03 * t), (x + 0.2 * t, 0.04 * t), (x + 0.62 * t, 0.02 * t), (x + 0.72 * t, -0.1 * t), (x + 0.56 * t, -0.28 * t), (x + 0.34 * t, hy - 0.06 * t)],
                         f"M{num(x - 0.3 * t)} {num(-0.1 * t)}Q{num(x + 0.1 * t)} {num(-0.16 * t)} {num(x + 0.46 * t)} {num(-0.08 * t)}")
        elif legs == "kursi":
            shoe_y = -7 * k
            if skirt:
                for dx in (0.42, 0.68):
                    out += self.foot((x + dx * t, shoe_y), 1, shoe)
                out += block([(x - 0.36 * t, hy - 0.1 * t), (x - 0.4 * t, hy + 0.12 * t), (x, hy + 0.22 * t), (x + 0.32 * t, hy + 0.26 * t), (x + 0.30 * t, -0.14 * t, "c"), (x + 0.56 * t, -0.1 * t), (x + 0.86 * t, -0.14 * t, "c"), (x + 0.84 * t, hy + 0.1 * t), (x + 0.7 * t, hy - 0.12 * t), (x + 0.36 * t, hy - 0.16 * t)],
                             f"M{num(x + 0.62 * t)} {num(hy + 0.06 * t)}Q{num(x + 0.6 * t)} {num(hy + 0.3 * t)} {num(x + 0.62 * t)} {num(-0.2 * t)}")
            else:
                for dx in (0.18, -0.06):
                    ankle = (x + 0.58 * t + dx * t, -16 * k)
                    out += self.foot((ankle[0], shoe_y), 1, shoe)
                    out += self.leg_limb([(x + dx * 0.6 * t, hy), (x + 0.6 * t + dx * t, hy - 0.02 * t), ankle], lower, c.get("bare"))
        elif legs == "jongkok":
            for s in (1, -1):
                knee = (x + s * 0.46 * t, hy - 0.24 * t)
                ankle = (x + s * 0.24 * t, -14 * k)
                out += self.foot((ankle[0] + s * 4 * k, -5 * k), s, shoe)
                out += self.leg_limb([(x + s * 0.16 * t, hy + 0.1 * t), knee, ankle], "{kulit}" if skirt else lower, None if skirt else c.get("bare"))
        elif legs == "gantung":
            for dx in (0.2, -0.06):
                ankle = (x + 0.42 * t + dx * t, -0.02 * t)
                out += self.leg_limb([(x + dx * 0.5 * t, hy), (x + 0.44 * t + dx * t, hy + 0.12 * t), ankle], "{kulit}" if skirt else lower, None if skirt else c.get("bare"))
                out += self.foot((ankle[0], ankle[1] + 6 * k), 1, shoe)
            if skirt:
                out += block([(x - b.hip, hy - 12 * k), (x - b.hip, hy + 0.14 * t), (x + 0.3 * t, hy + 0.36 * t), (x + 0.62 * t, hy + 0.22 * t), (x + 0.5 * t, hy - 0.06 * t), (x + b.hip * 0.8, hy - 12 * k)])
        return out

    # -- kerudung over the shoulders

    def bib(self):
        c, k, t = self.clothes, self.k, self.b.torso
        kind = c.get("bib")
        if self.style not in COVERED or not kind:
            return ""
        s = self.b.shoulder
        back = self.pose.get("view") == "belakang"
        at = lambda points: [self.local((p[0] * k if abs(p[0]) < 1000 else p[0], p[1] * k, *p[2:])) for p in points]
        w = s / k
        if back:
            outline = at([(-54, -70, "c"), (-58, -40), (-w - 3, 0), (-w - 12, 48), (-w * 0.72, 118), (0, 140), (w * 0.72, 118), (w + 12, 48), (w + 3, 0), (58, -40), (54, -70, "c")])
            return path(smooth(outline), "{kerudung}") + path(smooth(at([(54, -70, "c"), (58, -40), (w + 3, 0), (w + 12, 48), (w * 0.72, 118), (w * 0.3, 134, "c"), (w * 0.5, 60), (36, -10)])), "{kerudung.tua}", opacity="0.7")
        if kind == "bergo":
            outline = at([(-42, -66), (-46, -34), (-w + 2, -2), (-w - 10, 40), (-w * 0.7, 106), (0, 130), (w * 0.7, 106), (w + 10, 40), (w - 2, -2), (46, -34), (42, -66)])
            shade = at([(42, -66), (46, -34), (w - 2, -2), (w + 10, 40), (w * 0.7, 106), (0, 130), (w * 0.42, 90), (w * 0.6, 36), (30, -24)])
            folds = f"M{self.p((-30 * k, -4 * k))}Q{self.p((-8 * k, 20 * k))} {self.p((26 * k, 4 * k))}M{self.p((-44 * k, 26 * k))}Q{self.p((-10 * k, 58 * k))} {self.p((34 * k, 34 * k))}"
            edge = pattern(c.get("bib_pattern"), outline, "{renda}", 0.9)
            return path(smooth(outline), "{kerudung}") + edge + path(smooth(shade), "{kerudung.tua}", opacity="0.6") + stroke(folds, "{kerudung.tua}", 4 * k, opacity="0.8")
        if kind == "segi":
            outline = at([(-42, -66), (-46, -34), (-w + 2, -2), (-w - 8, 34), (-34, 84), (6, 142, "c"), (40, 88), (w + 8, 34), (w - 2, -2), (46, -34), (42, -66)])
            fold = at([(-40, -30), (-10, 4), (52, 44), (34, 74), (-18, 44), (-50, 6)])
            shade = at([(42, -66), (46, -34), (w - 2, -2), (w + 8, 34), (40, 88), (6, 142, "c"), (22, 80), (w * 0.6, 30), (30, -24)])
            return path(smooth(outline), "{kerudung}") + path(smooth(shade), "{kerudung.tua}", opacity="0.6") + path(smooth(fold), "{kerudung.muda}", opacity="0.55") + path(ellipse(self.local((18 * k, 24 * k))[:2], 4.5 * k), "#F3C969")
        # pashmina: one end thrown over the left shoulder
        outline = at([(-42, -66), (-46, -34), (-w, -6), (-w - 10, 34), (-w + 10, 68), (-8, 76), (46, 66), (w + 6, 34), (w - 2, -2), (46, -34), (42, -66)])
        tail = at([(-w + 6, -10), (-w - 12, 30), (-w - 4, 100), (-w + 6, 146, "c"), (-w + 38, 142, "c"), (-w + 40, 80), (-w + 36, 20)])
        folds = f"M{self.p((-34 * k, -2 * k))}Q{self.p((0, 34 * k))} {self.p((44 * k, 6 * k))}M{self.p((-46 * k, 30 * k))}Q{self.p((-4 * k, 54 * k))} {self.p((46 * k, 30 * k))}"
        return path(smooth(outline), "{kerudung}") + stroke(folds, "{kerudung.tua}", 4 * k) + path(smooth(tail), "{kerudung.muda}") + stroke(f"M{self.p(((-w + 16) * k, 26 * k))}L{self.p(((-w + 20) * k, 136 * k))}", "{kerudung}", 4 * k)

    # -- all

    def parts(self):
        """Back to front."""
        b, k = self.b, self.k
        look = self.pose.get("look", (9, 0))
        back_view = self.pose.get("view") == "belakang"
        behind, front, from_behind = STYLES[self.style](look, b.child)
        tilt = self.lean * 0.5 + self.pose.get("tilt", 0)
        centre = turn(add(self.neck, (self.pose.get("head", 0) * b.torso, -b.neck)), tilt, self.neck)
        place = f'<g transform="translate({num(centre[0])} {num(centre[1])})rotate({num(tilt)})scale({num2(b.head)})">'
        neck_w = 19 * k * (1.15 if b.child else 1)
        top = add(centre, (0, 30 * b.head))
        neck = path(limb([top, self.neck], (neck_w * 2, neck_w * 2)), "{kulit.tua}")
        shadow = self.pose.get("shadow", {"berdiri": (0.44, 0.07), "melangkah": (0.6, 0.07), "lari": (0.5, 0.07), "bersila": (0.95, 0.1), "simpuh": (0.98, 0.1),
                                          "berlutut": (0.8, 0.09), "kursi": (0.75, 0.08), "jongkok": (0.5, 0.08), "gantung": None}[self.pose.get("legs", "berdiri")])
        out = ""
        if shadow:
            out += f'<ellipse cx="{num(self.hip[0] + 0.06 * b.torso)}" cy="0" rx="{num(shadow[0] * b.torso)}" ry="{num(shadow[1] * b.torso)}" fill="#3A1D33" opacity="0.16"/>'
        if back_view:
            out += self.arms("belakang") + self.arms("depan")
            out += self.torso() + self.legs() if self.pose.get("legs") in ("bersila", "simpuh") else self.legs() + self.torso()
            return out + neck + self.bib() + place + from_behind + "</g>"
        seated = self.pose.get("legs", "berdiri") not in ("berdiri", "melangkah", "lari")
        if behind:
            out += place + behind + "</g>"
        out += self.arms("belakang")
        out += (self.torso() + self.legs()) if seated and self.pose.get("legs") != "jongkok" else (self.legs() + self.torso())
        out += self.arms("tengah")
        out += neck if self.style not in COVERED else ""
        out += self.bib() + place + front + "</g>"
        return out + self.extra("depan") + self.arms("depan")

    def extra(self, layer):
        """Things carried with both hands: between body and front arm."""
        out = ""
        for thing in self.pose.get("carry", []) if layer == "depan" else []:
            x, y = add(self.neck, mul(thing["to"], self.b.torso))
            out += f'<g transform="translate({num(x)} {num(y)})rotate({num(thing.get("turn", 0))})scale({num2(self.k * thing.get("scale", 1))})">{thing["svg"]}</g>'
        return out

    def front_only(self):
        return "".join(self.arm(side) for side in "LR" if self.pose["arms"].get(side, {}).get("over"))


def round_rect_at(figure, x, y, w, h):
    corners = [(x, y), (x + w, y), (x + w, y + h), (x, y + h)]
    return poly([figure.local(p)[:2] for p in corners])
