create domain amount as numeric(12, 2)
    constraint amount_not_negative check (value >= 0);

create type product_status as enum ('draft', 'active', 'retired');

create table product (
    sku        text           not null,
    name       text           not null,
    details    text           not null default '',
    attributes jsonb          not null default '{}',
    price      amount         not null,
    status     product_status not null default 'draft',
    search     tsvector       not null generated always as (
                   setweight(to_tsvector('english', name), 'A') || setweight(to_tsvector('english', details), 'B')
               ) stored,
    constraint product_pk primary key (sku),
    constraint product_sku_format check (sku ~ '^[A-Z0-9-]{3,20}$'),
    constraint product_attributes_object check (jsonb_typeof(attributes) = 'object')
);

comment on table product is 'What the shop sells, sold or will sell';
comment on column product.price is 'Net, in euro';

create index product_search_idx on product using gin (search);
create index product_attributes_idx on product using gin (attributes jsonb_path_ops);
create index product_active_name_idx on product (name) where status = 'active';
