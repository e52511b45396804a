-- the value stays: PostgreSQL has no DROP VALUE
alter table payment drop column voucher_code;
