ALTER TABLE loaf DROP CONSTRAINT loaf_is_not_free;
