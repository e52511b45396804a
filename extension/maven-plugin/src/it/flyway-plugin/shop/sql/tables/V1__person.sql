CREATE TABLE ${prefix}person (id int PRIMARY KEY, grade text NOT NULL);
