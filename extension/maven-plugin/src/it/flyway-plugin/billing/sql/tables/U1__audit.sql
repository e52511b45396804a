DROP TABLE audit.entry;
