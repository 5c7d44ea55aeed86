-- Version 2: what a group and a member are beside their names; who came to which meeting, for lists over many meetings.

ALTER TABLE roster_group ADD COLUMN village TEXT NOT NULL DEFAULT '';
ALTER TABLE roster_group ADD COLUMN district TEXT NOT NULL DEFAULT '';
ALTER TABLE roster_group ADD COLUMN leader INTEGER REFERENCES participant (id);
ALTER TABLE roster_group ADD COLUMN hour_minute INTEGER;

ALTER TABLE participant ADD COLUMN address TEXT NOT NULL DEFAULT '';
ALTER TABLE participant ADD COLUMN components TEXT NOT NULL DEFAULT '[]'; -- JSON, in the order of the forms
ALTER TABLE participant ADD COLUMN standing TEXT NOT NULL DEFAULT 'active' CHECK (standing IN ('active', 'graduated', 'moved'));
ALTER TABLE participant ADD COLUMN notes TEXT NOT NULL DEFAULT '';
ALTER TABLE participant ADD COLUMN nik BLOB; -- sealed by the vault, never plain
ALTER TABLE participant ADD COLUMN kk BLOB; -- the same

-- Marks of the roll; like the counts of meeting a cache of the journal, true up to its summary_seq.
CREATE TABLE roll_mark (
    meeting_id     INTEGER NOT NULL REFERENCES meeting (id),
    participant_id INTEGER NOT NULL, -- whoever the journal names
    status         TEXT CHECK (status IN ('present', 'sick', 'excused', 'absent')), -- NULL: not filled in
    position       INTEGER NOT NULL, -- usual order then, from 0
    PRIMARY KEY (meeting_id, participant_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX roll_mark_by_participant ON roll_mark (participant_id, meeting_id);

-- So that the cache is filled for the meetings that are there.
UPDATE meeting SET summary_seq = 0;
