-- @name without-period Figures that the text gives no period for: what cannot be compared before someone reads it
-- @param measure= A measure id; empty for all
SELECT measure_id, measure, value, unit, parties, status, sentence, facts.uri, place, fact_id
FROM facts JOIN documents USING (document_id)
WHERE is_current = 1 AND period_start IS NULL AND period_end IS NULL AND (:measure = '' OR measure_id = :measure)
ORDER BY measure_id IS NULL, measure_id, facts.uri, facts.char_start
