ALTER TABLE person ADD phone text;
