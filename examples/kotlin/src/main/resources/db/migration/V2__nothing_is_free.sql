ALTER TABLE loaf ADD CONSTRAINT loaf_is_not_free CHECK (price > 0);
