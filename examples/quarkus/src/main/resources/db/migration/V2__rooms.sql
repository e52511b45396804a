ALTER TABLE painting ADD COLUMN room integer;
