-- From layout 2 to 3: where facts stand in the input, and which documents tell the same. The views are dropped here, since they are made
-- anew behind it; the last two are there where the step before this one was taken by this program.
DROP VIEW IF EXISTS origins;
DROP VIEW IF EXISTS copies;
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
DROP VIEW document_matches;
DROP VIEW sentence_matches;

-- Where stretches of a document's text stand in the input that it was read from, for inputs that are no plain text: each holds from
-- char_start up to the next. Without one, line and column of the text are those of the input.
CREATE TABLE origin (
  document_key    INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  char_start      INTEGER NOT NULL CHECK (char_start >= 0),
  place           TEXT NOT NULL CHECK (place <> ''),  -- XPath of an element, "page 3"
  PRIMARY KEY (document_key, char_start)
) STRICT, WITHOUT ROWID;

-- A few hashes of each document's text, the smallest of its sketch: texts that tell the same story share some.
CREATE TABLE text_hash (
  document_key    INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  hash            INTEGER NOT NULL,
  PRIMARY KEY (document_key, hash)
) STRICT, WITHOUT ROWID;
CREATE INDEX text_hash_by_hash ON text_hash (hash);

-- Documents that tell what one stored before them tells, at another address.
CREATE TABLE copy (
  document_key    INTEGER PRIMARY KEY REFERENCES document ON DELETE CASCADE,
  original_key    INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  kind            TEXT NOT NULL CHECK (kind = 'same_text' OR kind = 'version' OR kind = 'copy'),
  overlap         REAL NOT NULL CHECK (overlap > 0 AND overlap <= 1)  -- which part of the shorter text's runs of five words the other has
) STRICT;
CREATE INDEX copy_by_original ON copy (original_key);

-- Not renamed: the steps of facts would follow the name.
CREATE TABLE fact_2 AS SELECT * FROM fact;
DROP TABLE fact;
-- A figure in its context: what is measured, of whom, when, and who says so. Numbered in a document from 0 in order of
-- position; the figure itself is the mention that mention_number names.
CREATE TABLE fact (
  document_key     INTEGER NOT NULL,
  fact_number      INTEGER NOT NULL CHECK (fact_number >= 0),
  fact_id          TEXT NOT NULL CHECK (length(fact_id) = 32),  -- hexadecimal, made like mention_id
  mention_number   INTEGER NOT NULL,             -- the figure
  line             INTEGER NOT NULL CHECK (line >= 1),  -- of the text, on which the figure begins
  line_column      INTEGER NOT NULL CHECK (line_column >= 1),  -- code point of that line, from 1
  measure_id       TEXT CHECK (measure_id <> ''),  -- of the rules' measures: "trade.turnover"
  measure          TEXT CHECK (measure <> ''),   -- the phrase in base form
  parties          TEXT CHECK (parties <> ''),   -- ISO 3166-1 alpha-2 codes, regions, organisations, in order of mention; one a line
  from_party       TEXT CHECK (from_party <> ''),  -- whence goods or money flow
  to_party         TEXT CHECK (to_party <> ''),
  period_start     TEXT CHECK (period_start IS date(period_start, '+0 days')),
  period_end       TEXT CHECK (period_end IS date(period_end, '+0 days')),  -- the first day after the period; NULL for an open end
  period_source    TEXT NOT NULL CHECK (period_source = 'stated' OR period_source = 'context' OR period_source = 'none'),
  status           TEXT NOT NULL CHECK (status = 'actual' OR status = 'estimate' OR status = 'forecast' OR status = 'target'
                                        OR status = 'planned' OR status = 'under_way' OR status = 'completed' OR status = 'pledged'),
  change_direction TEXT CHECK (change_direction = 'increase' OR change_direction = 'decrease' OR change_direction = 'unchanged'),
  change_kind      TEXT CHECK (change_kind = 'absolute' OR change_kind = 'percent'),  -- NULL: the figure is a level
  base_start       TEXT CHECK (base_start IS date(base_start, '+0 days')),  -- the period that a change is counted from
  base_end         TEXT CHECK (base_end IS date(base_end, '+0 days')),
  whole            TEXT CHECK (whole <> ''),     -- what a share is of
  scope            TEXT CHECK (scope <> ''),     -- the initiative or event within which it holds
  attribution_kind TEXT NOT NULL CHECK (attribution_kind = 'article' OR attribution_kind = 'body' OR attribution_kind = 'person'
                                        OR attribution_kind = 'reference'),
  attribution      TEXT CHECK (attribution <> ''),  -- who states it; NULL for the article itself
  rule_id          TEXT NOT NULL CHECK (rule_id <> ''),
  PRIMARY KEY (document_key, fact_number),
  FOREIGN KEY (document_key, mention_number) REFERENCES mention ON DELETE CASCADE,
  CHECK (period_start < period_end),
  CHECK (base_start < base_end)
) STRICT, WITHOUT ROWID;
-- The text up to the figure, and of it what is left without its last line.
INSERT INTO fact
  SELECT fact_2.document_key, fact_number, fact_id, mention_number, line,
         char_start + 1 - length(rtrim(substr(text, 1, char_start), replace(substr(text, 1, char_start), char(10), ''))),
         measure_id, measure, fact_2.parties, from_party, to_party, period_start, period_end, period_source, status, change_direction,
         change_kind, base_start, base_end, whole, scope, attribution_kind, attribution, fact_2.rule_id
  FROM fact_2 JOIN mention USING (document_key, mention_number) JOIN document USING (document_key);
DROP TABLE fact_2;
CREATE UNIQUE INDEX fact_by_id ON fact (fact_id);
