"""Who is who: bodies, clothes, heads, and the poses each has."""

from body import CHILD as CHILD_BUILD, MAN, TODDLER, WOMAN, Figure
from head import face_definition
from poses import ADULT, CHILD

SKIN = "kulit:kulit-2 alis:#3B2A24 mulut:#7E2B2E"


def sitting_man(poses):
    return {name: {**p, "legs": "bersila"} if p["legs"] == "simpuh" else p for name, p in poses.items()}


PEOPLE = {
    "orang/ibu": dict(build=WOMAN, head="kerudung", poses=ADULT, colours=f"{SKIN} baju:toska motif:#BFE3D6 kerudung:#F0A7B5 ciput:#C96F86 renda:#FFFFFF",
                      clothes=dict(kind="gamis", pattern="bunga", bib="bergo")),
    "orang/ibu-segi": dict(build=WOMAN, head="kerudung", poses=ADULT, colours=f"{SKIN} baju:terung motif:#D9B7CF rok:arang corak:#6B7280 kerudung:kuning ciput:#C99A3A",
                           clothes=dict(kind="tunik", bib="segi")),
    "orang/ibu-pashmina": dict(build=WOMAN, head="kerudung", poses=ADULT, colours=f"{SKIN} baju:laut motif:langit rok:coklat corak:#E3C08B kerudung:gading ciput:#CBB48A",
                               clothes=dict(kind="rok", pattern="titik", lower_pattern="kawung", bib="pashmina")),
    "orang/ibu-sanggul": dict(build=WOMAN, head="sanggul", poses=ADULT, colours=f"{SKIN} rambut:hitam baju:bata motif:kuning",
                              clothes=dict(kind="daster", pattern="kawung", sleeve="pendek", neck="v")),
    "orang/ibu-ikal": dict(build=WOMAN, head="ikal", poses=ADULT, colours="kulit:kulit-4 alis:#1F1512 mulut:#4A171A rambut:#241A1C baju:kunyit motif:#FFF3D6 rok:nila corak:koral",
                           clothes=dict(kind="rok", lower_pattern="parang", sleeve="pendek", neck="bulat")),
    "orang/ibu-panjang": dict(build=WOMAN, head="ikat", poses=ADULT, colours=f"{SKIN} rambut:hitam baju:daun motif:#CFE6B8 rok:#7A4B32 corak:#E3A32B",
                              clothes=dict(kind="sarung", lower_pattern="kawung", sleeve="tiga", neck="v")),
    "orang/fasilitator": dict(build=WOMAN, head="kerudung", poses=ADULT, colours=f"{SKIN} baju:putih motif:putih rok:arang corak:arang kerudung:nila ciput:#2D3869 rompi:toska",
                              clothes=dict(kind="tunik", bib="segi", vest=True, card=False, shoe="sepatu")),
    "orang/ayah": dict(build=MAN, head="pendek", poses=sitting_man(ADULT), colours=f"{SKIN} rambut:hitam baju:laut celana:arang motif:langit",
                       clothes=dict(kind="kaos", sleeve="pendek", neck="bulat")),
    "orang/ayah-peci": dict(build=MAN, head="peci", poses=sitting_man(ADULT), colours=f"{SKIN} rambut:hitam baju:kunyit motif:#8A5A1E celana:arang peci:#24222B",
                            clothes=dict(kind="kemeja", pattern="kawung", sleeve="panjang", neck="kerah")),
    "orang/ayah-sarung": dict(build=MAN, head="ikal", poses=sitting_man(ADULT), colours="kulit:kulit-4 alis:#1F1512 mulut:#4A171A rambut:#241A1C baju:putih motif:abu rok:daun corak:#2F5A3A",
                              clothes=dict(kind="sarung", sleeve="pendek", neck="bulat", lower_pattern="kotak")),
    "orang/nenek": dict(build=WOMAN, head="selendang", poses=ADULT, old=True, colours="kulit:kulit-2 alis:#8D8783 mulut:#7E2B2E rambut:#D8D3CE baju:lumut motif:#DDE3B8 rok:#6B3F2A corak:#D9A94E kerudung:gading",
                        clothes=dict(kind="sarung", pattern="bunga", lower_pattern="kawung", sleeve="tiga", neck="v", bib=None)),
    "orang/kakek": dict(build=MAN, head="peci", poses=sitting_man(ADULT), old=True, colours="kulit:kulit-3 alis:#B9B2AC mulut:#6E2427 rambut:#D8D3CE baju:putih motif:abu rok:#5B4A86 corak:#D9C7F0 peci:#24222B",
                        clothes=dict(kind="sarung", lower_pattern="kotak", sleeve="panjang", neck="kerah")),
    "orang/anak-laki": dict(build=CHILD_BUILD, head="pendek", poses=CHILD, child=True, colours=f"{SKIN} rambut:hitam baju:kunyit motif:#FFF3D6 celana:laut",
                            clothes=dict(kind="kaos", pattern="garis", sleeve="pendek", neck="bulat", bare=0.86)),
    "orang/anak-perempuan": dict(build=CHILD_BUILD, head="kepang", poses=CHILD, child=True, colours=f"{SKIN} rambut:hitam pita:merah baju:koral motif:#FFE9DF",
                                 clothes=dict(kind="daster", pattern="titik", sleeve="pendek", neck="bulat")),
    "orang/anak-bob": dict(build=CHILD_BUILD, head="bob", poses=CHILD, child=True, colours=f"{SKIN} rambut:#33242A baju:ungu motif:#E6D6F5 celana:arang",
                           clothes=dict(kind="kaos", pattern="titik", sleeve="pendek", neck="bulat")),
    "orang/anak-sekolah": dict(build=CHILD_BUILD, head="ikal", poses=CHILD, child=True, colours="kulit:kulit-3 alis:#2A1B17 mulut:#6E2427 rambut:#241A1C baju:putih motif:putih celana:merah",
                               clothes=dict(kind="kemeja", sleeve="pendek", neck="kerah", collar="#FFFFFF", tie="#C8383D", bare=0.86, shoe="sepatu")),
    "orang/anak-kerudung": dict(build=CHILD_BUILD, head="kerudung", poses=CHILD, child=True, colours=f"{SKIN} baju:#8FBF6F motif:#E4F2D2 rok:#5B8A4B corak:#5B8A4B kerudung:putih ciput:#D9D2C4 renda:#FFFFFF",
                                clothes=dict(kind="gamis", pattern="titik", bib="bergo")),
    "orang/balita": dict(build=TODDLER, head="bob", poses={n: CHILD[n] for n in ("berdiri", "digendong", "dipangku", "dipundak", "duduk", "duduk-tepuk", "gembira", "memeluk", "duduk-makan", "melambai", "duduk-baca")},
                         child=True, colours=f"{SKIN} rambut:#33242A baju:kuning motif:#E58A4E celana:toska",
                         clothes=dict(kind="kaos", pattern="titik", sleeve="pendek", neck="bulat", shoe="kaki")),
}


def part(spec):
    """The SVG of one person with every pose; poses that embrace have their front arm again as `…-depan`, to be laid over the embraced."""
    groups = []
    tall, wide = (640, 520) if not spec.get("child") else (440, 400)
    for name, pose in spec["poses"].items():
        figure = Figure(spec["build"], spec["clothes"], spec["head"], pose)
        groups.append(f'<g data-pose="{name}">{figure.parts()}</g>')
        front = figure.front_only()
        if front:
            groups.append(f'<g data-pose="{name}-depan">{front}</g>')
    body = "\n".join(groups)
    return (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{-wide // 2} {-tall} {wide} {tall + 20}" data-anchor="0 0" data-colours="{spec["colours"]}">\n'
            f'{face_definition(spec.get("child", False), spec.get("old", False))}\n{body}\n</svg>\n')
