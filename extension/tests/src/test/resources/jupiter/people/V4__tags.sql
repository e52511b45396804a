CREATE TABLE tag (person integer NOT NULL REFERENCES person, tag text NOT NULL);
