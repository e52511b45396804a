-- with: 'open', 3
SELECT ?;
