-- Not in a transaction. A run that was broken off leaves an invalid index behind: make way for the next one.
drop index concurrently if exists order_line_sku_order_idx;
create index concurrently order_line_sku_order_idx on order_line (sku, order_id) include (quantity, unit_price);

drop index concurrently if exists order_line_sku_idx;
