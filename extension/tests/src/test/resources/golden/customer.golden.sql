-- switchback schema, format 1
-- Made by a test, which can rewrite it: -Dswitchback.golden=update

-- settings
SET check_function_bodies = false;

-- schema public
CREATE SCHEMA IF NOT EXISTS public;
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO PUBLIC;

-- table public.customer
CREATE TABLE public.customer (
    id integer GENERATED ALWAYS AS IDENTITY NOT NULL,
    name text NOT NULL,
    CONSTRAINT customer_pkey PRIMARY KEY (id)
);
CREATE INDEX customer_name_idx ON public.customer USING btree (name);
