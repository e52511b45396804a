drop table customer;
drop domain email_address;
