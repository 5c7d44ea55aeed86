"""A storyboard file and what every part of it looks like at any moment. Draws nothing and starts no program."""

import copy
import math
import tomllib
import zlib

RATE = 25  # pictures a second
SHAPE = 16 / 9
BOUNDS = (-400.0, 0.0, 2000.0, 1000.0)  # the grounds are drawn this far: left, top, right, bottom
SOFT = 0.24  # seconds in which one pose becomes the next
PAPER = "#FBF6EC"
LONGEST_WORDS = 60  # letters of one subtitle: two lines of the player's large type

SMOOTH_KEYS = ("at", "scale", "angle", "opacity")
LOOK_KEYS = ("part", "pose", "expression", "flip", "colours")
PART_KEYS = {*LOOK_KEYS, *SMOOTH_KEYS, "bob"}
CHANGE_KEYS = {"at", "who", "over", "to", "scale", "angle", "opacity", "part", "pose", "expression", "flip", "walk", "pop",
               "talk", "shake", "stir", "for"}
SHOT_KEYS = {"scene", "seconds", "fade", "camera", "say", "change", "pause", "ask", "wash"}
BOARD_KEYS = {"title", "session", "file", "music", "scene", "shot"}


class BoardError(Exception):
    """Something the writer of a storyboard must put right."""


def known(table, keys, where):
    for key in table:
        if key not in keys:
            raise BoardError(f"{where}: kata kunci '{key}' tidak dikenal; yang ada: {', '.join(sorted(keys))}")


def ease(p):
    """0..1 with a soft start and end."""
    p = min(1.0, max(0.0, p))
    return p * p * (3 - 2 * p)


def overshoot(p):
    """0..1, a little too far, and back."""
    p = min(1.0, max(0.0, p)) - 1
    return 1 + 2.4 * p**3 + 1.4 * p**2


def mix(a, b, p):
    if isinstance(a, (list, tuple)):
        return [mix(x, y, p) for x, y in zip(a, b)]
    return a + (b - a) * p


class Part:
    """One part of a scene with the changes a shot makes to it."""

    def __init__(self, name, start):
        self.name = name
        self.start = {"scale": 1.0, "angle": 0.0, "opacity": 1.0, "flip": False, "colours": {}, "bob": 0.0, **start}
        self.changes = []

    def at(self, t, clock):
        """The sprite at second `t` of the shot; `clock` is the film's own time, for breath and floating."""
        now = dict(self.start)
        talk = None
        for change in self.changes:
            began = change["at"]
            if t < began:
                break
            p = (t - began) / max(change.get("over", 0.0), 1e-6)
            for key in LOOK_KEYS:
                if key in change:
                    now[key] = change[key]
            for key in SMOOTH_KEYS:
                wanted = change.get("to") if key == "at" else change.get(key)
                if wanted is not None:
                    now[key] = mix(now[key], wanted, ease(p))
            if change.get("walk") and 0 < p < 1:
                steps = max(2, round(math.dist(self.position_before(change), change["to"]) / 75))
                now["at"] = [now["at"][0], now["at"][1] - 15 * abs(math.sin(math.pi * steps * ease(p)))]
                now["angle"] += 2.5 * math.sin(math.pi * steps * ease(p))
            if "pop" in change and p < 1:
                now["scale"] *= 0.3 + 0.7 * overshoot(p)
            lasts = change.get("for", 0.0)
            if t < began + lasts:
                q = t - began
                if "shake" in change:
                    now["at"] = [now["at"][0] + change["shake"] * math.sin(2 * math.pi * 5 * q), now["at"][1]]
                if "stir" in change:
                    now["angle"] += change["stir"] * math.sin(2 * math.pi * 1.1 * q)
                if change.get("talk"):
                    talk = q
        if talk is not None and "1011011101001110"[int(talk / 0.14) % 16] == "1":
            now["expression"] = "bicara"
        self.live(now, clock)
        return now

    def position_before(self, change):
        place = self.start["at"]
        for earlier in self.changes:
            if earlier is change:
                break
            place = earlier.get("to", place)
        return place

    def live(self, now, clock):
        """People breathe; what has `bob` floats."""
        phase = zlib.crc32(now["part"].removesuffix("-rawat").encode()) % 628 / 100
        if now["part"].startswith("orang/"):
            now["scale"] *= 1 + 0.004 * math.sin(2 * math.pi * clock / 3.4 + phase)
        if now["bob"]:
            now["at"] = [now["at"][0], now["at"][1] + now["bob"] * math.sin(2 * math.pi * clock / 2.6 + phase)]

    def after(self, t):
        """What it is like once everything is over, as the start of the next shot."""
        end = dict(self.start)
        for change in self.changes:
            for key in LOOK_KEYS:
                if key in change:
                    end[key] = change[key]
            for key in SMOOTH_KEYS:
                wanted = change.get("to") if key == "at" else change.get(key)
                if wanted is not None:
                    end[key] = wanted
        return end


class Shot:
    """A scene seen by one camera for some seconds."""

    def __init__(self, table, scenes, before, number):
        where = f"pengambilan {number}"
        known(table, SHOT_KEYS, where)
        self.seconds = float(table["seconds"])
        self.fade = float(table.get("fade", 0.0))
        self.camera = table["camera"]
        self.wash = table.get("wash")
        self.say = table.get("say", [])
        for _, words in self.say:
            if len(words) > LONGEST_WORDS:
                raise BoardError(f"{where}: teks terlalu panjang ({len(words)} huruf, paling banyak {LONGEST_WORDS}): {words}")
        self.pause = table.get("pause")
        self.ask = table.get("ask")
        self.begins = 0.0  # seconds of the film, set by the board
        self.until = self.seconds  # how long it can still be seen under the next shot's fade
        if "scene" in table:
            if table["scene"] not in scenes:
                raise BoardError(f"{where}: adegan '{table['scene']}' tidak ada")
            self.ground, parts = scenes[table["scene"]]
            self.parts = {name: Part(name, copy.deepcopy(start)) for name, start in parts.items()}
        elif before is not None:
            self.ground = before.ground
            self.parts = {name: Part(name, part.after(before.seconds)) for name, part in before.parts.items()}
        else:
            raise BoardError(f"{where}: pengambilan pertama memerlukan 'scene'")
        for change in sorted(table.get("change", []), key=lambda change: change["at"]):
            known(change, CHANGE_KEYS, where)
            for name in change["who"].split():
                if name not in self.parts:
                    raise BoardError(f"{where}: bagian '{name}' tidak ada dalam adegan")
                self.parts[name].changes.append(change)
        looks = {change["at"] for part in self.parts.values() for change in part.changes if set(change) & set(LOOK_KEYS)}
        self.turns = sorted(turn for turn in looks if turn > 0)

    def window(self, t):
        """Left, top and width of what the camera sees; a camera has two or more stations, evenly spaced in time."""
        stations = self.camera
        if isinstance(stations[0], (int, float)):
            stations = [stations]
        p = min(1.0, max(0.0, t / self.until)) * (len(stations) - 1)
        index = min(int(p), max(0, len(stations) - 2))
        p -= index
        p = 0.55 * p + 0.45 * ease(p)
        x, y, width = stations[0] if len(stations) == 1 else mix(stations[index], stations[index + 1], p)
        left, top, right, bottom = BOUNDS
        width = min(width, (bottom - top) * SHAPE)
        height = width / SHAPE
        return (min(max(x - width / 2, left), right - width), min(max(y - height / 2, top), bottom - height), width)

    def sprites(self, t, clock, looks_at=None):
        """Everything seen, from back to front; `looks_at` takes poses and faces from another moment."""
        shown = [] if not self.ground else [{"part": f"ground/{self.ground}", "at": [0, 0], "scale": 1, "opacity": 1}]
        for part in self.parts.values():
            now = part.at(t, clock)
            if looks_at is not None:
                then = part.at(looks_at, clock)
                now.update({key: then[key] for key in LOOK_KEYS if key in then})
            if now["opacity"] > 0.001:
                shown.append({key: now[key] for key in (*LOOK_KEYS, *SMOOTH_KEYS) if key in now and now[key] is not None})
        return shown

    def views(self, clock):
        t = clock - self.begins
        window = self.window(t)
        turned = next((turn for turn in reversed(self.turns) if turn <= t), None)
        if turned is not None and t - turned < SOFT:
            p = ease((t - turned) / SOFT)
            return [{"window": window, "opacity": 1, "sprites": self.sprites(t, clock, turned - 1e-3)},
                    {"window": window, "opacity": p, "sprites": self.sprites(t, clock)}]
        return [{"window": window, "opacity": 1, "sprites": self.sprites(t, clock)}]


class Board:
    """A whole storyboard."""

    def __init__(self, path):
        with open(path, "rb") as file:
            table = tomllib.load(file)
        known(table, BOARD_KEYS, path)
        self.session = table["session"]
        self.file = table["file"]
        self.title = table["title"]
        self.music = table.get("music", [])
        scenes = {}
        for name, scene in table["scene"].items():
            scenes[name] = self.scene(name, scene, scenes)
        self.shots = []
        begins = 0.0
        for number, shot in enumerate(table["shot"], start=1):
            made = Shot(shot, scenes, self.shots[-1] if self.shots else None, number)
            made.begins = begins
            begins += made.seconds
            if self.shots:
                self.shots[-1].until = self.shots[-1].seconds + made.fade
            self.shots.append(made)
        self.seconds = begins

    @staticmethod
    def scene(name, table, scenes):
        known(table, {"base", "ground", "part"}, f"adegan {name}")
        ground, parts = copy.deepcopy(scenes[table["base"]]) if "base" in table else ("", {})
        for key, part in table.get("part", {}).items():
            known(part, PART_KEYS, f"adegan {name}, bagian {key}")
            parts[key] = {**parts.get(key, {}), **part}
            if "part" not in parts[key] or "at" not in parts[key]:
                raise BoardError(f"adegan {name}, bagian {key}: 'part' dan 'at' wajib")
        return table.get("ground", ground), parts

    def picture(self, clock):
        """What the renderer is told for one moment."""
        index = next((i for i in reversed(range(len(self.shots))) if self.shots[i].begins <= clock), 0)
        shot = self.shots[index]
        t = clock - shot.begins
        if index > 0 and t < shot.fade:
            p = ease(t / shot.fade)
            under = self.shots[index - 1].views(clock)
            over = shot.views(clock)[-1:]
            over[0]["opacity"] = p
            picture = {"views": under + over}
        else:
            picture = {"views": shot.views(clock)}
        # The first picture is there at once: players and file lists show it as the film's face.
        edge = (self.seconds - 1 / RATE - clock) / 1.2
        if edge < 1:
            picture["wash"] = [PAPER, 1 - ease(edge)]
        elif shot.wash:
            picture["wash"] = shot.wash
        return picture

    def subtitles(self):
        """(from, to, words) of everything said, in seconds of the film."""
        found = []
        for shot in self.shots:
            for number, (at, words) in enumerate(shot.say):
                ends = shot.say[number + 1][0] if number + 1 < len(shot.say) else shot.seconds - 0.1
                found.append((shot.begins + at, shot.begins + ends, words))
        return found

    def pauses(self):
        return [(shot.begins + shot.pause, shot.ask) for shot in self.shots if shot.pause is not None]
