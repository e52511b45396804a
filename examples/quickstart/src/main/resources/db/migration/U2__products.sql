drop table product;
drop type product_status;
drop domain amount;
