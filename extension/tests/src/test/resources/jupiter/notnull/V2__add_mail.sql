ALTER TABLE person ADD nickname text;

ALTER TABLE person
    ADD mail text NOT NULL;
