drop table refund;
drop table payment;
drop sequence payment_reference_seq;
drop type payment_method;
