-- From layout 1 to 2: names and agreements. The views are dropped here, since they are made anew behind it.
DROP VIEW documents;
DROP VIEW mentions;
DROP VIEW figures;
DROP VIEW dates;
DROP VIEW sentences;
DROP VIEW derivations;
DROP VIEW document_matches;
DROP VIEW sentence_matches;

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
