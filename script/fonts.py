#!/usr/bin/env python3
"""Makes assets/fonts from the npm package @fontsource/atkinson-hyperlegible-next (OFL): WOFF2 -> TTF, digits tabular by default,
because egui does not switch OpenType features and the console's timers must not jitter; the zero without its slash, because
"09.00" on the wall is read by people who learned few letters and no slashed ones.

    npm pack @fontsource/atkinson-hyperlegible-next && tar xzf fontsource-*.tgz
    pip install fonttools brotli
    script/fonts.py package assets/fonts
"""
import shutil
import sys

from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont


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


package, out = sys.argv[1:3]
for weight, name in ((400, "Regular"), (700, "Bold")):
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
    cmap, metrics = font.getBestCmap(), font["hmtx"]
    widths = {metrics[cmap[digit]][0] for digit in range(ord("0"), ord("9") + 1)}
    if len(widths) != 1:
        sys.exit(f"{name}: digits are not tabular: {widths}")
    font.save(f"{out}/AtkinsonHyperlegibleNext-{name}.ttf")
shutil.copy(f"{package}/LICENSE", f"{out}/OFL.txt")
