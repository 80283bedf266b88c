-- @name agreements-by-party Agreements of a party in the current articles, a row an agreement, the newest first
-- @param party= An ISO 3166-1 alpha-2 code, a region or an organisation, as in the column parties; empty for all
-- @param year= The year in which it was signed; empty for all
SELECT coalesce(max(agreements.title), min(quote)) AS agreement, kind, status, min(signed_start) AS signed, max(parties) AS parties, max(count) AS count,
       max(value) AS value, max(value_unit) AS value_unit, max(subject) AS subject, count(*) AS mentions, min(uri) AS uri, agreement_id
FROM agreements JOIN documents USING (document_id)
WHERE is_current = 1 AND (:party = '' OR instr(', ' || parties || ', ', ', ' || :party || ', ') > 0)
  AND (:year = '' OR CAST(:year AS TEXT) BETWEEN substr(signed_start, 1, 4) AND substr(date(signed_end, '-1 day'), 1, 4))
GROUP BY agreement_id
ORDER BY signed DESC, agreement
