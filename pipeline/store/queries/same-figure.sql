-- @name same-figure Values of one unit that more than one article states
-- @param at_least=2 How many articles
SELECT quantity, value_text AS value, unit, count(DISTINCT document_id) AS articles, group_concat(DISTINCT uri) AS uris
FROM figures JOIN documents USING (document_id)
WHERE is_current = 1 AND value IS NOT NULL AND quantity IN ('money', 'measure', 'percent')
GROUP BY quantity, value_text, unit
HAVING count(DISTINCT document_id) >= :at_least
ORDER BY articles DESC, quantity, unit, value
