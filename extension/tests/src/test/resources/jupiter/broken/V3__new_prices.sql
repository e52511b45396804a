-- switchback: irreversible the old prices are gone
CREATE TABLE price (amount numeric);
