-- @name copies Articles that tell what an earlier one tells: the same text elsewhere, later versions, reprints
SELECT kind, round(overlap, 2) AS overlap, uri, original_uri, document_id
FROM copies
ORDER BY original_uri, uri
