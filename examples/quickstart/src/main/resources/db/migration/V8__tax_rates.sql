create table tax_rate (
    country  text          not null,
    category text          not null,
    rate     numeric(5, 2) not null,
    constraint tax_rate_pk primary key (country, category),
    constraint tax_rate_country_iso check (country ~ '^[A-Z]{2}$'),
    constraint tax_rate_plausible check (rate between 0 and 100)
);

comment on column tax_rate.rate is 'In per cent';

insert into tax_rate (country, category, rate) values
    ('AT', 'standard', 20.00),
    ('AT', 'books',    10.00),
    ('DE', 'standard', 19.00),
    ('DE', 'books',     7.00),
    ('FR', 'standard', 20.00),
    ('FR', 'books',     5.50);
