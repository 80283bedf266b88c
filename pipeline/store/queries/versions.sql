-- @name versions Articles of which the store holds more than one text
SELECT uri, version, is_current, title, published, ingested_at, document_id
FROM documents
WHERE uri IN (SELECT uri FROM documents WHERE version > 1)
ORDER BY uri, version
