-- Version 4: what a meeting leaves to the next one; like the counts a cache of the journal, true up to summary_seq.

ALTER TABLE meeting ADD COLUMN promise TEXT NOT NULL DEFAULT ''; -- the group's own words; '' = the session's home practice
ALTER TABLE meeting ADD COLUMN next TEXT CHECK (next IN ('repeat', 'recap', 'go_on')); -- NULL: nothing was chosen
