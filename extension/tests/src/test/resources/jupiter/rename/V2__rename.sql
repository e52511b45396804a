UPDATE customer SET name = upper(name) WHERE name = 'Dora';
ALTER TABLE customer RENAME COLUMN name TO full_name;
