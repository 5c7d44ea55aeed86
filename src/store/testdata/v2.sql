-- A file as version 2 of the program left it: never edit, so that every later program proves it can read it.
CREATE TABLE roster_group (
    id       INTEGER PRIMARY KEY,
    name     TEXT    NOT NULL,
    place    TEXT    NOT NULL,
    demo     INTEGER NOT NULL CHECK (demo IN (0, 1)),
    archived INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1))
, village TEXT NOT NULL DEFAULT '', district TEXT NOT NULL DEFAULT '', leader INTEGER REFERENCES participant (id), hour_minute INTEGER) STRICT;
CREATE TABLE participant (
    id       INTEGER PRIMARY KEY,
    group_id INTEGER NOT NULL REFERENCES roster_group (id),
    name     TEXT    NOT NULL,
    position INTEGER NOT NULL, -- usual order, from 0
    archived INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1))
, address TEXT NOT NULL DEFAULT '', components TEXT NOT NULL DEFAULT '[]', standing TEXT NOT NULL DEFAULT 'active' CHECK (standing IN ('active', 'graduated', 'moved')), notes TEXT NOT NULL DEFAULT '', nik BLOB, kk BLOB) STRICT;
INSERT INTO roster_group VALUES(1,'Kelompok Kenanga','Balai desa',0,0,'Sukamaju','Mlati',NULL,540);
INSERT INTO participant VALUES(1,1,'Siti Aminah',0,0,'Dusun Krajan RT 02','["pregnant","elderly"]','active','',X'0102',X'03');
INSERT INTO participant VALUES(2,1,'Rahmawati',1,0,'','[]','active','',NULL,NULL);
UPDATE roster_group SET leader = 1;
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
INSERT INTO meeting VALUES(1,1,'m1-s1','live','Menjadi Orang Tua yang Lebih Baik',1795251600000,1795251660000,1795258800000,NULL,60000,1795251660000,1,0,0,0,1,'Peluk anak setiap hari','Bagaimana rasanya?',4);
CREATE TABLE event (
    meeting_id INTEGER NOT NULL REFERENCES meeting (id),
    seq        INTEGER NOT NULL,
    at_ms      INTEGER NOT NULL, -- meeting time
    wall_ms    INTEGER NOT NULL, -- local wall time, for reports
    version    INTEGER NOT NULL,
    payload    TEXT    NOT NULL, -- JSON
    PRIMARY KEY (meeting_id, seq)
) STRICT, WITHOUT ROWID;
INSERT INTO event VALUES(1,1,0,1795251600000,1,'{"t":"opened","setup":{"kind":"live","group":1,"group_name":"Kelompok Kenanga","session":"m1-s1","label":"M1-S1","title":"Menjadi Orang Tua yang Lebih Baik","module":"m1","length":120,"start":540,"end":660,"place":"Balai desa","presenters":[],"participants":[{"id":1,"name":"Siti Aminah"},{"id":2,"name":"Rahmawati"}],"home_practice":"Peluk anak setiap hari","home_question":"Bagaimana rasanya?"},"sheet":{"steps":[{"id":"buka","title":"Pembukaan","role":"opening","planned":7200000,"weight":1,"must":true,"min":60000,"pages":["introductions"]}]}}');
INSERT INTO event VALUES(1,2,60000,1795251660000,1,'{"t":"started","planned":[7200000],"target":7260000}');
INSERT INTO event VALUES(1,3,65000,1795251665000,1,'{"t":"marked","marks":[{"who":{"participant":1},"status":"present"}],"cause":"single"}');
INSERT INTO event VALUES(1,4,7200000,1795258800000,1,'{"t":"closed"}');
CREATE TABLE setting (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO setting VALUES('pemateri','[]');
INSERT INTO setting VALUES('ukuran-naskah','20');
CREATE TABLE audit (
    id      INTEGER PRIMARY KEY,
    wall_ms INTEGER NOT NULL,
    what    TEXT    NOT NULL,
    detail  TEXT    NOT NULL
) STRICT;
INSERT INTO audit VALUES(1,1795250000000,'group_saved','{}');
INSERT INTO audit VALUES(2,1795250000000,'group_saved','{"before":null,"after":{"id":1,"name":"Kelompok Kenanga","place":"Balai desa","demo":false,"members":[]}}');
CREATE TABLE roll_mark (
    meeting_id     INTEGER NOT NULL REFERENCES meeting (id),
    participant_id INTEGER NOT NULL, -- whoever the journal names
    status         TEXT CHECK (status IN ('present', 'sick', 'excused', 'absent')), -- NULL: not filled in
    position       INTEGER NOT NULL, -- usual order then, from 0
    PRIMARY KEY (meeting_id, participant_id)
) STRICT, WITHOUT ROWID;
INSERT INTO roll_mark VALUES(1,1,'present',0);
INSERT INTO roll_mark VALUES(1,2,NULL,1);
CREATE TRIGGER roster_group_demo_is_fixed
BEFORE UPDATE OF demo ON roster_group WHEN NEW.demo <> OLD.demo
BEGIN SELECT RAISE(ABORT, 'a group cannot become or stop being the demo group'); END;
CREATE INDEX participant_by_group ON participant (group_id, position);
CREATE TRIGGER meeting_stays_with_its_group
BEFORE UPDATE OF group_id ON meeting WHEN NEW.group_id <> OLD.group_id
BEGIN SELECT RAISE(ABORT, 'a meeting stays with its group'); END;
CREATE TRIGGER meeting_is_kept
BEFORE DELETE ON meeting
WHEN NOT EXISTS (SELECT 1 FROM roster_group WHERE id = OLD.group_id AND demo = 1)
BEGIN SELECT RAISE(ABORT, 'only meetings of the demo group can be removed'); END;
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
CREATE TRIGGER audit_is_never_changed
BEFORE UPDATE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit trail is insert-only'); END;
CREATE TRIGGER audit_is_kept
BEFORE DELETE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit trail is insert-only'); END;
CREATE INDEX roll_mark_by_participant ON roll_mark (participant_id, meeting_id);
PRAGMA user_version = 2;
