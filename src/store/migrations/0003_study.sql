-- Version 3: what the facilitator has learned, and a place for rehearsals.

-- A journal of its own, so that nothing learned can ever be taken for something held.
CREATE TABLE study (
    seq     INTEGER PRIMARY KEY,
    wall_ms INTEGER NOT NULL,
    payload TEXT    NOT NULL -- JSON
) STRICT;

CREATE TRIGGER study_is_never_changed
BEFORE UPDATE ON study
BEGIN SELECT RAISE(ABORT, 'the journal is insert-only'); END;

CREATE TRIGGER study_is_kept
BEFORE DELETE ON study
BEGIN SELECT RAISE(ABORT, 'the journal is insert-only'); END;

-- Rehearsals are held with nobody: a group that no list shows. Ids of real groups begin at 1.
INSERT INTO roster_group (id, name, place, demo, archived) VALUES (0, '', '', 0, 1);
