INSERT INTO customer (id, name) VALUES (nextval('customer_seq'), 'migrated');
INSERT INTO migration_runs VALUES (now());
