CREATE TYPE loan_state AS ENUM ('reserved', 'lent', 'returned');

CREATE SEQUENCE card_number START 1000;

CREATE TABLE loan (
    book_id bigint NOT NULL REFERENCES book,
    card integer NOT NULL,
    lent_at timestamptz NOT NULL DEFAULT now(),
    state loan_state NOT NULL DEFAULT 'reserved',
    PRIMARY KEY (book_id, card, lent_at)
);

CREATE VIEW lent_book AS
SELECT b.id, b.title, l.card
FROM book b
JOIN loan l ON l.book_id = b.id
WHERE l.state = 'lent';
