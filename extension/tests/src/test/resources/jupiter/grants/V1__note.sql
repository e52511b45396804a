CREATE TABLE note (id int PRIMARY KEY);
GRANT SELECT ON note TO app_reader;
