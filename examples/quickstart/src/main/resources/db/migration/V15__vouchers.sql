alter type payment_method add value 'voucher' before 'cash';

alter table payment
    add column voucher_code text,
    add constraint payment_voucher_code_format check (voucher_code ~ '^[A-Z0-9]{8}$');

create unique index payment_voucher_code_key on payment (voucher_code) where voucher_code is not null;
