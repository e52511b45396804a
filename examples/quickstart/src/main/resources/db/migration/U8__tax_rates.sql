drop table tax_rate;
