-- a number below those that the server gives
SELECT lo_create(815);
