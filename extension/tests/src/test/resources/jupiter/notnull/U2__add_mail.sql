ALTER TABLE person DROP mail, DROP nickname;
