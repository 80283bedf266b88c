-- @name agreements-by-year How many agreements of each kind were signed in which year, in the current articles
-- @param party= Only those of this party: an ISO 3166-1 alpha-2 code, a region or an organisation; empty for all
SELECT substr(signed_start, 1, 4) AS year, kind, count(DISTINCT agreement_id) AS agreements, count(DISTINCT document_id) AS documents
FROM agreements JOIN documents USING (document_id)
WHERE is_current = 1 AND (:party = '' OR instr(', ' || parties || ', ', ', ' || :party || ', ') > 0)
GROUP BY year, kind
ORDER BY year DESC, agreements DESC, kind
