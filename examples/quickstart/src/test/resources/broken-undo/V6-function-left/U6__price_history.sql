drop trigger product_price_update on product;
drop trigger product_price_insert on product;
drop table price_history;
