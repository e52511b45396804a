alter table payment drop column voucher_code;

-- PostgreSQL has no DROP VALUE: the type is built anew. Where somebody has paid with a voucher meanwhile,
-- the cast fails and the undo stops: no payment is turned into another.
alter type payment_method rename to payment_method_with_voucher;
create type payment_method as enum ('card', 'transfer', 'cash');
comment on type payment_method is 'In the order in which the checkout offers them';

alter table payment alter column method type payment_method using method::text::payment_method;
drop type payment_method_with_voucher;
