CREATE TABLE rental (
  id bigint PRIMARY KEY,
  bike_id bigint NOT NULL REFERENCES bike,
  customer text NOT NULL,
  returned boolean NOT NULL DEFAULT false
);
CREATE SEQUENCE rental_seq INCREMENT 50;
