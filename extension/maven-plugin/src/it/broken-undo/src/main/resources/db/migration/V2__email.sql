ALTER TABLE person ADD email text;
