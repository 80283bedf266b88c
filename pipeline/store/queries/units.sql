-- @name units How often each quantity and unit occurs, with the range of its values
SELECT quantity, unit, count(*) AS figures, count(DISTINCT document_id) AS documents, min(coalesce(value, low)) AS smallest,
       max(coalesce(value, high)) AS largest
FROM figures
GROUP BY quantity, unit
ORDER BY figures DESC, quantity, unit
