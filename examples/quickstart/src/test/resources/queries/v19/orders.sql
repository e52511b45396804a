-- Statements of version 19 that differ from those of version 18.

-- the account page counts, too
-- with: 1::bigint
select count(*), max(placed_at) from orders where customer_id = ? and status = 'open';
