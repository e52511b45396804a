-- switchback schema, format 1
-- Made by a test, which can rewrite it: -Dswitchback.golden=update

-- settings
SET check_function_bodies = false;

-- schema public
CREATE SCHEMA IF NOT EXISTS public;
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO PUBLIC;
