create domain email_address as text
    constraint email_address_format check (value ~ '^[^@\s]+@[^@\s]+$');

comment on domain email_address is 'Something with one @: more than that only the confirmation mail can tell';

create table customer (
    id         bigint        generated always as identity,
    email      email_address not null,
    name       text          not null,
    phone      text,
    created_at timestamptz   not null default now(),
    constraint customer_pk primary key (id),
    constraint customer_name_not_blank check (name <> '')
);

comment on table customer is 'Who has an account with the shop';

-- Alice@example.org and alice@example.org are one person
create unique index customer_email_key on customer (lower(email));
