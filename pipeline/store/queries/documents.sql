-- @name documents The articles of the store, with how many figures each one gave
SELECT uri, version, is_current, title, publisher, published, (SELECT count(*) FROM figures WHERE figures.document_id = documents.document_id) AS figures,
       document_id
FROM documents
ORDER BY uri, version
