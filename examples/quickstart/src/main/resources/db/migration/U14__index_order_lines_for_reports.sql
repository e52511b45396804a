drop index concurrently if exists order_line_sku_idx;
create index concurrently order_line_sku_idx on order_line (sku);

drop index concurrently if exists order_line_sku_order_idx;
