-- @name figures-near Figures in sentences that full-text search finds
-- @param text What to search, in FTS5 syntax: steel, "steel exports", tariff*
-- @param unit= Only figures of this unit; empty for all
SELECT figures.quote, figures.value, figures.unit, sentence, uri, mention_id
FROM sentence_matches AS matched JOIN figures USING (document_id)
WHERE query MATCH :text AND is_current = 1 AND figures.char_start >= matched.char_start AND figures.char_end <= matched.char_end
  AND (:unit = '' OR figures.unit = :unit)
ORDER BY matched.rank, uri, figures.char_start
