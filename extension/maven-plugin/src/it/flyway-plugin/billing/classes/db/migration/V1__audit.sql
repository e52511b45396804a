CREATE TABLE audit.entry (id int PRIMARY KEY);
