DROP EXTENSION {{extension}};
