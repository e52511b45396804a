-- The web shop sets shop.customer_id at the start of each transaction.
-- The back office works as the owner and sees everything.
alter table orders enable row level security;
alter table order_line enable row level security;

create policy orders_of_customer on orders
    using (customer_id = nullif(current_setting('shop.customer_id', true), '')::bigint);

create policy lines_of_visible_orders on order_line
    using (exists (select from orders where orders.id = order_line.order_id));
