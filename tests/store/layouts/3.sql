-- The layout of an attest store, version 3: a SQLite file with application_id 0x41545354 ("ATST") and this layout's
-- number in user_version. The views in views.sql are the public contract; tables may change with a migration (layouts/).
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
  modifier        TEXT CHECK (modifier <> ''),   -- TIMEX3's mod: "START", "APPROX", "MORE_THAN"
  alternative     TEXT CHECK (alternative <> ''),  -- TIMEX3 value of the other reading of an ambiguous numeric date
  PRIMARY KEY (document_key, mention_number),
  FOREIGN KEY (document_key, mention_number) REFERENCES mention ON DELETE CASCADE,
  CHECK (start_date < end_date)
) STRICT, WITHOUT ROWID;

-- A name: of an organisation, a place, a person, an initiative or an event (mention.kind).
CREATE TABLE name (
  document_key    INTEGER NOT NULL,
  mention_number  INTEGER NOT NULL,
  name            TEXT NOT NULL CHECK (name <> ''),  -- the full form: "Shanghai Cooperation Organisation" for "SCO"
  type            TEXT CHECK (type <> ''),       -- organisations: "government", "igo", ...; places: "country", "city", ...
  bearer_id       TEXT CHECK (bearer_id <> ''),  -- the same for all names of one bearer: org_id; ISO 3166 code or name of a place
  country         TEXT CHECK (country <> ''),    -- ISO 3166-1 alpha-2
  PRIMARY KEY (document_key, mention_number),
  FOREIGN KEY (document_key, mention_number) REFERENCES mention ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- An agreement, or a counted group of agreements, where the text states it.
CREATE TABLE agreement (
  document_key    INTEGER NOT NULL,
  mention_number  INTEGER NOT NULL,
  agreement_id    TEXT NOT NULL CHECK (agreement_id <> ''),  -- the same for all mentions of one agreement
  kind            TEXT NOT NULL,                 -- "treaty", "memorandum", ...
  title           TEXT CHECK (title <> ''),
  count           INTEGER CHECK (count >= 0),    -- NULL for a group without a number
  parties         TEXT CHECK (parties <> ''),    -- ISO 3166-1 alpha-2 codes, regions and organisations, a line each
  signed_start    TEXT CHECK (signed_start IS date(signed_start, '+0 days')),
  signed_end      TEXT CHECK (signed_end IS date(signed_end, '+0 days')),
  place           TEXT CHECK (place <> ''),
  value           REAL,                          -- what it is worth, in value_unit (ISO 4217)
  value_text      TEXT,
  value_unit      TEXT CHECK (value_unit <> ''),
  subject         TEXT CHECK (subject <> ''),    -- the topic phrase, as written
  status          TEXT NOT NULL,                 -- "signed", "planned", ...
  PRIMARY KEY (document_key, mention_number),
  FOREIGN KEY (document_key, mention_number) REFERENCES mention ON DELETE CASCADE,
  CHECK (signed_start < signed_end),
  CHECK ((value IS NULL) = (value_unit IS NULL) AND (value IS NULL) = (value_text IS NULL))
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
CREATE UNIQUE INDEX fact_by_id ON fact (fact_id);

-- Where the parts of a fact come from. Kept where ingest was asked to.
CREATE TABLE fact_step (
  document_key    INTEGER NOT NULL,
  fact_number     INTEGER NOT NULL,
  step            INTEGER NOT NULL CHECK (step >= 0),  -- from 0
  part            TEXT NOT NULL CHECK (part <> ''),    -- "measure", "parties", "period", ...
  source          TEXT NOT NULL,                 -- how it was found: "stated", "sentence before", "title", ...
  value_text      TEXT,                          -- what it came to
  char_start      INTEGER NOT NULL CHECK (char_start >= 0),  -- the passage that gave it; empty where none did
  char_end        INTEGER NOT NULL CHECK (char_end >= char_start),
  byte_start      INTEGER NOT NULL CHECK (byte_start >= char_start),
  byte_end        INTEGER NOT NULL CHECK (byte_end >= byte_start),
  PRIMARY KEY (document_key, fact_number, step),
  FOREIGN KEY (document_key, fact_number) REFERENCES fact ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- Documents whose facts changed, came or went since the last check.
CREATE TABLE check_pending (
  document_key    INTEGER PRIMARY KEY
) STRICT;

-- Which facts speak of the same thing: a row a fact of a current document, as the last check saw it.
CREATE TABLE fact_topic (
  topic           INTEGER NOT NULL,              -- hash of what is measured and of whom
  document_key    INTEGER NOT NULL,
  fact_number     INTEGER NOT NULL,
  period_start    INTEGER,                       -- days since 1970-01-01: the fact's period, or the one inferred for it
  period_end      INTEGER,
  PRIMARY KEY (topic, document_key, fact_number)
) STRICT, WITHOUT ROWID;
CREATE INDEX fact_topic_by_document ON fact_topic (document_key);

-- Documents whose own arithmetic can be tried with the figures of others: they state shares, or parts and totals.
CREATE TABLE check_arithmetic (
  document_key    INTEGER PRIMARY KEY
) STRICT;

-- With what the findings below were made; other rules of comparison make all of them anew.
CREATE TABLE check_state (
  only_row        INTEGER PRIMARY KEY CHECK (only_row = 1),
  policy_digest   TEXT NOT NULL
) STRICT;

-- What the last check found. Findings within one document carry its key, the others the topic of their facts.
CREATE TABLE finding (
  finding_id      TEXT NOT NULL PRIMARY KEY CHECK (length(finding_id) = 32),  -- hexadecimal, over check, verdict and facts
  document_key    INTEGER,
  topic           INTEGER,
  check_kind      TEXT NOT NULL,                 -- same_figure, sum, share, growth, direction, conversion, part, rank, count, period, ...
  verdict         TEXT NOT NULL,                 -- agree, boundary, conflict, possible, different_scope, holds, fails, label_suspect, ...
  severity        TEXT NOT NULL CHECK (severity = 'high' OR severity = 'medium' OR severity = 'info'),
  gap             REAL NOT NULL,                 -- relative gap between the readings, for sorting
  summary         TEXT NOT NULL,
  arithmetic      TEXT,
  independent_sources INTEGER NOT NULL CHECK (independent_sources >= 0)
) STRICT, WITHOUT ROWID;
CREATE INDEX finding_by_document ON finding (document_key) WHERE document_key IS NOT NULL;
CREATE INDEX finding_by_topic ON finding (topic) WHERE topic IS NOT NULL;

CREATE TABLE finding_member (
  finding_id      TEXT NOT NULL REFERENCES finding ON DELETE CASCADE,
  position        INTEGER NOT NULL CHECK (position >= 0),
  fact_id         TEXT NOT NULL,
  document_key    INTEGER NOT NULL,
  char_start      INTEGER NOT NULL,
  char_end        INTEGER NOT NULL,
  role            TEXT NOT NULL CHECK (role <> ''),  -- "figure", "part", "total", "share", "whole", "before", "after", ...
  PRIMARY KEY (finding_id, position)
) STRICT, WITHOUT ROWID;

-- What a person decided about a finding. Kept by the finding's id, which is made of its content: it stays through a new
-- check and a new ingest of the same text.
CREATE TABLE judgement (
  finding_id      TEXT NOT NULL PRIMARY KEY CHECK (length(finding_id) = 32),
  decision        TEXT NOT NULL CHECK (decision = 'explained' OR decision = 'ignore' OR decision = 'same_fact'
                                       OR decision = 'not_the_same_measure'),
  note            TEXT CHECK (note <> ''),
  judged_at       TEXT NOT NULL
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
-- The public contract: views over the tables of schema.sql, which documents units. They are made anew with every layout.
-- Rows come in order of uri, version and position, whatever the order of ingest.

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
  SELECT mention_id, document_id, char_start, char_end, quote, type, timex, start_date, end_date, relative, modifier, alternative
  FROM document JOIN mention USING (document_key) JOIN date_expression USING (document_key, mention_number)
  ORDER BY uri, version, mention_number;

-- Every name of an organisation, a place, a person, an initiative or an event (kind). entity_id is the same for all names of
-- one bearer, within a kind: an org_id, an ISO 3166 code, else the name itself. country is ISO 3166-1 alpha-2.
CREATE VIEW names AS
  SELECT mention_id, document_id, kind, char_start, char_end, quote, coalesce(bearer_id, name) AS entity_id, name, type, country, rule_id
  FROM document JOIN mention USING (document_key) JOIN name USING (document_key, mention_number)
  ORDER BY uri, version, mention_number;

CREATE VIEW organisations AS
  SELECT mention_id, document_id, char_start, char_end, quote, coalesce(bearer_id, name) AS org_id, name, type
  FROM document JOIN mention USING (document_key) JOIN name USING (document_key, mention_number)
  WHERE kind = 'organisation' ORDER BY uri, version, mention_number;

CREATE VIEW places AS
  SELECT mention_id, document_id, char_start, char_end, quote, coalesce(bearer_id, name) AS place_id, name, type, country
  FROM document JOIN mention USING (document_key) JOIN name USING (document_key, mention_number)
  WHERE kind = 'place' ORDER BY uri, version, mention_number;

-- One row a way of writing a name: how its bearer is called in the articles, the usual ways first.
CREATE VIEW aliases AS
  SELECT kind, coalesce(bearer_id, name) AS entity_id, quote AS alias, count(*) AS mentions, count(DISTINCT document_key) AS documents
  FROM mention JOIN name USING (document_key, mention_number)
  GROUP BY 1, 2, 3 ORDER BY 1, 2, mentions DESC, 3;

-- One row an entity; aliases are joined by " | ", the usual ones first.
CREATE VIEW entities AS
  SELECT kind, entity_id, min(name) AS name, min(type) AS type, min(country) AS country, sum(mentions) AS mentions,
         group_concat(alias, ' | ') AS aliases
  FROM (SELECT kind, coalesce(bearer_id, name) AS entity_id, quote AS alias, min(name) AS name, min(type) AS type,
               min(country) AS country, count(*) AS mentions
        FROM mention JOIN name USING (document_key, mention_number)
        GROUP BY 1, 2, 3 ORDER BY 1, 2, mentions DESC, 3)
  GROUP BY kind, entity_id ORDER BY kind, entity_id;

-- One row a mention of an agreement, or of a counted group of agreements; mentions of one agreement share agreement_id, also
-- over documents where a title says that they are the same. signed_start to signed_end is a half-open interval of days, value
-- is in value_unit (ISO 4217), parties are ISO 3166-1 alpha-2 codes, regions and organisations in alphabetical order, joined
-- by ", ".
CREATE VIEW agreements AS
  SELECT agreement_id, document_id, char_start, char_end, quote, agreement.kind AS kind, agreement.title AS title, count,
         replace(parties, char(10), ', ') AS parties, signed_start, signed_end, place, value, value_unit, subject, status
  FROM document JOIN mention USING (document_key) JOIN agreement USING (document_key, mention_number)
  ORDER BY uri, version, agreement.mention_number;

CREATE VIEW sentences AS
  SELECT document_id, sentence_number, char_start, char_end, block
  FROM document JOIN sentence USING (document_key) ORDER BY uri, version, sentence_number;

-- One row a step; mention_id names the mention that it explains.
CREATE VIEW derivations AS
  SELECT mention_id, step, depth, derivation.rule_id, part, derivation.char_start, derivation.char_end, value_text
  FROM document JOIN mention USING (document_key) JOIN derivation USING (document_key, mention_number)
  ORDER BY uri, version, mention_number, step;

-- A row a fact: a figure with what it measures, of whom, when and who says so. `sentence` is the sentence around it, `line` its
-- line in the text; parties are joined by ", ". `place` is where the figure stands in the input: the XPath of an element of a page,
-- the page of a PDF, else line and column of the text.
CREATE VIEW facts AS
  SELECT fact_id, document_id, uri, publisher, published, measure_id, measure, value, iif(is_point, value, low) AS low,
         iif(is_point, value, high) AS high, unit, bound, rounding, replace(fact.parties, char(10), ', ') AS parties, from_party, to_party,
         period_start, period_end, period_source, status, change_direction, whole, scope, attribution_kind, attribution, char_start,
         char_end, quote, substr(text, sentence_start + 1, sentence_end - sentence_start) AS sentence, line, fact.rule_id AS rule_id,
         coalesce((SELECT place FROM origin WHERE origin.document_key = document.document_key AND origin.char_start <= mention.char_start
                   ORDER BY origin.char_start DESC LIMIT 1), 'line ' || line || ', column ' || line_column) AS place
  FROM document JOIN fact USING (document_key) JOIN mention USING (document_key, mention_number)
       JOIN figure USING (document_key, mention_number)
  ORDER BY uri, version, fact_number;

-- What `attest check` found, the most severe first. independent_sources counts sources that do not depend on each other.
CREATE VIEW findings AS
  SELECT finding_id, check_kind, verdict, severity, summary, arithmetic, independent_sources
  FROM finding ORDER BY CASE severity WHEN 'high' THEN 0 WHEN 'medium' THEN 1 ELSE 2 END, gap DESC, finding_id;

-- The facts of each finding, with their part in it.
CREATE VIEW finding_members AS
  SELECT finding_id, fact_id, role FROM finding_member ORDER BY finding_id, position;

-- Where stretches of a text stand in an input that is no plain text (a page, a PDF): from char_start on, up to the next row.
CREATE VIEW origins AS
  SELECT document_id, char_start, place FROM document JOIN origin USING (document_key) ORDER BY uri, version, char_start;

-- Documents that tell what an earlier one at another address tells. kind: 'same_text' (the text itself), 'version' (the same publisher's,
-- changed), 'copy' (another's, as of an agency's report). overlap is the part of the shorter text's runs of five words that both have.
CREATE VIEW copies AS
  SELECT document.document_id, document.uri, copy.kind, original.document_id AS original_id, original.uri AS original_uri, overlap
  FROM document JOIN copy USING (document_key) JOIN document AS original ON original.document_key = original_key
  ORDER BY document.uri, document.version;

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
  ('name', 'name', '600000 30 1'),
  ('agreement', 'agreement', '20000 2 1'),
  ('derivation', 'derivation', '5000000 250 10 1'),
  ('origin', 'origin', '200000 40 1'),
  ('text_hash', 'text_hash', '160000 8 1'),
  ('text_hash', 'text_hash_by_hash', '160000 2'),
  ('copy', 'copy_by_original', '2000 2'),
  ('fact', 'fact', '200000 10 1'),
  ('fact', 'fact_by_id', '200000 1'),
  ('fact_step', 'fact_step', '1000000 50 5 1'),
  ('fact_topic', 'fact_topic', '200000 3 1 1'),
  ('fact_topic', 'fact_topic_by_document', '200000 10'),
  ('finding', 'finding', '40000 1'),
  ('finding', 'finding_by_document', '40000 3'),
  ('finding', 'finding_by_topic', '40000 2'),
  ('finding_member', 'finding_member', '120000 3 1');
ANALYZE sqlite_schema;  -- only makes this connection read them
