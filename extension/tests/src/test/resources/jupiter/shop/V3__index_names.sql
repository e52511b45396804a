CREATE INDEX customer_name_idx ON customer (name);
