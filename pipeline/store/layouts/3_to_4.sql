-- From layout 3 to 4: findings are numbered, and their members say where their figures stand, so that a check of a large store writes and
-- reads them in order. The next check makes all findings anew; what people decided about them stays. The views are dropped here, since
-- they are made anew behind it.
DROP VIEW documents;
DROP VIEW mentions;
DROP VIEW figures;
DROP VIEW dates;
DROP VIEW names;
DROP VIEW organisations;
DROP VIEW places;
DROP VIEW aliases;
DROP VIEW entities;
DROP VIEW agreements;
DROP VIEW sentences;
DROP VIEW derivations;
DROP VIEW facts;
DROP VIEW findings;
DROP VIEW finding_members;
DROP VIEW origins;
DROP VIEW copies;
DROP VIEW document_matches;
DROP VIEW sentence_matches;

DROP TABLE finding_member;
DROP TABLE finding;
DELETE FROM check_state;
INSERT OR IGNORE INTO check_pending SELECT document_key FROM document WHERE is_current = 1;

-- What the last check found. Findings within one document carry its key, the others the topic of their facts.
CREATE TABLE finding (
  finding_key     INTEGER PRIMARY KEY,           -- in order of making: rows fall behind each other, in a first check of any size
  finding_id      TEXT NOT NULL UNIQUE CHECK (length(finding_id) = 32),  -- hexadecimal, over check, verdict and facts
  document_key    INTEGER,
  topic           INTEGER,
  check_kind      TEXT NOT NULL,                 -- same_figure, sum, share, growth, direction, conversion, part, rank, count, period, ...
  verdict         TEXT NOT NULL,                 -- agree, boundary, conflict, possible, different_scope, holds, fails, label_suspect, ...
  severity        TEXT NOT NULL CHECK (severity = 'high' OR severity = 'medium' OR severity = 'info'),
  gap             REAL NOT NULL,                 -- relative gap between the readings, for sorting
  summary         TEXT NOT NULL,
  arithmetic      TEXT,
  independent_sources INTEGER NOT NULL CHECK (independent_sources >= 0)
) STRICT;
CREATE INDEX finding_by_document ON finding (document_key) WHERE document_key IS NOT NULL;
CREATE INDEX finding_by_topic ON finding (topic) WHERE topic IS NOT NULL;

CREATE TABLE finding_member (
  finding_key     INTEGER NOT NULL REFERENCES finding ON DELETE CASCADE,
  position        INTEGER NOT NULL CHECK (position >= 0),
  fact_id         TEXT NOT NULL,
  document_key    INTEGER NOT NULL,              -- with mention_number the fact's figure, found without a search for an id
  mention_number  INTEGER NOT NULL,
  role            TEXT NOT NULL CHECK (role <> ''),  -- "figure", "part", "total", "share", "whole", "before", "after", ...
  PRIMARY KEY (finding_key, position)
) STRICT, WITHOUT ROWID;
