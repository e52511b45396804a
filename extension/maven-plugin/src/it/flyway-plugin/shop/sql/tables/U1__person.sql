DROP TABLE ${prefix}person;
