-- @name largest-money The largest sums of money, a currency at a time
-- @param unit=USD Currency, as an ISO 4217 code
-- @param limit=20 How many
SELECT quote, coalesce(value, high, low) AS amount, bound, uri, published, mention_id
FROM figures JOIN documents USING (document_id)
WHERE quantity = 'money' AND unit = upper(:unit) AND is_current = 1
ORDER BY amount DESC, uri, char_start
LIMIT :limit
