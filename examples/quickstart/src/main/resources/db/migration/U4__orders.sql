drop table order_line;
drop table orders; -- takes the sequence it owns with it
drop type order_status;
