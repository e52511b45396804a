alter table tax_rate
    drop constraint tax_rate_plausible,
    alter column rate type numeric(5, 2),
    add constraint tax_rate_plausible check (rate between 0 and 100);

comment on column tax_rate.rate is 'In per cent';
