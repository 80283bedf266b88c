-- The layout of an attest store, version 1: a SQLite file with application_id 0x41545354 ("ATST") and this layout's
-- number in user_version. The views at the end are the public contract; tables may change with a migration.
--
-- Units, everywhere: positions named char_* and sentence_* are code points of the document's text, half-open, from 0;
-- byte_* are the same in bytes of its UTF-8 form. For every row of every view,
--   substr(text, char_start + 1, char_end - char_start) = quote.
-- Days are ISO 8601 (YYYY-MM-DD); intervals of days are half-open. What is unknown or absent is NULL, never ''.
-- Enumerations are checked with OR: SQLite builds a table for `IN (...)` anew with each inserted row, which costs more
-- than the insertion itself.

-- What extracted rows: one row for each combination that was ever used.
CREATE TABLE extractor (
  extractor_key   INTEGER PRIMARY KEY,
  program_version TEXT NOT NULL,                 -- "0.1.0"
  rules_digest    TEXT NOT NULL,                 -- SHA-256 over all rule files
  derivations     INTEGER NOT NULL CHECK (derivations = 0 OR derivations = 1)  -- 1: derivations were kept
) STRICT;
CREATE UNIQUE INDEX extractor_by_content ON extractor (program_version, rules_digest, derivations);

-- One text at one address. A changed text is a new row; the old one stays, not current.
CREATE TABLE document (
  document_key    INTEGER PRIMARY KEY,           -- local to this file, in order of ingest; ids are document_id
  document_id     TEXT NOT NULL CHECK (length(document_id) = 32),  -- hexadecimal, over uri and sha256
  uri             TEXT NOT NULL CHECK (uri <> ''),  -- the input's path, or the id of its JSONL row
  version         INTEGER NOT NULL CHECK (version >= 1),  -- counts the texts seen at this uri, in order of ingest
  is_current      INTEGER NOT NULL CHECK (is_current = 0 OR is_current = 1),  -- 1: the text ingested last at this uri
  title           TEXT CHECK (title <> ''),
  publisher       TEXT CHECK (publisher <> ''),
  author          TEXT CHECK (author <> ''),
  published       TEXT CHECK (published IS date(published, '+0 days')),  -- a day that exists: adding nothing normalises it
  published_basis TEXT NOT NULL CHECK (published_basis = 'given' OR published_basis = 'metadata' OR published_basis = 'stated'
                                       OR published_basis = 'inferred' OR published_basis = 'none'),
  url             TEXT CHECK (url <> ''),        -- where it is published, if that is known
  language        TEXT CHECK (language <> ''),   -- BCP 47 tag
  media_type      TEXT NOT NULL CHECK (media_type <> ''),
  sha256          TEXT NOT NULL CHECK (length(sha256) = 64),  -- of the text's UTF-8 bytes
  characters      INTEGER NOT NULL CHECK (characters >= 0),   -- length of the text in code points
  extractor_key   INTEGER NOT NULL REFERENCES extractor,
  ingested_at     TEXT NOT NULL CHECK (ingested_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9]Z'),
  text            TEXT NOT NULL,                 -- canonical; last, so that reading the others does not read it
  CHECK ((published IS NULL) = (published_basis = 'none'))
) STRICT;
CREATE UNIQUE INDEX document_by_id ON document (document_id);
CREATE UNIQUE INDEX document_by_uri ON document (uri, version);
CREATE UNIQUE INDEX document_current ON document (uri) WHERE is_current = 1;

-- The sentences of a document (titles, list items and table rows are sentences, too), numbered from 0.
CREATE TABLE sentence (
  document_key    INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  sentence_number INTEGER NOT NULL CHECK (sentence_number >= 0 AND sentence_number < 16777216),
  char_start      INTEGER NOT NULL CHECK (char_start >= 0),
  char_end        INTEGER NOT NULL,
  block           TEXT NOT NULL CHECK (block = 'paragraph' OR block = 'title' OR block = 'heading' OR block = 'list_item' OR block = 'table_row'
                                       OR block = 'caption' OR block = 'footnote' OR block = 'bibliography' OR block = 'furniture'),
  PRIMARY KEY (document_key, sentence_number),
  CHECK (char_start < char_end)
) STRICT, WITHOUT ROWID;

-- A passage that states something, numbered in a document from 0 in order of position. What it states is in the table
-- of its kind. The rows of a document lie together on disk; only mention_by_id is in another order.
CREATE TABLE mention (
  document_key    INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  mention_number  INTEGER NOT NULL CHECK (mention_number >= 0),
  mention_id      TEXT NOT NULL CHECK (length(mention_id) = 32),  -- hexadecimal: 8 digits of document_id, 24 over it, kind, span and normal form
  kind            TEXT NOT NULL CHECK (kind = 'figure' OR kind = 'date' OR kind = 'organisation' OR kind = 'agreement' OR kind = 'place'
                                       OR kind = 'person' OR kind = 'initiative' OR kind = 'event'),
  char_start      INTEGER NOT NULL,
  char_end        INTEGER NOT NULL,
  byte_start      INTEGER NOT NULL CHECK (byte_start >= char_start),
  byte_end        INTEGER NOT NULL,
  sentence_start  INTEGER NOT NULL CHECK (sentence_start >= 0),  -- the sentence around it, in code points
  sentence_end    INTEGER NOT NULL,
  quote           TEXT NOT NULL,                 -- the passage itself
  rule_id         TEXT NOT NULL CHECK (rule_id <> ''),  -- the rule that found it
  PRIMARY KEY (document_key, mention_number),
  CHECK (char_start < char_end),
  CHECK (byte_end - byte_start >= char_end - char_start),
  CHECK (sentence_start <= char_start AND char_end <= sentence_end)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX mention_by_id ON mention (mention_id);

-- A quantity. The *_text columns are exact decimals in plain notation; the REAL columns are the nearest doubles, for SQL.
-- Most figures are a point, whose ends are its value: only the others have ends of their own here. The view has them always.
CREATE TABLE figure (
  document_key    INTEGER NOT NULL,
  mention_number  INTEGER NOT NULL,
  quantity        TEXT NOT NULL CHECK (quantity = 'money' OR quantity = 'percent' OR quantity = 'count' OR quantity = 'measure'
                                       OR quantity = 'percentage_point' OR quantity = 'ratio' OR quantity = 'ordinal'),
  value           REAL,                          -- NULL for ranges and vague amounts; in units of `unit`
  value_text      TEXT,
  rounding        REAL CHECK (rounding >= 0),    -- half a unit in the last place that the writer stated
  rounding_text   TEXT,
  unit            TEXT CHECK (unit <> ''),       -- ISO 4217, UCUM, "%", "pp", "1"; NULL for counts and ordinals
  bound           TEXT NOT NULL CHECK (bound = 'exact' OR bound = 'about' OR bound = 'over' OR bound = 'nearly' OR bound = 'under'
                                       OR bound = 'at_most' OR bound = 'at_least' OR bound = 'vague'),
  noun            TEXT CHECK (noun <> ''),       -- base form of what is counted or ranked
  is_point        INTEGER NOT NULL CHECK (is_point = 0 OR is_point = 1),  -- 1: low and high are the value
  low             REAL,                          -- where is_point = 0; NULL for an open end
  high            REAL,
  low_text        TEXT,
  high_text       TEXT,
  PRIMARY KEY (document_key, mention_number),
  FOREIGN KEY (document_key, mention_number) REFERENCES mention ON DELETE CASCADE,
  CHECK (low <= high),
  CHECK (CASE is_point WHEN 1 THEN value IS NOT NULL AND low IS NULL AND high IS NULL ELSE 1 END),
  CHECK ((value IS NULL) = (value_text IS NULL) AND (rounding IS NULL) = (rounding_text IS NULL)
         AND (low IS NULL) = (low_text IS NULL) AND (high IS NULL) = (high_text IS NULL))
) STRICT, WITHOUT ROWID;

-- An expression of calendar time.
CREATE TABLE date_expression (
  document_key    INTEGER NOT NULL,
  mention_number  INTEGER NOT NULL,
  type            TEXT NOT NULL CHECK (type = 'date' OR type = 'duration' OR type = 'time' OR type = 'set'),
  timex           TEXT CHECK (timex <> ''),      -- TIMEX3 value: "2024-Q1", "P10D"
  start_date      TEXT CHECK (start_date IS date(start_date, '+0 days')),
  end_date        TEXT CHECK (end_date IS date(end_date, '+0 days')),  -- the first day after the interval
  relative        INTEGER NOT NULL CHECK (relative = 0 OR relative = 1),  -- 1: the expression alone does not fix the interval
  citation        INTEGER NOT NULL CHECK (citation = 0 OR citation = 1),  -- 1: the year of an author-year citation
  PRIMARY KEY (document_key, mention_number),
  FOREIGN KEY (document_key, mention_number) REFERENCES mention ON DELETE CASCADE,
  CHECK (start_date < end_date)
) STRICT, WITHOUT ROWID;

-- How a mention came about, in pre-order: the rules, list entries and tokens under it. Kept where ingest was asked to.
CREATE TABLE derivation (
  document_key    INTEGER NOT NULL,
  mention_number  INTEGER NOT NULL,
  step            INTEGER NOT NULL CHECK (step >= 0),   -- from 0
  depth           INTEGER NOT NULL CHECK (depth >= 0),  -- in the tree; 0 is the root
  rule_id         TEXT NOT NULL CHECK (rule_id <> ''),  -- a rule, or "list NAME" or "token" for leaves
  part            TEXT,                          -- the name of the part in the rule above
  char_start      INTEGER NOT NULL CHECK (char_start >= 0),
  char_end        INTEGER NOT NULL CHECK (char_end >= char_start),
  byte_start      INTEGER NOT NULL CHECK (byte_start >= char_start),
  byte_end        INTEGER NOT NULL CHECK (byte_end >= byte_start),
  value_text      TEXT,                          -- its normal form
  PRIMARY KEY (document_key, mention_number, step),
  FOREIGN KEY (document_key, mention_number) REFERENCES mention ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- Documents that full-text search does not know yet: adding writes here, updating the search empties it.
CREATE TABLE search_pending (
  document_key    INTEGER PRIMARY KEY REFERENCES document ON DELETE CASCADE
) STRICT;

-- Full-text search. rowid is document_key, and document_key * 16777216 + sentence_number. The sentences' index keeps no
-- copy of the text. Search through the views document_matches and sentence_matches.
CREATE VIRTUAL TABLE document_search USING fts5 (
  title, text, content = 'document', content_rowid = 'document_key', tokenize = "unicode61 remove_diacritics 2");
CREATE VIRTUAL TABLE sentence_search USING fts5 (sentence, content = '', tokenize = "unicode61 remove_diacritics 2");
-- Terms gathered in memory before they are written, in bytes: 16 MiB instead of 1 saves a third of the time.
INSERT INTO document_search (document_search, rank) VALUES ('hashsize', 16777216);
INSERT INTO sentence_search (sentence_search, rank) VALUES ('hashsize', 16777216);

-- ---------------------------------------------------------------------------------------------------------------------
-- The public contract. Rows come in order of uri, version and position, whatever the order of ingest.

-- One row a text: what is known of it, and the text itself.
CREATE VIEW documents AS
  SELECT document_id, uri, title, publisher, author, published, published_basis, language, media_type, sha256, version, is_current,
         ingested_at, text
  FROM document ORDER BY uri, version;

-- One row a cited passage, of any kind.
CREATE VIEW mentions AS
  SELECT mention_id, document_id, kind, char_start, char_end, quote, sentence_start, sentence_end, rule_id
  FROM document JOIN mention USING (document_key) ORDER BY uri, version, mention_number;

CREATE VIEW figures AS
  SELECT mention_id, document_id, char_start, char_end, quote, quantity, value, iif(is_point, value, low) AS low,
         iif(is_point, value, high) AS high, value_text, unit, bound, rounding, noun, rule_id
  FROM document JOIN mention USING (document_key) JOIN figure USING (document_key, mention_number)
  ORDER BY uri, version, mention_number;

CREATE VIEW dates AS
  SELECT mention_id, document_id, char_start, char_end, quote, type, timex, start_date, end_date, relative
  FROM document JOIN mention USING (document_key) JOIN date_expression USING (document_key, mention_number)
  ORDER BY uri, version, mention_number;

CREATE VIEW sentences AS
  SELECT document_id, sentence_number, char_start, char_end, block
  FROM document JOIN sentence USING (document_key) ORDER BY uri, version, sentence_number;

-- One row a step; mention_id names the mention that it explains.
CREATE VIEW derivations AS
  SELECT mention_id, step, depth, derivation.rule_id, part, derivation.char_start, derivation.char_end, value_text
  FROM document JOIN mention USING (document_key) JOIN derivation USING (document_key, mention_number)
  ORDER BY uri, version, mention_number, step;

-- Full-text search: SELECT ... FROM document_matches WHERE query MATCH 'steel AND tariff*' ORDER BY rank. `query` takes FTS5
-- syntax; `rank` is smaller for better matches.
CREATE VIEW document_matches AS
  SELECT document_search.document_search AS query, document_search.rank AS rank, document_id, uri, document.title, publisher, published, is_current
  FROM document_search JOIN document ON document_key = document_search.rowid;

CREATE VIEW sentence_matches AS
  SELECT sentence_search.sentence_search AS query, sentence_search.rank AS rank, document_id, uri, is_current, char_start, char_end, block,
         substr(document.text, char_start + 1, char_end - char_start) AS sentence
  FROM sentence_search
  JOIN document ON document.document_key = sentence_search.rowid >> 24
  JOIN sentence ON sentence.document_key = sentence_search.rowid >> 24 AND sentence_number = sentence_search.rowid & 16777215;

-- The shape of a typical store, for the query planner: with it a look-up by id starts at the id, and everything else walks
-- documents in order of uri and their rows by position, without sorting. Fixed, so that plans are the same everywhere.
ANALYZE;
DELETE FROM sqlite_stat1;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
  ('document', 'document_by_id', '20000 1'),
  ('document', 'document_by_uri', '20000 1 1'),
  ('document', 'document_current', '19000 1'),
  ('sentence', 'sentence', '800000 40 1'),
  ('mention', 'mention', '500000 25 1'),
  ('mention', 'mention_by_id', '500000 1'),
  ('figure', 'figure', '400000 20 1'),
  ('date_expression', 'date_expression', '400000 20 1'),
  ('derivation', 'derivation', '5000000 250 10 1');
ANALYZE sqlite_schema;  -- only makes this connection read them
