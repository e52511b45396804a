create table stock (
    sku       text    not null,
    warehouse text    not null,
    quantity  integer not null,
    constraint stock_pk primary key (sku, warehouse),
    constraint stock_product_fk foreign key (sku) references product on update cascade on delete cascade,
    constraint stock_quantity_not_negative check (quantity >= 0)
) with (fillfactor = 70); -- its rows change all day long: leave room for them on their pages

insert into stock (sku, warehouse, quantity) values
    ('GIFT-25', 'Graz', 400),
    ('GIFT-25', 'Hull', 250),
    ('GIFT-50', 'Hull', 3);

create materialized view stock_level as
select sku, sum(quantity) as available
from stock
group by sku;

comment on materialized view stock_level is 'Over all warehouses; refreshed every five minutes';

-- REFRESH ... CONCURRENTLY needs it
create unique index stock_level_sku_key on stock_level (sku);

create view low_stock with (security_barrier) as
select product.sku, product.name, stock_level.available
from product join stock_level using (sku)
where product.status = 'active' and stock_level.available < 10;

comment on view low_stock is 'What the buyers should order';

grant select on low_stock to public;
