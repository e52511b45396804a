drop table refund;
drop table payment;
drop type payment_method;
