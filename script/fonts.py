#!/usr/bin/env python3
"""Makes assets/fonts from the npm package @fontsource/atkinson-hyperlegible-next (OFL): WOFF2 -> TTF, digits tabular by default,
because egui does not switch OpenType features and the console's timers must not jitter.

    npm pack @fontsource/atkinson-hyperlegible-next && tar xzf fontsource-*.tgz
    pip install fonttools brotli
    script/fonts.py package assets/fonts
"""
import shutil
import sys

from fontTools.ttLib import TTFont

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
    cmap, metrics = font.getBestCmap(), font["hmtx"]
    widths = {metrics[cmap[digit]][0] for digit in range(ord("0"), ord("9") + 1)}
    if len(widths) != 1:
        sys.exit(f"{name}: digits are not tabular: {widths}")
    font.save(f"{out}/AtkinsonHyperlegibleNext-{name}.ttf")
shutil.copy(f"{package}/LICENSE", f"{out}/OFL.txt")
