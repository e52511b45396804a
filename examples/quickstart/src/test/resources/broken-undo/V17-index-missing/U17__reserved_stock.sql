drop view low_stock;
drop materialized view stock_level;

alter table stock drop column reserved;

create materialized view stock_level as
select sku, sum(quantity) as available
from stock
group by sku;

comment on materialized view stock_level is 'Over all warehouses; refreshed every five minutes';

create view low_stock with (security_barrier) as
select product.sku, product.name, stock_level.available
from product join stock_level using (sku)
where product.status = 'active' and stock_level.available < 10;

comment on view low_stock is 'What the buyers should order';

grant select on low_stock to public;
