-- Statements of version 18 of the shop, which runs until version 19 has taken over.

-- the account page: what is not paid yet
-- with: 1::bigint
select number, order_total(id)
from orders
where customer_id = ? and status = 'open'
order by placed_at;

-- the checkout of a guest
-- with: 'SO-9', 'dave@example.org', '2026-03-01T09:00:00Z'
insert into orders (number, guest_email, placed_at) values (?, ?, ?) returning id;
