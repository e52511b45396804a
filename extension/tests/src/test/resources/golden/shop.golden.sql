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

-- table public.purchase
CREATE TABLE public.purchase (
    id integer GENERATED ALWAYS AS IDENTITY NOT NULL,
    customer_id integer NOT NULL,
    CONSTRAINT purchase_pkey PRIMARY KEY (id)
);

-- foreign keys of table public.purchase
ALTER TABLE public.purchase ADD CONSTRAINT purchase_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES public.customer(id);

-- view public.customer_names
CREATE VIEW public.customer_names AS
SELECT name
   FROM public.customer;
