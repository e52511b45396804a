INSERT INTO customer (id, name) VALUES (1000, 'by script');
