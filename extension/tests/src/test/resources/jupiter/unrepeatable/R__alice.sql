INSERT INTO customer (name) VALUES ('alice');
