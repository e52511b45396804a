ALTER TABLE ${prefix}person DROP tier;
