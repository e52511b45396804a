ALTER TABLE customer ADD COLUMN mail text;
CREATE INDEX customer_mail_idx ON customer (mail);
