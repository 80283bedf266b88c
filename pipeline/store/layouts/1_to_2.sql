-- From layout 1 to 2: names, agreements, facts, and what the checks find. The views are dropped here, since they are made anew behind it.
DROP VIEW documents;
DROP VIEW mentions;
DROP VIEW figures;
DROP VIEW dates;
DROP VIEW sentences;
DROP VIEW derivations;
DROP VIEW document_matches;
DROP VIEW sentence_matches;

-- What TIMEX3 says besides the value, and the other reading of an ambiguous date.
ALTER TABLE date_expression RENAME TO date_expression_1;
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
INSERT INTO date_expression
  SELECT document_key, mention_number, type, timex, start_date, end_date, relative, citation, NULL, NULL FROM date_expression_1;
DROP TABLE date_expression_1;

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

-- A figure in its context: what is measured, of whom, when, and who says so. Numbered in a document from 0 in order of
-- position; the figure itself is the mention that mention_number names.
CREATE TABLE fact (
  document_key     INTEGER NOT NULL,
  fact_number      INTEGER NOT NULL CHECK (fact_number >= 0),
  fact_id          TEXT NOT NULL CHECK (length(fact_id) = 32),  -- hexadecimal, made like mention_id
  mention_number   INTEGER NOT NULL,             -- the figure
  line             INTEGER NOT NULL CHECK (line >= 1),  -- of the text, on which the figure begins
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
