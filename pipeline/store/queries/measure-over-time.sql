-- @name measure-over-time A measure by period and source: what each current article says it was, the earliest period first
-- @param measure A measure id such as trade.exports, or words of the measure as in the column measure
-- @param party= An ISO 3166-1 alpha-2 code, a region or an organisation, as in the column parties; empty for all
SELECT period_start, period_end, value, low, high, unit, bound, status, parties, from_party, to_party, facts.publisher, attribution, facts.uri, place, fact_id
FROM facts JOIN documents USING (document_id)
WHERE is_current = 1 AND (measure_id = :measure OR measure = :measure) AND (:party = '' OR instr(', ' || parties || ', ', ', ' || :party || ', ') > 0)
ORDER BY period_start IS NULL, period_start, period_end, unit, facts.publisher, facts.uri, facts.char_start
