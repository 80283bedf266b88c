-- @name hedged-figures Figures that the writer hedges: about, nearly, over, up to ...
-- @param bound= Only this bound (about, nearly, under, at_most, over, at_least, vague); empty for all
SELECT bound, quote, value, unit, noun, uri, mention_id
FROM figures JOIN documents USING (document_id)
WHERE bound <> 'exact' AND is_current = 1 AND (:bound = '' OR bound = :bound)
ORDER BY bound, uri, char_start
