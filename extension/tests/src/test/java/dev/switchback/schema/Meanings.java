package dev.switchback.schema;

import java.util.List;
import java.util.stream.Stream;

/** Texts in paragraphs: the lines of one mean the same, those of different ones do not. */
final class Meanings {

    private Meanings() {}

    static List<List<String>> of(String paragraphs) {
        return Stream.of(paragraphs.strip().split("\n\n"))
                .map(paragraph -> paragraph.lines().map(String::strip).toList())
                .toList();
    }

    static final String TYPES =
            """
            int
            int4
            integer
            INTEGER
            pg_catalog.int4

            int8
            bigint

            int2
            smallint

            numeric(10,2)
            decimal(10,2)
            dec ( 10 , 2 )

            numeric(10)
            numeric(10,0)

            numeric
            decimal

            bool
            boolean

            varchar(80)
            character varying(80)
            char varying (80)
            national character varying(80)

            varchar
            character varying

            char(3)
            character(3)
            nchar(3)

            char
            char(1)
            character

            "char"

            bpchar

            text
            "text"

            float4
            real
            float(24)

            float8
            float
            double precision
            float(53)

            timestamp
            timestamp without time zone

            timestamptz
            timestamp with time zone

            timestamp(3)
            timestamp(3) without time zone

            timestamptz(3)
            timestamp (3) with time zone

            time
            time without time zone

            timetz
            time with time zone

            time(0)

            interval

            interval day to second(3)

            interval year to month

            interval(3)
            interval (3)

            bit
            bit(1)

            bit(8)

            varbit
            bit varying

            varbit(8)
            bit varying(8)

            int[]
            integer array
            int4[]
            int[3]
            int[][]

            varchar(10)[]
            character varying(10) array

            timestamptz[]
            timestamp with time zone[]

            jsonb

            uuid

            mood
            public.mood
            "mood"

            mood[]
            public.mood[]

            other."Odd Type"

            int4range

            public.amount
            amount
            """;

    static final String CHECKS =
            """
            status = 'new'
            ((status = 'new'::text))
            "status"='new'
            t.status = 'new'
            status = $$new$$
            status = CAST('new' AS text)

            status = 'New'

            status <> 'new'
            status != 'new'

            status in ('new', 'paid', 'shipped')
            status = any (array['new', 'paid', 'shipped'])
            status = ANY (ARRAY['new'::text, 'paid'::text, 'shipped'::text])
            status = any (array['new', 'paid', 'shipped']::text[])

            status in ('new', 'paid')

            status in ('lost')
            status = 'lost'

            status not in ('new', 'paid')
            status <> all (array['new', 'paid'])

            code = 'new'
            code::text = 'new'
            ((code)::text = 'new'::text)

            code in ('a', 'b')
            code = any (array['a', 'b'])

            small = 1

            small in (1, amount)
            small = 1 or small = amount

            small > 0
            (small > 0)
            SMALL > 0

            small >= 0

            small > -1
            small > '-1'::integer
            small > (-1)

            small between 1 and 10
            small >= 1 and small <= 10
            ((small >= 1) AND (small <= 10))

            small not between 1 and 10
            small < 1 or small > 10

            small between symmetric 10 and 1

            small + 1 * 2 > 3
            (small + (1 * 2)) > 3

            (small + 1) * 2 > 3

            small - 1 - 2 > 0
            (small - 1) - 2 > 0

            small - (1 - 2) > 0

            price > 0
            price > (0)::numeric
            (price > 0::numeric)

            price > 0.5
            price > 0.50

            price * 100 = trunc(price * 100)

            big > 10000000000
            big > '10000000000'::bigint

            big > 0
            (big > 0)

            ratio > 0
            ratio > 0::double precision

            -small < 5

            name like 'A%'
            name ~~ 'A%'

            name not like 'A%'
            name !~~ 'A%'

            not name like 'B%'

            name ilike 'A%'
            name ~~* 'A%'

            name not ilike 'A%'

            name like 'A!%' escape '!'

            name similar to '(a|b)%'

            name ~ '^[A-Z0-9-]{3,20}$'

            name ~* '^[A-Z0-9-]{3,20}$'

            name is null
            name isnull

            name is not null
            name notnull

            name is distinct from status

            name is not distinct from status
            not (name is distinct from status)

            flag is true

            flag is not false

            flag = true
            flag = 't'

            flag

            not flag
            (NOT flag)

            flag and not small > 0 or price > 1
            (flag and (not (small > 0))) or (price > 1)

            flag and (not small > 0 or price > 1)

            flag and small > 0 and price > 1
            flag and (small > 0 and price > 1)
            ((flag AND (small > 0)) AND (price > (1)::numeric))

            small > 0 and flag and price > 1

            lower(name) = name
            pg_catalog.lower(name) = name
            LOWER(name) = (name)

            lower(code) = 'x'
            lower(code::text) = 'x'

            length(name) <= 80
            length(name) <= '80'

            char_length(name) <= 80

            coalesce(name, '') <> ''
            COALESCE(name, ''::text) <> ''::text

            nullif(name, '') is not null

            greatest(small, 1) > least(small, 2)

            (price is null) = (name is null)

            case when flag then small > 0 else true end
            CASE WHEN flag THEN (small > 0) ELSE true END

            case when flag then small > 0 end
            case when flag then small > 0 else null end

            case status when 'new' then small = 0 else false end

            num_nonnulls(name, status) = 1

            created_at < now()
            created_at < current_timestamp
            created_at < CURRENT_TIMESTAMP

            created_at < now() + interval '1 day'
            created_at < (now() + '1 day'::interval)

            created_at < now() + interval '24 hours'

            created_at < now() + interval '90 minutes'
            created_at < now() + '01:30:00'::interval
            created_at < now() + '1.5 hours'

            created_at < now() + interval '2 weeks'
            created_at < now() + interval '14 days'

            created_at at time zone 'UTC' > '2026-01-01'
            timezone('UTC', created_at) > '2026-01-01'

            extract(year from created_at at time zone 'UTC') > 2000

            day > date '2026-01-01'
            day > '2026-01-01'::date
            day > '2026-01-01'

            day >= date '2026-01-01'

            day > current_date

            created_at::date > day

            created_at > day

            substring(name from 1 for 2) = 'AB'
            substring(name, 1, 2) = 'AB'

            position('@' in name) > 1

            trim(both ' ' from name) = name
            btrim(name, ' ') = name

            trim(name) = name
            btrim(name) = name

            name || 'x' <> 'ax'

            name collate "C" < 'x'

            name < 'x' collate "C"

            name < 'x'

            tags @> array['a']

            tags @> '{a}'
            tags @> '{ a }'::text[]

            tags[1] = 'a'

            tags[2] = 'a'

            cardinality(tags) > 0

            'a' = any (tags)

            tags <> '{}'
            tags <> '{}'::text[]

            doc ? 'a'

            doc ->> 'a' = 'b'
            (doc ->> 'a') = 'b'

            doc -> 'a' ->> 'b' = 'c'
            ((doc -> 'a') ->> 'b') = 'c'

            doc @> '{"a": 1}'
            doc @> '{"a":1}'::jsonb

            jsonb_typeof(doc) = 'object'

            (small, big) > (1, 2)
            row(small, big) > row(1, 2)

            feeling = 'sad'
            feeling = 'sad'::mood
            feeling = 'sad'::public.mood

            feeling <> all (array['sad', 'ok']::mood[])
            feeling not in ('sad', 'ok')

            "Mixed Case" > 0

            small % 2 = 0

            small & 1 = 1
            (small & 1) = 1

            2 ^ small < 100

            small = any ('{1,2,3}')
            small = any ('{1, 2, 3}'::int[])

            (name like 'a%') is true

            price::int = small
            cast(price as integer) = small

            price::bigint = small

            price = small
            price = small::numeric

            created_at::timestamp > day

            small / 2 > 1

            small::numeric / 2 > 1

            price / 2 > 1

            date_trunc('month', day) = day
            date_trunc('month', day::timestamptz) = day

            nicety > 0 and nicety * small < 9
            (nicety::numeric > 0) and (nicety * small) < 9

            code like 'A%' and code <> name
            (code::text ~~ 'A%') and (code::text <> name)

            code in (name, 'x', 'y')

            upper(code) || small <> ''
            (upper(code) || small) <> ''

            small > 0 or (small < -5 and not (flag or name is null))

            (small > 0 or small < -5) and not (flag or name is null)

            length(trim(leading '0' from name)) > 0
            length(ltrim(name, '0')) > 0

            overlay(name placing 'x' from 1 for 1) <> 'x'

            array_position(tags, 'a') > 0
            array_position(tags, 'a'::text) > 0

            tags && array['a', 'b']

            tags && '{a,b}'

            regexp_replace(name, '\\s+', ' ', 'g') = name

            doc #>> '{a,b}' = 'c'
            (doc #>> '{a,b}'::text[]) = 'c'

            (doc ->> 'n')::int > 3
            ((doc ->> 'n'))::integer > 3

            age(created_at) < '1 year'
            age(created_at) < interval '12 months'

            created_at - interval '1 hour' < now()

            id = '11111111-aaaa-4bbb-8ccc-000000000000'
            id = '11111111-AAAA-4BBB-8CCC-000000000000'::uuid

            half_open(small) > 0
            public.half_open(small) > 0
            """;

    static final String DEFAULTS =
            """
            text: 'new'
            text: 'new'::text
            text: $$new$$
            text: ('new')

            text: 'it''s'
            text: E'it\\'s'

            text: ''

            varchar(10): 'old'
            varchar(10): 'old'::varchar

            mood: 'ok'
            mood: 'ok'::mood
            mood: 'ok'::public.mood

            int: 0

            int: 7
            int: '7'
            int: '7'::int

            int: -1
            int: '-1'
            int: (-1)
            int: '-1'::integer

            bigint: 10000000000

            numeric(10,2): 0.5
            numeric(10,2): 0.50

            boolean: true
            boolean: 't'
            boolean: TRUE
            boolean: 'true'::boolean

            boolean: false

            timestamptz: now()
            timestamptz: current_timestamp
            timestamptz: CURRENT_TIMESTAMP
            timestamptz: pg_catalog.now()

            timestamptz: clock_timestamp()

            timestamptz: current_timestamp(3)

            timestamptz: now() + interval '30 days'
            timestamptz: (now() + '30 days'::interval)

            timestamp: timezone('utc', now())
            timestamp: (now() at time zone 'utc')

            date: current_date

            date: now()::date

            text: current_user
            text: user

            text: session_user

            text[]: '{}'
            text[]: '{}'::text[]

            text[]: array[]::text[]

            int[]: array[1, 2]
            int[]: array[1,2]::int[]

            jsonb: '{}'
            jsonb: '{}'::jsonb

            jsonb: '[]'

            jsonb: jsonb_build_object('a', 1)

            uuid: gen_random_uuid()

            bigint: nextval('numbers')
            bigint: nextval('public.numbers')
            bigint: nextval('numbers'::regclass)

            bigint: nextval('more_numbers')

            text: 'SO-' || nextval('numbers')
            text: ('SO-'::text || nextval('numbers'::regclass))

            interval: '1 hour'
            interval: interval '1 hour'
            interval: '60 minutes'

            interval: '1 day'

            interval: '24 hours'

            text: null
            text: null::text

            text: upper('a')
            """;

    static final String KEYS =
            """
            customer

            customer desc

            customer desc nulls last

            customer, created

            created, customer

            lower(name)
            LOWER( name )
            (lower(name))

            lower(code)
            lower(code::text)

            name text_pattern_ops

            name collate "C"

            (created::date)
            (cast(created as date))

            coalesce(name, '')

            (customer + 1)

            (doc ->> 'a')

            ((doc ->> 'a')::int)

            "Mixed Case"
            """;

    static final String VIEWS =
            """
            select customer, name from k where customer > 0
            SELECT k.customer, k.name FROM public.k WHERE (k.customer > 0);

            select customer, name from k where customer > 1

            select customer from k where customer > 0

            select distinct customer from k

            select k.customer, count(*) as number from k group by k.customer having count(*) > 1 order by k.customer desc
            select customer, count(*) number from k group by customer having count(*) > 1 order by customer desc

            select k.customer, t.name from k join t on t.small = k.customer
            select k.customer, t.name from k inner join t on (t.small = k.customer)

            select k.customer, t.name from k left join t on t.small = k.customer

            select a.customer, b.name from k a join t b on b.small = a.customer
            select a.customer, b.name from k as a join t as b on b.small = a.customer

            select name from k where exists (select 1 from t where t.small = k.customer)

            select name from k where customer in (select small from t)

            select name as title from k limit 10
            """;

    static final String PARTITION_KEYS =
            """
            range (created)
            RANGE (created)

            list (name)

            hash (customer)

            range (customer, created)

            list (lower(name))
            """;
}
