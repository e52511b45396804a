-- with: 'none'
SELECT id FROM orders WHERE id = ?;
