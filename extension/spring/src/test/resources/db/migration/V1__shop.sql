CREATE TABLE customer (id bigint PRIMARY KEY, name text NOT NULL);
CREATE SEQUENCE customer_seq INCREMENT 50;
CREATE TABLE migration_runs (at timestamptz);
