-- @name entities Who and what the articles name, with all ways of writing each, the most frequent first
-- @param kind=organisation organisation, place, person, initiative or event
SELECT name, type, mentions, aliases, entity_id
FROM entities
WHERE kind = :kind
ORDER BY mentions DESC, name
