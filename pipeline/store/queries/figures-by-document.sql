-- @name figures-by-document Every figure of the articles whose path, title or id holds a text, in order of position
-- @param document= Part of the path or title, or the beginning of the id; empty for all
SELECT uri, quote, quantity, value, low, high, unit, bound, noun, char_start, mention_id
FROM figures JOIN documents USING (document_id)
WHERE is_current = 1
  AND (instr(lower(uri), lower(:document)) > 0 OR instr(lower(title), lower(:document)) > 0 OR instr(document_id, lower(:document)) = 1)
ORDER BY uri, char_start
