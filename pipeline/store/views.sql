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
  SELECT finding_id, fact_id, role FROM finding JOIN finding_member USING (finding_key) ORDER BY finding_id, position;

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
  ('finding', 'sqlite_autoindex_finding_1', '40000 1'),
  ('finding', 'finding_by_document', '40000 3'),
  ('finding', 'finding_by_topic', '40000 2'),
  ('finding_member', 'finding_member', '120000 3 1');
ANALYZE sqlite_schema;  -- only makes this connection read them
