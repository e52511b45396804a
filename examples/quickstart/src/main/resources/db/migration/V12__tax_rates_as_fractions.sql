alter table tax_rate
    drop constraint tax_rate_plausible,
    alter column rate type numeric(5, 4) using rate / 100,
    add constraint tax_rate_plausible check (rate between 0 and 1);

comment on column tax_rate.rate is 'A fraction: 0.19 is 19 per cent';
