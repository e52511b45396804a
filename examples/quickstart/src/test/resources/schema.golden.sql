-- switchback schema, format 1
-- Made by a test, which can rewrite it: -Dswitchback.golden=update

-- settings
SET check_function_bodies = false;

-- schema audit
CREATE SCHEMA audit;
COMMENT ON SCHEMA audit IS 'Who changed what, and when';

-- schema public
CREATE SCHEMA IF NOT EXISTS public;
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO PUBLIC;

-- domain public.amount
CREATE DOMAIN public.amount AS numeric(12,2) CONSTRAINT amount_not_negative CHECK ((VALUE >= (0)::numeric));

-- domain public.email_address
CREATE DOMAIN public.email_address AS text CONSTRAINT email_address_format CHECK ((VALUE ~ '^[^@\s]+@[^@\s]+$'::text));
COMMENT ON DOMAIN public.email_address IS 'Something with one @: more than that only the confirmation mail can tell';

-- enum public.order_status
CREATE TYPE public.order_status AS ENUM (
    'open',
    'paid',
    'shipped',
    'cancelled'
);

-- enum public.payment_method
CREATE TYPE public.payment_method AS ENUM (
    'card',
    'transfer',
    'voucher',
    'cash'
);
COMMENT ON TYPE public.payment_method IS 'In the order in which the checkout offers them';

-- enum public.product_status
CREATE TYPE public.product_status AS ENUM (
    'draft',
    'active',
    'retired'
);

-- function audit.record_change()
CREATE OR REPLACE FUNCTION audit.record_change()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
    insert into audit.change (table_name, action, old_row, new_row)
    values (tg_table_name, tg_op,
            case when tg_op <> 'INSERT' then to_jsonb(old) end,
            case when tg_op <> 'DELETE' then to_jsonb(new) end);
    return null;
end
$function$;
REVOKE EXECUTE ON FUNCTION audit.record_change() FROM PUBLIC;

-- function public.order_total(bigint)
CREATE OR REPLACE FUNCTION public.order_total(bigint)
 RETURNS numeric
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
    select coalesce(sum(quantity * unit_price), 0) from order_line where order_id = $1
$function$;
COMMENT ON FUNCTION public.order_total(bigint) IS 'Net, in euro; 0 for an order without lines';

-- function public.record_price()
CREATE OR REPLACE FUNCTION public.record_price()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
    insert into price_history (sku, valid_from, price)
    values (new.sku, current_date, new.price)
    on conflict (sku, valid_from) do update set price = excluded.price;
    return null;
end
$function$;

-- sequence public.order_number_seq
CREATE SEQUENCE public.order_number_seq START WITH 1000;

-- sequence public.payment_reference_seq
CREATE SEQUENCE public.payment_reference_seq START WITH 500000 CACHE 10;

-- table audit.change
CREATE TABLE audit.change (
    id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
    table_name name NOT NULL,
    action text NOT NULL,
    old_row jsonb,
    new_row jsonb,
    changed_by name DEFAULT SESSION_USER NOT NULL,
    changed_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT change_pk PRIMARY KEY (id),
    CONSTRAINT change_action_known CHECK ((action = ANY (ARRAY['INSERT'::text, 'UPDATE'::text, 'DELETE'::text])))
);
CREATE INDEX change_changed_at_idx ON audit.change USING brin (changed_at);

-- table public.campaign
CREATE TABLE public.campaign (
    code text NOT NULL,
    runs daterange NOT NULL,
    discount numeric(5,4) NOT NULL,
    CONSTRAINT campaign_pk PRIMARY KEY (code),
    CONSTRAINT campaign_discount_plausible CHECK (((discount > (0)::numeric) AND (discount < (1)::numeric))),
    CONSTRAINT campaign_one_at_a_time EXCLUDE USING gist (runs WITH &&)
);
COMMENT ON CONSTRAINT campaign_one_at_a_time ON public.campaign IS 'Discounts never add up';

-- table public.customer
CREATE TABLE public.customer (
    id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
    email public.email_address NOT NULL,
    name text NOT NULL,
    phone text,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    phone_as_entered text,
    CONSTRAINT customer_pk PRIMARY KEY (id),
    CONSTRAINT customer_name_not_blank CHECK ((name <> ''::text))
);
COMMENT ON TABLE public.customer IS 'Who has an account with the shop';
CREATE UNIQUE INDEX customer_email_key ON public.customer USING btree (lower((email)::text));

-- table public.merged_supplier
CREATE TABLE public.merged_supplier (
    code text NOT NULL,
    name text NOT NULL,
    phone text,
    phone_as_entered text,
    merged_into text NOT NULL,
    skus text[] NOT NULL,
    CONSTRAINT merged_supplier_pk PRIMARY KEY (code)
);

-- table public.order_line
CREATE TABLE public.order_line (
    order_id bigint NOT NULL,
    line smallint NOT NULL,
    sku text NOT NULL,
    quantity integer DEFAULT 1 NOT NULL,
    unit_price public.amount NOT NULL,
    CONSTRAINT order_line_pk PRIMARY KEY (order_id, line),
    CONSTRAINT order_line_quantity_positive CHECK ((quantity > 0))
);
ALTER TABLE public.order_line ENABLE ROW LEVEL SECURITY;
COMMENT ON COLUMN public.order_line.unit_price IS 'As it was when the order was placed';
CREATE INDEX order_line_sku_order_idx ON public.order_line USING btree (sku, order_id) INCLUDE (quantity, unit_price);

-- table public.orders
CREATE TABLE public.orders (
    id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
    number text DEFAULT ('SO-'::text || nextval('public.order_number_seq'::regclass)) NOT NULL,
    customer_id bigint,
    status public.order_status DEFAULT 'open'::public.order_status NOT NULL,
    placed_at timestamp with time zone NOT NULL,
    guest_email public.email_address,
    campaign_code text,
    CONSTRAINT orders_pk PRIMARY KEY (id),
    CONSTRAINT orders_number_key UNIQUE (number),
    CONSTRAINT orders_one_buyer CHECK ((num_nonnulls(customer_id, guest_email) = 1))
);
ALTER TABLE public.orders ENABLE ROW LEVEL SECURITY;
COMMENT ON TABLE public.orders IS 'Plural, because ORDER belongs to SQL';
CREATE INDEX orders_campaign_idx ON public.orders USING btree (campaign_code) WHERE (campaign_code IS NOT NULL);
CREATE INDEX orders_customer_idx ON public.orders USING btree (customer_id);
CREATE INDEX orders_guest_email_idx ON public.orders USING btree (lower((guest_email)::text)) WHERE (guest_email IS NOT NULL);
CREATE INDEX orders_open_idx ON public.orders USING btree (placed_at) WHERE (status = 'open'::public.order_status);
CREATE TRIGGER orders_audit AFTER INSERT OR DELETE OR UPDATE ON public.orders FOR EACH ROW EXECUTE FUNCTION audit.record_change();
CREATE POLICY orders_of_buyer ON public.orders USING (((customer_id = (NULLIF(current_setting('shop.customer_id'::text, true), ''::text))::bigint) OR (lower((guest_email)::text) = lower(NULLIF(current_setting('shop.guest_email'::text, true), ''::text)))));

-- sequence public.order_number_seq, continued
ALTER SEQUENCE public.order_number_seq OWNED BY public.orders.number;

-- table public.order_line, continued
CREATE POLICY lines_of_visible_orders ON public.order_line USING ((EXISTS ( SELECT
   FROM public.orders
  WHERE (orders.id = order_line.order_id))));

-- table public.payment
CREATE TABLE public.payment (
    reference bigint DEFAULT nextval('public.payment_reference_seq'::regclass) NOT NULL,
    order_id bigint NOT NULL,
    method public.payment_method NOT NULL,
    paid public.amount NOT NULL,
    received_at timestamp with time zone DEFAULT now() NOT NULL,
    voucher_code text,
    CONSTRAINT payment_pk PRIMARY KEY (reference),
    CONSTRAINT payment_voucher_code_format CHECK ((voucher_code ~ '^[A-Z0-9]{8}$'::text))
);
CREATE INDEX payment_order_idx ON public.payment USING btree (order_id) INCLUDE (paid);
CREATE UNIQUE INDEX payment_voucher_code_key ON public.payment USING btree (voucher_code) WHERE (voucher_code IS NOT NULL);
CREATE TRIGGER payment_audit AFTER INSERT OR DELETE OR UPDATE ON public.payment FOR EACH ROW EXECUTE FUNCTION audit.record_change();

-- table public.price_history
CREATE TABLE public.price_history (
    sku text NOT NULL,
    valid_from date NOT NULL,
    price public.amount NOT NULL,
    CONSTRAINT price_history_pk PRIMARY KEY (sku, valid_from)
) PARTITION BY RANGE (valid_from);
COMMENT ON TABLE public.price_history IS 'What a product cost from a day on: one partition a month, written by a trigger';

-- table public.price_history_2026_01
CREATE TABLE public.price_history_2026_01 PARTITION OF public.price_history FOR VALUES FROM ('2026-01-01') TO ('2026-02-01');

-- table public.price_history_2026_02
CREATE TABLE public.price_history_2026_02 PARTITION OF public.price_history FOR VALUES FROM ('2026-02-01') TO ('2026-03-01');

-- table public.price_history_2026_03
CREATE TABLE public.price_history_2026_03 PARTITION OF public.price_history FOR VALUES FROM ('2026-03-01') TO ('2026-04-01');

-- table public.price_history_other
CREATE TABLE public.price_history_other PARTITION OF public.price_history DEFAULT;

-- table public.product
CREATE TABLE public.product (
    sku text NOT NULL,
    name text NOT NULL,
    details text DEFAULT ''::text NOT NULL,
    attributes jsonb DEFAULT '{}'::jsonb NOT NULL,
    price public.amount NOT NULL,
    status public.product_status DEFAULT 'draft'::public.product_status NOT NULL,
    search tsvector GENERATED ALWAYS AS ((setweight(to_tsvector('english'::regconfig, name), 'A'::"char") || setweight(to_tsvector('english'::regconfig, details), 'B'::"char"))) STORED NOT NULL,
    supplier_code text,
    CONSTRAINT product_pk PRIMARY KEY (sku),
    CONSTRAINT product_attributes_object CHECK ((jsonb_typeof(attributes) = 'object'::text)),
    CONSTRAINT product_sku_format CHECK ((sku ~ '^[A-Z0-9-]{3,20}$'::text))
);
COMMENT ON TABLE public.product IS 'What the shop sells, sold or will sell';
COMMENT ON COLUMN public.product.price IS 'Net, in euro';
CREATE INDEX product_active_name_idx ON public.product USING btree (name) WHERE (status = 'active'::public.product_status);
CREATE INDEX product_attributes_idx ON public.product USING gin (attributes jsonb_path_ops);
CREATE INDEX product_search_idx ON public.product USING gin (search);
CREATE INDEX product_supplier_idx ON public.product USING btree (supplier_code);
CREATE TRIGGER product_audit AFTER INSERT OR DELETE OR UPDATE ON public.product FOR EACH ROW EXECUTE FUNCTION audit.record_change();
CREATE TRIGGER product_price_insert AFTER INSERT ON public.product FOR EACH ROW EXECUTE FUNCTION public.record_price();
CREATE TRIGGER product_price_update AFTER UPDATE OF price ON public.product FOR EACH ROW WHEN (((new.price)::numeric IS DISTINCT FROM (old.price)::numeric)) EXECUTE FUNCTION public.record_price();

-- table public.refund
CREATE TABLE public.refund (
    reference bigint DEFAULT nextval('public.payment_reference_seq'::regclass) NOT NULL,
    payment_reference bigint NOT NULL,
    repaid public.amount NOT NULL,
    reason text NOT NULL,
    repaid_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT refund_pk PRIMARY KEY (reference)
);
CREATE INDEX refund_payment_idx ON public.refund USING btree (payment_reference);

-- table public.stock
CREATE TABLE public.stock (
    sku text NOT NULL,
    warehouse text NOT NULL,
    quantity integer NOT NULL,
    reserved integer DEFAULT 0 NOT NULL,
    CONSTRAINT stock_pk PRIMARY KEY (sku, warehouse),
    CONSTRAINT stock_quantity_not_negative CHECK ((quantity >= 0)),
    CONSTRAINT stock_reserved_in_stock CHECK (((reserved >= 0) AND (reserved <= quantity)))
) WITH (fillfactor=70);

-- table public.supplier
CREATE TABLE public.supplier (
    code text NOT NULL,
    name text NOT NULL,
    phone text,
    phone_as_entered text,
    CONSTRAINT supplier_pk PRIMARY KEY (code)
);
COMMENT ON TABLE public.supplier IS 'Whom the shop buys from';

-- table public.tax_rate
CREATE TABLE public.tax_rate (
    country text NOT NULL,
    category text NOT NULL,
    rate numeric(5,4) NOT NULL,
    CONSTRAINT tax_rate_pk PRIMARY KEY (country, category),
    CONSTRAINT tax_rate_country_iso CHECK ((country ~ '^[A-Z]{2}$'::text)),
    CONSTRAINT tax_rate_plausible CHECK (((rate >= (0)::numeric) AND (rate <= (1)::numeric)))
);
COMMENT ON COLUMN public.tax_rate.rate IS 'A fraction: 0.19 is 19 per cent';

-- foreign keys of table public.merged_supplier
ALTER TABLE public.merged_supplier ADD CONSTRAINT merged_supplier_survivor_fk FOREIGN KEY (merged_into) REFERENCES public.supplier(code);

-- foreign keys of table public.order_line
ALTER TABLE public.order_line ADD CONSTRAINT order_line_order_fk FOREIGN KEY (order_id) REFERENCES public.orders(id) ON DELETE CASCADE;
ALTER TABLE public.order_line ADD CONSTRAINT order_line_product_fk FOREIGN KEY (sku) REFERENCES public.product(sku) ON UPDATE CASCADE;

-- foreign keys of table public.orders
ALTER TABLE public.orders ADD CONSTRAINT orders_campaign_fk FOREIGN KEY (campaign_code) REFERENCES public.campaign(code) ON UPDATE CASCADE ON DELETE SET NULL;
ALTER TABLE public.orders ADD CONSTRAINT orders_customer_fk FOREIGN KEY (customer_id) REFERENCES public.customer(id) ON DELETE RESTRICT;

-- foreign keys of table public.payment
ALTER TABLE public.payment ADD CONSTRAINT payment_order_fk FOREIGN KEY (order_id) REFERENCES public.orders(id) DEFERRABLE INITIALLY DEFERRED;

-- foreign keys of table public.price_history
ALTER TABLE public.price_history ADD CONSTRAINT price_history_product_fk FOREIGN KEY (sku) REFERENCES public.product(sku) ON UPDATE CASCADE ON DELETE CASCADE;

-- foreign keys of table public.product
ALTER TABLE public.product ADD CONSTRAINT product_supplier_fk FOREIGN KEY (supplier_code) REFERENCES public.supplier(code) ON UPDATE CASCADE ON DELETE RESTRICT;

-- foreign keys of table public.refund
ALTER TABLE public.refund ADD CONSTRAINT refund_payment_fk FOREIGN KEY (payment_reference) REFERENCES public.payment(reference);

-- foreign keys of table public.stock
ALTER TABLE public.stock ADD CONSTRAINT stock_product_fk FOREIGN KEY (sku) REFERENCES public.product(sku) ON UPDATE CASCADE ON DELETE CASCADE;

-- materialized view public.stock_level
CREATE MATERIALIZED VIEW public.stock_level AS
SELECT sku,
    sum((quantity - reserved)) AS available,
    sum(reserved) AS reserved
   FROM public.stock
  GROUP BY sku;
COMMENT ON MATERIALIZED VIEW public.stock_level IS 'Over all warehouses, less what is reserved; refreshed every five minutes';
CREATE UNIQUE INDEX stock_level_sku_key ON public.stock_level USING btree (sku);

-- view public.low_stock
CREATE VIEW public.low_stock WITH (security_barrier=true) AS
SELECT product.sku,
    product.name,
    stock_level.available,
    stock_level.reserved
   FROM (public.product
     JOIN public.stock_level USING (sku))
  WHERE ((product.status = 'active'::public.product_status) AND (stock_level.available < 10));
COMMENT ON VIEW public.low_stock IS 'What the buyers should order';
GRANT SELECT ON TABLE public.low_stock TO PUBLIC;
