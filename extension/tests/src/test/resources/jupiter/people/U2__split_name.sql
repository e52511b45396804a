ALTER TABLE person ADD name text;
UPDATE person SET name = concat_ws(' ', first_name, last_name);
ALTER TABLE person ALTER name SET NOT NULL, DROP first_name, DROP last_name;
