create table supplier (
    code  text not null,
    name  text not null,
    phone text,
    constraint supplier_pk primary key (code)
);

comment on table supplier is 'Whom the shop buys from';

alter table product
    add column supplier_code text,
    add constraint product_supplier_fk foreign key (supplier_code) references supplier
        on update cascade on delete restrict;

create index product_supplier_idx on product (supplier_code);

insert into supplier (code, name, phone) values
    ('ALPENHOLZ',   'Alpenholz KG',    '+43 (512) 58-29-01'),
    ('PAPERWORKS',  'Paperworks Ltd.', '020 7946 0018'),
    ('PAPER-WORKS', 'Paperworks',      '+44 20 7946 0018'),
    ('TINTENFASS',  'Tintenfass GmbH', null);

insert into product (sku, name, details, price, status, supplier_code) values
    ('GIFT-25',  'Gift card 25',  'A card worth 25 euro',  25.00,  'active', 'PAPERWORKS'),
    ('GIFT-50',  'Gift card 50',  'A card worth 50 euro',  50.00,  'active', 'PAPER-WORKS'),
    ('GIFT-100', 'Gift card 100', 'A card worth 100 euro', 100.00, 'draft',  'PAPER-WORKS');
