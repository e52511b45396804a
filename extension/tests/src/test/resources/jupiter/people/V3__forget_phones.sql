ALTER TABLE person DROP phone;
