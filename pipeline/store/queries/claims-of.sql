-- @name claims-of What one speaker claimed: the figures that current articles attribute to a person or a body
-- @param speaker A name, or part of one, as in the column attribution
SELECT attribution, attribution_kind, measure, value, unit, parties, period_start, period_end, status, sentence, facts.uri, place, fact_id
FROM facts JOIN documents USING (document_id)
WHERE is_current = 1 AND instr(lower(attribution), lower(:speaker)) > 0
ORDER BY attribution, documents.published, facts.uri, facts.char_start
