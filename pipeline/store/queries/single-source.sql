-- @name single-source Figures that only one publisher states: no other current article has a figure of that measure, parties and period
-- @param measure= A measure id; empty for all
SELECT measure_id, parties, period_start, period_end, min(value) AS value, unit, min(facts.publisher) AS publisher, count(*) AS mentions, min(quote) AS quote,
       min(facts.uri) AS uri, min(fact_id) AS fact_id
FROM facts JOIN documents USING (document_id)
WHERE is_current = 1 AND measure_id IS NOT NULL AND parties <> '' AND period_start IS NOT NULL AND (:measure = '' OR measure_id = :measure)
GROUP BY measure_id, parties, from_party, to_party, period_start, period_end, unit, status
HAVING count(DISTINCT coalesce(facts.publisher, facts.uri)) = 1
ORDER BY measure_id, parties, period_start
