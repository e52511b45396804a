CREATE TABLE greeting (text text NOT NULL);
INSERT INTO greeting VALUES ('${greeting}');
