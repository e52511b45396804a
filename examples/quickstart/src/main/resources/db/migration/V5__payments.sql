create type payment_method as enum ('card', 'transfer', 'cash');

comment on type payment_method is 'In the order in which the checkout offers them';

-- payments and refunds share their reference numbers, so neither table owns the sequence
create sequence payment_reference_seq start 500000 cache 10;

create table payment (
    reference   bigint         not null default nextval('payment_reference_seq'),
    order_id    bigint         not null,
    method      payment_method not null,
    paid        amount         not null,
    received_at timestamptz    not null default now(),
    constraint payment_pk primary key (reference),
    constraint payment_order_fk foreign key (order_id) references orders
        deferrable initially deferred -- the terminal books the payment before the order is written
);

create index payment_order_idx on payment (order_id) include (paid);

create table refund (
    reference         bigint      not null default nextval('payment_reference_seq'),
    payment_reference bigint      not null,
    repaid            amount      not null,
    reason            text        not null,
    repaid_at         timestamptz not null default now(),
    constraint refund_pk primary key (reference),
    constraint refund_payment_fk foreign key (payment_reference) references payment
);

create index refund_payment_idx on refund (payment_reference);
