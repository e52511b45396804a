alter table stock
    add column reserved integer not null default 0,
    add constraint stock_reserved_in_stock check (reserved between 0 and quantity);

drop view low_stock;
drop materialized view stock_level;

create materialized view stock_level as
select sku, sum(quantity - reserved) as available, sum(reserved) as reserved
from stock
group by sku;

comment on materialized view stock_level is 'Over all warehouses, less what is reserved; refreshed every five minutes';

create unique index stock_level_sku_key on stock_level (sku);

create view low_stock with (security_barrier) as
select product.sku, product.name, stock_level.available, stock_level.reserved
from product join stock_level using (sku)
where product.status = 'active' and stock_level.available < 10;

comment on view low_stock is 'What the buyers should order';

grant select on low_stock to public;
