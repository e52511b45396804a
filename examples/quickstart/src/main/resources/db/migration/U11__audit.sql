drop trigger payment_audit on payment;
drop trigger orders_audit on orders;
drop trigger product_audit on product;

drop function audit.record_change();
drop table audit.change;
drop schema audit;
