drop view low_stock;
drop materialized view stock_level;
drop table stock;
