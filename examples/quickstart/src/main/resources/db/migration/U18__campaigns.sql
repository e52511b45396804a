alter table orders drop column campaign_code;
drop table campaign;
