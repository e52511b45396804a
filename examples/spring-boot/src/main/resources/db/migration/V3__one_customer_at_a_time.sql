CREATE UNIQUE INDEX one_customer_at_a_time ON rental (bike_id) WHERE NOT returned;
