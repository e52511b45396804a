CREATE TABLE customer (
    id   integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text NOT NULL
);
INSERT INTO customer (name) VALUES ('Frida');
