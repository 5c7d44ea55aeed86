"""Points to SVG paths: smooth outlines, limbs with soft joints, patterns inside a shape. Knows nothing of people."""

from math import atan2, cos, hypot, pi, sin


def num(v):
    text = f"{v:.1f}"
    return text[:-2] if text.endswith(".0") else text


def pt(p):
    return f"{num(p[0])} {num(p[1])}"


def add(a, b):
    return (a[0] + b[0], a[1] + b[1])


def sub(a, b):
    return (a[0] - b[0], a[1] - b[1])


def mul(a, k):
    return (a[0] * k, a[1] * k)


def lerp(a, b, t):
    return (a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t)


def unit(a):
    d = hypot(*a[:2]) or 1.0
    return (a[0] / d, a[1] / d)


def turn(p, degrees, around=(0, 0)):
    a = degrees * pi / 180
    x, y = p[0] - around[0], p[1] - around[1]
    return (around[0] + x * cos(a) - y * sin(a), around[1] + x * sin(a) + y * cos(a))


def segments(points, closed=True, tension=1.0):
    """Bézier pieces through `points`; a point with a third member is a corner."""
    n = len(points)
    out = []
    for i in range(n if closed else n - 1):
        p0 = points[(i - 1) % n] if closed or i > 0 else points[i]
        p1, p2 = points[i], points[(i + 1) % n]
        p3 = points[(i + 2) % n] if closed or i + 2 < n else p2
        k = tension / 6
        c1 = p1[:2] if len(p1) > 2 else (p1[0] + (p2[0] - p0[0]) * k, p1[1] + (p2[1] - p0[1]) * k)
        c2 = p2[:2] if len(p2) > 2 else (p2[0] - (p3[0] - p1[0]) * k, p2[1] - (p3[1] - p1[1]) * k)
        out.append((p1[:2], c1, c2, p2[:2]))
    return out


def smooth(points, closed=True, tension=1.0):
    parts = segments(points, closed, tension)
    d = "M" + pt(parts[0][0])
    for _, c1, c2, p2 in parts:
        d += f"C{pt(c1)} {pt(c2)} {pt(p2)}"
    return d + ("Z" if closed else "")


def sampled(points, closed=True, per=6):
    """The same outline as a polygon."""
    out = []
    for p1, c1, c2, p2 in segments(points, closed):
        for i in range(per):
            t = i / per
            u = 1 - t
            out.append(tuple(u**3 * p1[k] + 3 * u * u * t * c1[k] + 3 * u * t * t * c2[k] + t**3 * p2[k] for k in (0, 1)))
    return out


def poly(points, closed=True):
    return "M" + "L".join(pt(p) for p in points) + ("Z" if closed else "")


def ellipse(c, rx, ry=None):
    ry = rx if ry is None else ry
    x, y = c
    return f"M{num(x - rx)} {num(y)}a{num(rx)} {num(ry)} 0 1 0 {num(2 * rx)} 0a{num(rx)} {num(ry)} 0 1 0 {num(-2 * rx)} 0Z"


def round_rect(x, y, w, h, r):
    r = min(r, w / 2, h / 2)
    return (f"M{num(x + r)} {num(y)}h{num(w - 2 * r)}a{num(r)} {num(r)} 0 0 1 {num(r)} {num(r)}v{num(h - 2 * r)}"
            f"a{num(r)} {num(r)} 0 0 1 {num(-r)} {num(r)}h{num(-(w - 2 * r))}a{num(r)} {num(r)} 0 0 1 {num(-r)} {num(-r)}"
            f"v{num(-(h - 2 * r))}a{num(r)} {num(r)} 0 0 1 {num(r)} {num(-r)}Z")


def elbow(start, end, first, second, bend):
    """Where the joint of two bones lies; `end` is pulled in if out of reach. Gives (joint, end)."""
    v = sub(end, start)
    d = hypot(*v)
    reach = (first + second) * 0.995
    if d > reach:
        end = add(start, mul(unit(v), reach))
        d = reach
    d = max(d, abs(first - second) + 1)
    a = (first * first - second * second + d * d) / (2 * d)
    h = max(first * first - a * a, 0) ** 0.5
    u = unit(sub(end, start))
    mid = add(start, mul(u, a))
    return add(mid, mul((-u[1], u[0]), h * bend)), end


def centre_line(points, softness=0.42, per=2):
    """A polyline with its inner corners rounded."""
    if len(points) < 3:
        a, b = points
        return [lerp(a, b, i) for i in range(2)]
    out = [points[0]]
    for i in range(1, len(points) - 1):
        a, b, c = points[i - 1], points[i], points[i + 1]
        p, q = lerp(b, a, softness), lerp(b, c, softness)
        for k in range(per + 1):
            t = k / per
            out.append(lerp(lerp(p, b, t), lerp(b, q, t), t))
    out.append(points[-1])
    return out


def limb(points, widths, softness=0.42, shift=(0, 0), factor=1.0, cap_end=True):
    """A soft tube along `points`, `widths` at its joints, round at both ends."""
    line = centre_line([add(p, shift) for p in points], softness)
    lengths = [0.0]
    for a, b in zip(line, line[1:]):
        lengths.append(lengths[-1] + hypot(*sub(b, a)))
    total = lengths[-1] or 1
    stops = [i / (len(widths) - 1) for i in range(len(widths))]

    def width(t):
        for i in range(len(stops) - 1):
            if t <= stops[i + 1] + 1e-9:
                f = (t - stops[i]) / (stops[i + 1] - stops[i])
                return (widths[i] + (widths[i + 1] - widths[i]) * f) * factor / 2
        return widths[-1] * factor / 2

    left, right = [], []
    for i, p in enumerate(line):
        a, b = line[max(i - 1, 0)], line[min(i + 1, len(line) - 1)]
        u = unit(sub(b, a))
        w = width(lengths[i] / total)
        left.append(add(p, (u[1] * w, -u[0] * w)))
        right.append(add(p, (-u[1] * w, u[0] * w)))
    d = "M" + pt(left[0])
    for _, c1, c2, p2 in segments(left, False):
        d += f"C{pt(c1)} {pt(c2)} {pt(p2)}"
    w = width(1)
    d += f"A{num(w)} {num(w)} 0 0 1 {pt(right[-1])}" if cap_end else f"L{pt(right[-1])}"
    for _, c1, c2, p2 in segments(right[::-1], False):
        d += f"C{pt(c1)} {pt(c2)} {pt(p2)}"
    w = width(0)
    return d + f"A{num(w)} {num(w)} 0 0 1 {pt(left[0])}Z"


def inside(p, polygon):
    hit = False
    for (x1, y1), (x2, y2) in zip(polygon, polygon[1:] + polygon[:1]):
        if (y1 > p[1]) != (y2 > p[1]) and p[0] < (x2 - x1) * (p[1] - y1) / (y2 - y1) + x1:
            hit = not hit
    return hit


def scatter(polygon, spacing, margin):
    """Points of a honeycomb inside `polygon`, no nearer than `margin` to its edge."""
    xs, ys = [p[0] for p in polygon], [p[1] for p in polygon]
    out = []
    row, y = 0, min(ys) + spacing * 0.4
    while y < max(ys):
        x = min(xs) + spacing * (0.3 if row % 2 else 0.8)
        while x < max(xs):
            around = [(x + margin * cos(a * pi / 3), y + margin * sin(a * pi / 3)) for a in range(6)]
            if all(inside(p, polygon) for p in around):
                out.append((x, y))
            x += spacing
        y += spacing * 0.8
        row += 1
    return out


def hatch(polygon, spacing, degrees):
    """Parallel lines cut to `polygon`, as one path."""
    rotated = [turn(p, -degrees) for p in polygon]
    ys = [p[1] for p in rotated]
    d = ""
    y = min(ys) + spacing / 2
    while y < max(ys):
        xs = sorted((x2 - x1) * (y - y1) / (y2 - y1) + x1
                    for (x1, y1), (x2, y2) in zip(rotated, rotated[1:] + rotated[:1]) if (y1 > y) != (y2 > y))
        for a, b in zip(xs[::2], xs[1::2]):
            d += f"M{pt(turn((a, y), degrees))}L{pt(turn((b, y), degrees))}"
        y += spacing
    return d


def path(d, fill, **more):
    extra = "".join(f' {k.replace("_", "-")}="{v}"' for k, v in more.items())
    return f'<path d="{d}" fill="{fill}"{extra}/>'


def stroke(d, colour, width, **more):
    extra = "".join(f' {k.replace("_", "-")}="{v}"' for k, v in more.items())
    return f'<path d="{d}" fill="none" stroke="{colour}" stroke-width="{num(width)}" stroke-linecap="round" stroke-linejoin="round"{extra}/>'


def angle_of(v):
    return atan2(v[1], v[0]) * 180 / pi
