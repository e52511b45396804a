create type order_status as enum ('open', 'paid', 'shipped', 'cancelled');

create sequence order_number_seq start 1000;

create table orders (
    id          bigint       generated always as identity,
    number      text         not null default 'SO-' || nextval('order_number_seq'),
    customer_id bigint       not null,
    status      order_status not null default 'open',
    placed_at   timestamptz  not null default now(),
    constraint orders_pk primary key (id),
    constraint orders_number_key unique (number),
    constraint orders_customer_fk foreign key (customer_id) references customer on delete restrict
);

comment on table orders is 'Plural, because ORDER belongs to SQL';

alter sequence order_number_seq owned by orders.number;

create index orders_customer_idx on orders (customer_id);
create index orders_open_idx on orders (placed_at) where status = 'open';

create table order_line (
    order_id   bigint   not null,
    line       smallint not null,
    sku        text     not null,
    quantity   integer  not null default 1,
    unit_price amount   not null,
    constraint order_line_pk primary key (order_id, line),
    constraint order_line_order_fk foreign key (order_id) references orders on delete cascade,
    constraint order_line_product_fk foreign key (sku) references product on update cascade,
    constraint order_line_quantity_positive check (quantity > 0)
);

comment on column order_line.unit_price is 'As it was when the order was placed';

create index order_line_sku_idx on order_line (sku);
