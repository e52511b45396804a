drop policy orders_of_buyer on orders;
create policy orders_of_customer on orders
    using (customer_id = nullif(current_setting('shop.customer_id', true), '')::bigint);

alter table orders drop column guest_email;
