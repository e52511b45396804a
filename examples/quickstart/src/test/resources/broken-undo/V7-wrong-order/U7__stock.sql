drop materialized view stock_level;
drop view low_stock;
drop table stock;
