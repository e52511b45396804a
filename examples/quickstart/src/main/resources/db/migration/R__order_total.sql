-- The body is text to PostgreSQL, so that the tables under it may come and go.
create or replace function order_total(bigint) returns numeric
    language sql stable parallel safe
as $$
    select coalesce(sum(quantity * unit_price), 0) from order_line where order_id = $1
$$;

comment on function order_total(bigint) is 'Net, in euro; 0 for an order without lines';
