-- @name timeline The dates that the articles speak of, earliest first
SELECT start_date, end_date, quote, relative, uri, mention_id
FROM dates JOIN documents USING (document_id)
WHERE start_date IS NOT NULL AND is_current = 1
ORDER BY start_date, end_date, uri, char_start
