alter table orders
    alter column customer_id drop not null,
    add column guest_email email_address,
    add constraint orders_one_buyer check (num_nonnulls(customer_id, guest_email) = 1);

create index orders_guest_email_idx on orders (lower(guest_email)) where guest_email is not null;

drop policy orders_of_customer on orders;
create policy orders_of_buyer on orders
    using (customer_id = nullif(current_setting('shop.customer_id', true), '')::bigint
        or lower(guest_email) = lower(nullif(current_setting('shop.guest_email', true), '')));
