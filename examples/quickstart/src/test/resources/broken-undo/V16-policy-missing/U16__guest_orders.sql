drop policy orders_of_buyer on orders;

alter table orders
    drop column guest_email,
    alter column customer_id set not null;
