-- @name facts-between Every figure about two parties together, by measure and period
-- @param first An ISO 3166-1 alpha-2 code, a region or an organisation, as in the column parties
-- @param second The other one
SELECT measure_id, measure, value, unit, period_start, period_end, status, from_party, to_party, facts.publisher, attribution, quote, facts.uri, place, fact_id
FROM facts JOIN documents USING (document_id)
WHERE is_current = 1 AND instr(', ' || parties || ', ', ', ' || :first || ', ') > 0 AND instr(', ' || parties || ', ', ', ' || :second || ', ') > 0
ORDER BY measure_id IS NULL, measure_id, measure, period_start, facts.uri, facts.char_start
