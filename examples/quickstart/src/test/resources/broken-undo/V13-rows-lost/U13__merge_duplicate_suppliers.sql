drop table merged_supplier;
