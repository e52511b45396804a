drop index concurrently if exists order_line_sku_order_idx;
