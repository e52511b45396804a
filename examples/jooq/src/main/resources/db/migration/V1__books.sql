CREATE TABLE author (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name varchar(120) NOT NULL
);

CREATE DOMAIN isbn AS text CHECK (VALUE ~ '^[0-9]{13}$');

CREATE TABLE book (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    author_id bigint NOT NULL REFERENCES author,
    title text NOT NULL,
    isbn isbn UNIQUE,
    published integer NOT NULL,
    price numeric(8, 2),
    keywords text[] NOT NULL DEFAULT '{}'
);

CREATE INDEX book_author_idx ON book (author_id);
