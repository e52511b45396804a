create table price_history (
    sku        text   not null,
    valid_from date   not null,
    price      amount not null,
    constraint price_history_pk primary key (sku, valid_from),
    constraint price_history_product_fk foreign key (sku) references product on update cascade on delete cascade
) partition by range (valid_from);

comment on table price_history is 'What a product cost from a day on: one partition a month, written by a trigger';

create table price_history_2026_01 partition of price_history for values from ('2026-01-01') to ('2026-02-01');
create table price_history_2026_02 partition of price_history for values from ('2026-02-01') to ('2026-03-01');
create table price_history_2026_03 partition of price_history for values from ('2026-03-01') to ('2026-04-01');
create table price_history_other   partition of price_history default;

insert into price_history (sku, valid_from, price)
select sku, date '2026-01-01', price from product;

create function record_price() returns trigger language plpgsql as $$
begin
    insert into price_history (sku, valid_from, price)
    values (new.sku, current_date, new.price)
    on conflict (sku, valid_from) do update set price = excluded.price;
    return null;
end
$$;

create trigger product_price_insert after insert on product
    for each row execute function record_price();

create trigger product_price_update after update of price on product
    for each row when (new.price is distinct from old.price) execute function record_price();
