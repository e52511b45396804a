CREATE TABLE stock (amount integer);
