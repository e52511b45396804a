-- orders of version 41
SELECT id FROM orders WHERE id = ?;

-- a note is changed
UPDATE orders SET note = ? WHERE id = ?;
