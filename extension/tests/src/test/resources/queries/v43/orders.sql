-- with: 1
UPDATE orders SET total = total + 90 WHERE id = ?;
