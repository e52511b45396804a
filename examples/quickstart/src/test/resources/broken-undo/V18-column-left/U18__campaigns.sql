drop table campaign cascade;
