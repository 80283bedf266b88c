-- @name ranges Figures that the text states as a range, the widest first
SELECT quote, low, high, unit, CASE WHEN low <> 0 THEN round(high / low, 3) END AS ratio, uri, mention_id
FROM figures JOIN documents USING (document_id)
WHERE value IS NULL AND is_current = 1
ORDER BY ratio DESC NULLS LAST, uri, char_start
