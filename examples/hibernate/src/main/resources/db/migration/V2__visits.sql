CREATE TYPE visit_state AS ENUM ('PLANNED', 'DONE', 'MISSED');

CREATE TABLE visit (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    patient_id bigint NOT NULL REFERENCES patient,
    at timestamptz NOT NULL,
    state visit_state NOT NULL,
    fee numeric(8, 2)
);

CREATE INDEX visit_patient_idx ON visit (patient_id);
