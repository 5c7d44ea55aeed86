#!/usr/bin/env python3
"""Makes assets/fonts from the npm package @fontsource/atkinson-hyperlegible-next (OFL): WOFF2 -> TTF, digits tabular by default,
because egui does not switch OpenType features and the console's timers must not jitter; with a check mark; the zero without its slash, because
"09.00" on the wall is read by people who learned few letters and no slashed ones.

    npm pack @fontsource/atkinson-hyperlegible-next && tar xzf fontsource-*.tgz
    pip install fonttools brotli
    script/fonts.py package assets/fonts
"""
import shutil
import sys

from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

WEIGHTS = ((400, "Regular"), (700, "Bold"))
# Thickness of the letters, units of the em.
STROKE = {400: 84, 700: 140}

def open_zero(font):
    """The slash cuts the zero's counter in two: both become one, shaped like the outer contour."""
    table = font["glyf"]
    points, ends, flags = table["zero"].getCoordinates(table)
    if len(ends) != 3:
        sys.exit("the zero is drawn otherwise than expected: look at it")
    outer = list(zip(points[: ends[0] + 1], flags[: ends[0] + 1]))
    counters = points[ends[0] + 1 :]

    def box(points):
        return min(x for x, _ in points), max(x for x, _ in points), min(y for _, y in points), max(y for _, y in points)

    (left, right, low, high), (l, r, b, t) = box([point for point, _ in outer]), box(counters)
    inner = [((l + (x - left) / (right - left) * (r - l), b + (y - low) / (high - low) * (t - b)), on) for (x, y), on in outer]
    pen = TTGlyphPen(None)
    for contour in (outer, inner[::-1]):
        start = next(n for n, (_, on) in enumerate(contour) if on & 1)
        turned = contour[start:] + contour[:start]
        pen.moveTo(tuple(map(round, turned[0][0])))
        curve = []
        for (x, y), on in turned[1:] + turned[:1]:
            curve.append((round(x), round(y)))
            if on & 1:
                (pen.lineTo if len(curve) == 1 else pen.qCurveTo)(*curve)
                curve = []
        pen.closePath()
    table["zero"] = pen.glyph()


def add_tick(font, stroke):
    """A check mark for the forms, which the family lacks: two strokes as thick as the letters' own, on a digit's width."""
    width = font["hmtx"][font.getBestCmap()[ord("0")]][0]
    high = font["OS/2"].sCapHeight
    left, right, foot = (0.08 * width, 0.42 * high), (0.94 * width, high), (0.40 * width, 0.0)

    def across(a, b):
        (dx, dy) = (b[0] - a[0], b[1] - a[1])
        length = (dx * dx + dy * dy) ** 0.5
        return -dy / length * stroke / 2, dx / length * stroke / 2

    (ax, ay), (bx, by) = across(left, foot), across(foot, right)
    lift = stroke * 0.75
    corner = (foot[0], foot[1] + lift)
    outline = [
        (left[0] + ax, left[1] + ay), (corner[0], corner[1] + stroke * 0.45), (right[0] + bx, right[1] + by),
        (right[0] - bx, right[1] - by), (corner[0], corner[1] - stroke * 0.75), (left[0] - ax, left[1] - ay),
    ]
    pen = TTGlyphPen(None)
    pen.moveTo(tuple(map(round, outline[0])))
    for point in outline[1:]:
        pen.lineTo(tuple(map(round, point)))
    pen.closePath()
    glyph = pen.glyph()
    glyph.recalcBounds(font["glyf"])
    font.setGlyphOrder([*font.getGlyphOrder(), "checkmark"])
    font["glyf"]["checkmark"] = glyph
    font["hmtx"]["checkmark"] = (width, glyph.xMin)
    font["maxp"].numGlyphs = len(font.getGlyphOrder())
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap[0x2713] = "checkmark"


if sys.argv[1:2] == ["--tick"]:
    # Into the fonts that are there already, without the package.
    for weight, name in WEIGHTS:
        path = f"{sys.argv[2]}/AtkinsonHyperlegibleNext-{name}.ttf"
        font = TTFont(path)
        if 0x2713 not in font.getBestCmap():
            add_tick(font, STROKE[weight])
            font.save(path)
    sys.exit()
package, out = sys.argv[1:3]
for weight, name in WEIGHTS:
    font = TTFont(f"{package}/files/atkinson-hyperlegible-next-latin-{weight}-normal.woff2")
    font.flavor = None
    gsub = font["GSUB"].table
    tabular = {}
    for feature in gsub.FeatureList.FeatureRecord:
        if feature.FeatureTag == "tnum":
            for index in feature.Feature.LookupListIndex:
                for table in gsub.LookupList.Lookup[index].SubTable:
                    tabular.update(getattr(table, "ExtSubTable", table).mapping)
    for table in font["cmap"].tables:
        for digit in range(ord("0"), ord("9") + 1):
            if digit in table.cmap:
                table.cmap[digit] = tabular.get(table.cmap[digit], table.cmap[digit])
    open_zero(font)
    add_tick(font, STROKE[weight])
    cmap, metrics = font.getBestCmap(), font["hmtx"]
    widths = {metrics[cmap[digit]][0] for digit in range(ord("0"), ord("9") + 1)}
    if len(widths) != 1:
        sys.exit(f"{name}: digits are not tabular: {widths}")
    font.save(f"{out}/AtkinsonHyperlegibleNext-{name}.ttf")
shutil.copy(f"{package}/LICENSE", f"{out}/OFL.txt")
