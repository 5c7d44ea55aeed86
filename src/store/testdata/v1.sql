-- A file as version 1 of the program left it: never edit, so that every later program proves it can read it.
CREATE TABLE roster_group (
    id       INTEGER PRIMARY KEY,
    name     TEXT    NOT NULL,
    place    TEXT    NOT NULL,
    demo     INTEGER NOT NULL CHECK (demo IN (0, 1)),
    archived INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1))
) STRICT;

-- The demo flag is what allows meetings to be removed, so no real group may ever gain it.
CREATE TRIGGER roster_group_demo_is_fixed
BEFORE UPDATE OF demo ON roster_group WHEN NEW.demo <> OLD.demo
BEGIN SELECT RAISE(ABORT, 'a group cannot become or stop being the demo group'); END;

CREATE TABLE participant (
    id       INTEGER PRIMARY KEY,
    group_id INTEGER NOT NULL REFERENCES roster_group (id),
    name     TEXT    NOT NULL,
    position INTEGER NOT NULL, -- usual order, from 0
    archived INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1))
) STRICT;

CREATE INDEX participant_by_group ON participant (group_id, position);

-- One run of a session. Everything but the marks of life (alive, closed, abandoned) is a cache of the journal, true up to summary_seq.
CREATE TABLE meeting (
    id                INTEGER PRIMARY KEY,
    group_id          INTEGER NOT NULL REFERENCES roster_group (id),
    session           TEXT    NOT NULL,
    kind              TEXT    NOT NULL CHECK (kind IN ('live', 'rehearsal')),
    title             TEXT    NOT NULL,
    opened_wall_ms    INTEGER NOT NULL,
    began_wall_ms     INTEGER,
    closed_wall_ms    INTEGER,
    abandoned_wall_ms INTEGER, -- "do not continue" was answered after a crash
    alive_at_ms       INTEGER NOT NULL,
    alive_wall_ms     INTEGER NOT NULL,
    present           INTEGER NOT NULL DEFAULT 0,
    sick              INTEGER NOT NULL DEFAULT 0,
    excused           INTEGER NOT NULL DEFAULT 0,
    absent            INTEGER NOT NULL DEFAULT 0,
    unmarked          INTEGER NOT NULL DEFAULT 0,
    home_practice     TEXT    NOT NULL,
    home_question     TEXT    NOT NULL,
    summary_seq       INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TRIGGER meeting_stays_with_its_group
BEFORE UPDATE OF group_id ON meeting WHEN NEW.group_id <> OLD.group_id
BEGIN SELECT RAISE(ABORT, 'a meeting stays with its group'); END;

CREATE TRIGGER meeting_is_kept
BEFORE DELETE ON meeting
WHEN NOT EXISTS (SELECT 1 FROM roster_group WHERE id = OLD.group_id AND demo = 1)
BEGIN SELECT RAISE(ABORT, 'only meetings of the demo group can be removed'); END;

-- The journal.
CREATE TABLE event (
    meeting_id INTEGER NOT NULL REFERENCES meeting (id),
    seq        INTEGER NOT NULL,
    at_ms      INTEGER NOT NULL, -- meeting time
    wall_ms    INTEGER NOT NULL, -- local wall time, for reports
    version    INTEGER NOT NULL,
    payload    TEXT    NOT NULL, -- JSON
    PRIMARY KEY (meeting_id, seq)
) STRICT, WITHOUT ROWID;

-- 1, 2, 3 without gaps: nothing after a lost record can be written, and INSERT OR REPLACE cannot rewrite one.
CREATE TRIGGER event_follows_the_last
BEFORE INSERT ON event
WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event WHERE meeting_id = NEW.meeting_id)
BEGIN SELECT RAISE(ABORT, 'the record does not follow the last one of its meeting'); END;

CREATE TRIGGER event_is_never_changed
BEFORE UPDATE ON event
BEGIN SELECT RAISE(ABORT, 'the journal is insert-only'); END;

CREATE TRIGGER event_is_kept
BEFORE DELETE ON event
WHEN NOT EXISTS (
    SELECT 1 FROM meeting JOIN roster_group ON roster_group.id = meeting.group_id
    WHERE meeting.id = OLD.meeting_id AND roster_group.demo = 1
)
BEGIN SELECT RAISE(ABORT, 'the journal is insert-only'); END;

CREATE TABLE setting (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Who changed what on the roster: one row per change, with the group before and after as JSON.
CREATE TABLE audit (
    id      INTEGER PRIMARY KEY,
    wall_ms INTEGER NOT NULL,
    what    TEXT    NOT NULL,
    detail  TEXT    NOT NULL
) STRICT;

CREATE TRIGGER audit_is_never_changed
BEFORE UPDATE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit trail is insert-only'); END;

CREATE TRIGGER audit_is_kept
BEFORE DELETE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit trail is insert-only'); END;

INSERT INTO roster_group VALUES (1, 'Kelompok Kenanga', 'Balai desa', 0, 0);
INSERT INTO participant VALUES (1, 1, 'Siti Aminah', 0, 0), (2, 1, 'Rahmawati', 1, 0);
INSERT INTO meeting (id, group_id, session, kind, title, opened_wall_ms, alive_at_ms, alive_wall_ms, home_practice, home_question)
VALUES (1, 1, 'm1-s1', 'live', 'Menjadi Orang Tua yang Lebih Baik', 1795251600000, 60000, 1795251660000, 'Peluk anak setiap hari', 'Bagaimana rasanya?');
INSERT INTO event VALUES (1, 1, 0, 1795251600000, 1, '{"t":"opened","setup":{"kind":"live","group":1,"group_name":"Kelompok Kenanga","session":"m1-s1","label":"M1-S1","title":"Menjadi Orang Tua yang Lebih Baik","module":"m1","length":120,"start":540,"end":660,"place":"Balai desa","presenters":[],"participants":[{"id":1,"name":"Siti Aminah"},{"id":2,"name":"Rahmawati"}],"home_practice":"Peluk anak setiap hari","home_question":"Bagaimana rasanya?"},"sheet":{"steps":[{"id":"buka","title":"Pembukaan","role":"opening","planned":7200000,"weight":1,"must":true,"min":60000,"pages":["introductions"]}]}}');
INSERT INTO event VALUES (1, 2, 60000, 1795251660000, 1, '{"t":"started","planned":[7200000],"target":7260000}');
INSERT INTO setting VALUES ('ukuran-naskah', '20');
INSERT INTO audit VALUES (1, 1795250000000, 'group_saved', '{}');
PRAGMA user_version = 1;
