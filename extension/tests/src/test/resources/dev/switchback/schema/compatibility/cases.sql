-- Each case: SQL before, => SQL of the migration, and ! what breaks the previous version; nothing where it is compatible.

# relations

create table t (id int)
=> drop table t
! Table public.t is gone.

create table t (id int primary key, name text not null default '')
=> create index on t (name); comment on table t is 'x'; alter table t add note text; alter table t alter name drop not null

create table t (id int, name text)
=> alter table t rename to u
! Table public.t is called public.u now.

create table t (id int, name text)
=> alter table t rename to u; create view t as select * from u

create table t (id int, name text)
=> alter table t rename to u; create view t as select id from u
! Column public.t.name is gone: view public.t does not have it.

create table t (id int, name text); create view v as select id, name from t
=> drop view v
! View public.v is gone.

create table t (id int, name text); create view v as select id, name from t
=> drop view v; create view v as select id from t
! Column public.v.name is gone: view public.v does not have it.

create table t (id int, name text); create view v as select id, name from t
=> alter view v rename column name to title
! Column public.v.name is gone: view public.v does not have it.

create table t (id int, name text); create view v as select id, name from t
=> drop view v; create view v as select id, upper(name) as name, 1 as more from t

create table t (id int, name text); create view v as select id, name from t
=> drop view v; create view v as select name, id from t
! The columns of view public.v are in another order (name, id, and no longer id, name): a row that is read or written without naming them gets mixed up.

create table t (id int, name text); create view v as select id, name from t
=> drop view v; create view v as select id, 1 as more, name from t
! The columns of view public.v are in another order (id, more, name, and no longer id, name): a row that is read or written without naming them gets mixed up.

create table t (id int, name text); create materialized view m as select id, name from t
=> drop materialized view m; create materialized view m as select name, id from t
! The columns of materialized view public.m are in another order (name, id, and no longer id, name): a row that is read or written without naming them gets mixed up.

create table t (id int, name text)
=> alter table t rename to u; create view t as select name, id from u
! The columns of view public.t are in another order (name, id, and no longer id, name): a row that is read or written without naming them gets mixed up.

create table t (id int, name text); create view v as select id, name from t
=> drop view v; create view v as select id::text as id, name from t
! Column public.v.id is text and no longer integer.

create table t (id int, name varchar(10)); create view v as select id, name from t
=> drop view v; alter table t alter name type text; create view v as select id, name from t

create table t (id int); create materialized view m as select id from t
=> drop materialized view m; create table m (id int)

create table t (id int); create materialized view m as select id from t
=> refresh materialized view m with no data
! Materialized view public.m is not populated: it cannot be read until it is refreshed.

create table t (id int)
=> alter table t set unlogged
! Table public.t is unlogged: its rows do not survive a crash.

create unlogged table t (id int)
=> alter table t set logged

create table t (id int) partition by range (id); create table t1 partition of t for values from (1) to (10)
=> alter table t detach partition t1
! Table public.t1 is no longer part of public.t FOR VALUES FROM (1) TO (10): its rows are not found there as they were.

create table t (id int) partition by range (id); create table t1 partition of t for values from (1) to (10)
=> create table t2 partition of t for values from (10) to (20)

create table t (id int) partition by range (id); create table t1 partition of t for values from (1) to (10)
=> alter table t detach partition t1; alter table t attach partition t1 for values from (0) to (100)

create table t (id int) partition by range (id); create table t1 partition of t for values from (1) to (10)
=> alter table t detach partition t1; alter table t attach partition t1 for values from (minvalue) to (maxvalue)

create table t (id int) partition by range (id); create table t1 partition of t for values from (1) to (10)
=> alter table t detach partition t1; alter table t attach partition t1 for values from (2) to (10)
! Table public.t1 takes other rows of public.t (FOR VALUES FROM (2) TO (10), and no longer FOR VALUES FROM (1) TO (10)): rows that no partition takes are refused.

create table t (id int) partition by range (id); create table t1 partition of t for values from (1) to (10)
=> alter table t detach partition t1; alter table t attach partition t1 for values from (1) to (5); create table t2 partition of t for values from (7) to (10); create table t3 partition of t for values from (5) to (7)

create table t (id int) partition by range (id); create table t1 partition of t for values from (1) to (10)
=> alter table t detach partition t1; alter table t attach partition t1 for values from (1) to (5); create table t2 partition of t for values from (7) to (10)
! Table public.t1 takes other rows of public.t (FOR VALUES FROM (1) TO (5), and no longer FOR VALUES FROM (1) TO (10)): rows that no partition takes are refused.

create table t (id int) partition by range (id); create table t1 partition of t for values from (1) to (10)
=> alter table t detach partition t1; alter table t attach partition t1 for values from (1) to (5); create table t2 partition of t default

create table t (id date) partition by range (id); create table t1 partition of t for values from ('2020-01-01') to ('2020-02-01')
=> alter table t detach partition t1; alter table t attach partition t1 for values from ('2019-12-31') to ('2020-12-01')

create table t (id text) partition by range (id); create table t1 partition of t for values from ('b') to ('c')
=> alter table t detach partition t1; alter table t attach partition t1 for values from ('a') to ('c')
! Table public.t1 takes other rows of public.t (FOR VALUES FROM ('a') TO ('c'), and no longer FOR VALUES FROM ('b') TO ('c')): rows that no partition takes are refused.

create table t (id text) partition by range (id); create table t0 partition of t for values from (minvalue) to ('b'); create table t1 partition of t for values from ('b') to ('z')
=> alter table t detach partition t1; alter table t attach partition t1 for values from ('m') to ('z'); create table t2 partition of t for values from ('b') to ('m')

create table t (id text) partition by range (id); create table t0 partition of t for values from (minvalue) to ('b'); create table t1 partition of t for values from ('b') to ('z')
=> alter table t detach partition t1; alter table t attach partition t1 for values from ('n') to ('z'); create table t2 partition of t for values from ('b') to ('m')
! Table public.t1 takes other rows of public.t (FOR VALUES FROM ('n') TO ('z'), and no longer FOR VALUES FROM ('b') TO ('z')): rows that no partition takes are refused.

create table t (id text) partition by list (id); create table t1 partition of t for values in ('a', 'b''c', null)
=> alter table t detach partition t1; alter table t attach partition t1 for values in (null, 'b''c', 'd', 'a')

create table t (id text) partition by list (id); create table t1 partition of t for values in ('a', 'b')
=> alter table t detach partition t1; alter table t attach partition t1 for values in ('a'); create table t2 partition of t for values in ('b')

create table t (id text) partition by list (id); create table t1 partition of t for values in ('a', 'b')
=> alter table t detach partition t1; alter table t attach partition t1 for values in ('a')
! Table public.t1 takes other rows of public.t (FOR VALUES IN ('a'), and no longer FOR VALUES IN ('a', 'b')): rows that no partition takes are refused.

create table t (id int) partition by hash (id); create table t1 partition of t for values with (modulus 2, remainder 1)
=> alter table t detach partition t1; alter table t attach partition t1 for values with (modulus 4, remainder 1); create table t2 partition of t for values with (modulus 4, remainder 3)

create table t (id int) partition by hash (id); create table t1 partition of t for values with (modulus 2, remainder 1)
=> alter table t detach partition t1; alter table t attach partition t1 for values with (modulus 4, remainder 1)
! Table public.t1 takes other rows of public.t (FOR VALUES WITH (modulus 4, remainder 1), and no longer FOR VALUES WITH (modulus 2, remainder 1)): rows that no partition takes are refused.

create table a (id int); create table t (name text) inherits (a)
=> alter table t no inherit a
! Table public.t is no longer part of public.a: its rows are not found there as they were.

create table t (id int, name text)
=> alter table t rename name to old; alter table t add name text; update t set name = old; alter table t drop old; alter table t add id2 int; alter table t drop id; alter table t rename id2 to id
! Table public.t has its columns in another order (id last): a row that is written without naming them gets mixed up.

create table t (id int); create view v as select id from t
=> alter view v set (security_barrier = true)

create table t (id int); create view v as select id from t
=> alter view v set (security_invoker = true)
! View public.v reads its tables with the rights of who asks: roles that have none on the tables are refused.

create table t (id int); create view v as select id from t where id > 0
=> alter view v set (check_option = local)
! View public.v refuses rows that it would not show (check option).

# columns

create table t (id int, name text)
=> alter table t drop name
! Column public.t.name is gone.

create table t (id int, name text)
=> alter table t rename name to title
! Column public.t.name is called public.t.title now.

create table t (id int)
=> alter table t add name text not null
! Column public.t.name is new, takes no null and has no default: a row that leaves it out is refused.

create table t (id int, name text) partition by range (id); create table t1 partition of t default; create table a (name text); create table b (id int) inherits (a)
=> alter table t add code text not null, drop name; alter table a alter name set not null
! Column public.a.name takes no null any more: a row that leaves it out or sets it to null is refused.
! Column public.t.code is new, takes no null and has no default: a row that leaves it out is refused.
! Column public.t.name is gone.

create table t (id int); create domain needed as text not null
=> alter table t add name needed
! Column public.t.name is new, takes no null and has no default: a row that leaves it out is refused.

create table t (id int); create domain needed as text not null default ''
=> alter table t add name needed

create table t (id int)
=> alter table t add name text not null default '', add twice int generated always as (id * 2) stored, add n bigint not null generated always as identity

create table t (name varchar(80))
=> alter table t alter name type varchar(40)
! Column public.t.name is varchar(40) and no longer varchar(80): what does not fit is refused.

create table t (name varchar(40), n smallint, i integer, p numeric(8, 2), r real, ts timestamp(3), a varchar(3)[])
=> alter table t alter name type varchar(80), alter n type integer, alter i type bigint, alter p type numeric(12, 3), alter r type double precision, alter ts type timestamp, alter a type text[]

create table t (name varchar(40) default 'x')
=> alter table t alter name type text

create table t (name text)
=> alter table t alter name type varchar(40)
! Column public.t.name is varchar(40) and no longer text: what does not fit is refused.

create table t (id bigint)
=> alter table t alter id type integer
! Column public.t.id is integer and no longer bigint: what does not fit is refused.

create table t (p numeric(8, 2))
=> alter table t alter p type numeric(8, 3)
! Column public.t.p is numeric(8,3) and no longer numeric(8,2): what does not fit is refused or rounded.

create table t (p numeric(8, 2))
=> alter table t alter p type numeric(6, 2)
! Column public.t.p is numeric(6,2) and no longer numeric(8,2): what does not fit is refused or rounded.

create table t (p numeric(8, 2))
=> alter table t alter p type numeric

create table t (id int)
=> alter table t alter id type text
! Column public.t.id is text and no longer integer.

create table t (name char(8))
=> alter table t alter name type char(10)
! Column public.t.name is character(10) and no longer character(8).

create table t (at timestamp)
=> alter table t alter at type timestamptz
! Column public.t.at is timestamp with time zone and no longer timestamp without time zone.

create type s as enum ('a', 'b'); create table t (s s)
=> alter table t alter s type text
! Column public.t.s is text and no longer public.s.

create domain email as text check (value ~ '@'); create table t (email email)
=> alter table t alter email type text

create domain email as text check (value ~ '@'); create table t (email text)
=> alter table t alter email type email
! Column public.t.email is public.email and no longer text: what does not fit is refused.

create domain free as text; create table t (email varchar(10))
=> alter table t alter email type free

create domain email as text; create table t (email email)
=> alter domain email rename to address
! Domain public.email is called public.address now.

create table t (id int, name text)
=> alter table t alter name set not null
! Column public.t.name takes no null any more: a row that leaves it out or sets it to null is refused.

create table t (id int, name text default '')
=> alter table t alter name set not null
! Column public.t.name takes no null any more: a row that sets it to null is refused.

create table t (id int, name text default '' not null)
=> alter table t alter name drop default
! Column public.t.name has no default any more: a row that leaves it out is refused.

create table t (id int, name text default 'x')
=> alter table t alter name drop default
! Column public.t.name has no default any more: in a row that leaves it out it is null.

create table t (id int, name text default 'x')
=> alter table t alter name set default 'y'

create table t (id int not null)
=> alter table t alter id add generated by default as identity

create table t (id int not null)
=> alter table t alter id add generated always as identity
! Column public.t.id is always generated as identity: a row that sets it is refused, unless it says OVERRIDING.

create table t (id int generated by default as identity)
=> alter table t alter id set generated always
! Column public.t.id is always generated as identity: a row that sets it is refused, unless it says OVERRIDING.

create table t (id int generated by default as identity)
=> alter table t alter id drop identity
! Column public.t.id is no longer an identity: a row that leaves it out is refused.

create table t (id serial)
=> alter table t alter id drop default; drop sequence t_id_seq; alter table t alter id add generated by default as identity

create table t (id serial)
=> alter table t alter id drop default; drop sequence t_id_seq; alter table t alter id add generated by default as identity (sequence name ids)
! Sequence public.t_id_seq is gone.

create table t (id int, twice int generated always as (id * 2) stored)
=> alter table t alter twice drop expression
! Column public.t.twice is no longer computed: in a row that leaves it out it is null.

create table t (id int, twice int)
=> alter table t drop twice, add twice int generated always as (id * 2) stored
! Column public.t.twice is computed now: a row that sets it is refused.

create table t (name text)
=> alter table t alter name type text collate "C"
! Column public.t.name compares and sorts by pg_catalog."C", and no longer by the usual collation.

# uniqueness

create table t (id int primary key)
=> alter table t drop constraint t_pkey
! Primary key public.t.t_pkey is gone: ON CONFLICT of the previous version may name it, or need it for its columns.

create table t (id int, constraint t_key unique (id))
=> alter table t rename constraint t_key to t_id_key
! Unique public.t.t_key is called public.t.t_id_key now.

create table t (id int, name text, constraint t_key unique (id))
=> alter table t drop id
! Column public.t.id is gone.

create table t (id int); create unique index t_key on t (id)
=> drop index t_key
! Index public.t_key is gone: ON CONFLICT of the previous version needs a unique index like it.

create table t (id int); create unique index t_key on t (id)
=> drop index t_key; create unique index t_id_key on t (id)

create table t (id int); create unique index t_key on t (id)
=> alter index t_key rename to t_id_key

create table t (id int not null); create unique index t_key on t (id)
=> alter table t add constraint t_pkey primary key using index t_key

create table t (id int, name text); create index t_idx on t (id)
=> drop index t_idx

create table t (id int)
=> alter table t add constraint t_key unique (id)
! Unique public.t.t_key is new: a second row with the same id is refused.

create table t (id int, name text)
=> create unique index t_key on t (id, lower(name))
! Index public.t_key is new: a second row with the same id, lower(name) is refused.

create table t (id int unique, name text)
=> alter table t add constraint t_both unique (id, name)

create table t (id int)
=> alter table t add name text unique

create table t (id int)
=> alter table t add name text not null default '' unique
! Unique public.t.t_name_key is new: a second row with the same name is refused.

create table t (name text)
=> alter table t add id bigint generated always as identity primary key, add uid uuid not null default gen_random_uuid() unique

create table t (id int, constraint t_key unique (id))
=> alter table t drop constraint t_key, add constraint t_key unique (id) deferrable
! Unique public.t.t_key is deferrable: ON CONFLICT cannot refer to it.

create table t (id int, name text, constraint t_key unique (id))
=> alter table t drop constraint t_key, add constraint t_key unique (id, name)
! Unique public.t.t_key keeps other rows apart than before: UNIQUE (id, name).

create table t (id int); create unique index t_key on t (id)
=> drop index t_key; create index t_key on t (id)
! Index public.t_key is no longer unique: ON CONFLICT needs a unique index like it.

create table t (id int); create index t_key on t (id)
=> drop index t_key; create unique index t_key on t (id)
! Index public.t_key is new: a second row with the same id is refused.

create table t (during int4range)
=> alter table t add constraint t_apart exclude using gist (during with &&)
! Exclusion public.t.t_apart is new: a row that conflicts with another is refused.

create table t (id int)
=> alter table t add during int4range, add constraint t_apart exclude using gist (during with &&)

create table t (during int4range, constraint t_apart exclude using gist (during with &&))
=> alter table t drop constraint t_apart
! Exclusion public.t.t_apart is gone: ON CONFLICT of the previous version may name it, or need it for its columns.

# checks and foreign keys

create table t (id int)
=> alter table t add constraint t_positive check (id > 0) not valid
! Check public.t.t_positive is new: what does not meet CHECK ((id > 0)) is refused.

create table t (id int, constraint t_positive check (id > 0))
=> alter table t drop constraint t_positive

create table t (id int, constraint t_positive check (id > 0) not valid)
=> alter table t validate constraint t_positive

create table t (id int, constraint t_positive check (id > 0))
=> alter table t rename constraint t_positive to t_id_positive

create table t (id int, constraint t_positive check (id > 0))
=> alter table t drop constraint t_positive, add constraint t_positive check (id > 1)
! Check public.t.t_positive is another one: what does not meet CHECK ((id > 1)) is refused.

create table t (id int, constraint t_positive check (id > 0))
=> alter table t drop constraint t_positive, add constraint t_id_positive check (id > 0) not valid

create table t (s text, constraint t_s check (s in ('a', 'b')))
=> alter table t drop constraint t_s, add constraint t_s check (s in ('b', 'a'))

create table t (id int)
=> alter table t add code text, add constraint t_code check (code ~ '^[A-Z]+$'), add n int default 1 check (n > 0)

create table t (id int)
=> alter table t add code text, add constraint t_code check (code is not null)
! Check public.t.t_code is new: what does not meet CHECK ((code IS NOT NULL)) is refused.

create table t (id int)
=> alter table t add n int default 1, add constraint t_n check (n > id)
! Check public.t.t_n is new: what does not meet CHECK ((n > id)) is refused.

create domain email as text; create table t (email email)
=> alter domain email add constraint email_at check (value ~ '@')
! Check public.email.email_at is new: what does not meet CHECK ((VALUE ~ '@'::text)) is refused.

create table p (id int primary key); create table t (p int)
=> alter table t add constraint t_p foreign key (p) references p not valid
! Foreign key public.t.t_p is new: a row whose p is not in public.p(id) is refused.

create table p (id int primary key); create table t (id int)
=> alter table t add p int references p

create table p (id int primary key); create table t (id int)
=> alter table t add p int not null default 0 references p
! Foreign key public.t.t_p_fkey is new: a row whose p is not in public.p(id) is refused.

create table p (id int primary key); create table t (p int constraint t_p references p on delete cascade)
=> alter table t drop constraint t_p
! Foreign key public.t.t_p is gone: what it did (on delete cascade) is not done.

create table p (id int primary key); create table t (p int constraint t_p references p)
=> alter table t drop constraint t_p

create table p (id int primary key); create table t (p int constraint t_p references p on delete cascade)
=> alter table t drop constraint t_p, add constraint t_p_fk foreign key (p) references p on delete cascade not valid

create table p (id int primary key); create table t (p int constraint t_p references p on delete cascade)
=> drop table t, p
! Table public.p is gone.
! Table public.t is gone.

create table p (id int primary key); create table t (p int constraint t_p references p on delete cascade)
=> alter table t drop constraint t_p, add constraint t_p foreign key (p) references p
! Foreign key public.t.t_p has on delete no action and no longer cascade.

create table p (id int primary key); create table t (p int constraint t_p references p)
=> alter table t drop constraint t_p, add constraint t_p foreign key (p) references p on delete cascade

create table p (id int primary key); create table t (p int constraint t_p references p)
=> alter table t drop constraint t_p, add constraint t_p foreign key (p) references p on delete restrict
! Foreign key public.t.t_p has on delete restrict and no longer no action.

create table p (id int primary key); create table t (p int constraint t_p references p deferrable initially deferred)
=> alter table t alter constraint t_p not deferrable
! Foreign key public.t.t_p cannot be deferred any more: what a transaction puts right only later is refused.

create table p (id int primary key); create table t (p int constraint t_p references p deferrable initially deferred)
=> alter table t alter constraint t_p deferrable initially immediate
! Foreign key public.t.t_p is checked at once and no longer at the end: what a transaction puts right only later is refused.

create table p (id int primary key); create table q (id int primary key); create table t (p int constraint t_p references p)
=> alter table t drop constraint t_p, add constraint t_p foreign key (p) references q
! Foreign key public.t.t_p is another one: a row whose p is not in public.q(id) is refused.

# types

create type s as enum ('a', 'b')
=> alter type s add value 'c' before 'b'

create type s as enum ('a', 'b')
=> alter type s rename value 'a' to 'x'
! Enum public.s has no value 'a' any more.

create type s as enum ('a', 'b')
=> drop type s; create type s as enum ('b', 'a')
! Enum public.s has its values in another order: they sort and compare otherwise.

create type s as enum ('a', 'b')
=> drop type s
! Enum public.s is gone.

create domain d as varchar(10)
=> drop domain d; create domain d as varchar(8)
! Domain public.d is character varying(8) and no longer character varying(10): what does not fit is refused.

create domain d as text
=> alter domain d set not null
! Domain public.d takes no null any more.

create domain d as text default 'x'
=> alter domain d drop default
! Domain public.d has no default any more: what is left out is null.

create type c as (a int, b text)
=> alter type c add attribute d int
! Column public.c.d is new: a value with the attributes of before is refused.

create type c as (a int, b text)
=> alter type c drop attribute b
! Column public.c.b is gone.

create type c as (a bigint)
=> alter type c alter attribute a type int
! Column public.c.a is integer and no longer bigint: what does not fit is refused.

create type r as range (subtype = int8)
=> drop type r; create type r as range (subtype = int4)
! Range type public.r is a range of integer and no longer of bigint.

# sequences

create sequence s
=> drop sequence s
! Sequence public.s is gone.

create sequence s
=> alter sequence s rename to s2
! Sequence public.s is called public.s2 now.

create sequence s
=> alter sequence s as integer
! Sequence public.s ends at 2147483647 and no longer 9223372036854775807.

create sequence s as integer
=> alter sequence s as bigint; alter sequence s cache 10 cycle

create sequence s minvalue 1 start 20
=> alter sequence s minvalue 10 restart 20
! Sequence public.s begins at 10 and no longer 1.

create sequence s increment 50
=> alter sequence s increment 1
! Sequence public.s goes in steps of 1 and no longer of 50: who takes a step's numbers at once takes others' too.

create sequence s cycle
=> alter sequence s no cycle
! Sequence public.s does not begin again at its end: there nothing more is given.

# routines

create function f(a int) returns int language sql as 'select 1'
=> drop function f
! Function public.f(integer) is gone.

create function f(a int) returns int language sql as 'select 1'
=> create or replace function f(a int) returns int language sql stable as 'select 2'

create function f(a int) returns int language sql as 'select 1'
=> drop function f; create function f(a int, b text default 'x, y') returns int language sql as 'select 1'

create function f(a int) returns int language sql as 'select 1'
=> drop function f; create function f(a int, b text) returns int language sql as 'select 1'
! Function public.f(integer) is gone.

create function f(a int) returns int language sql as 'select 1'
=> drop function f; create function f(a int) returns text language sql as $$select ''$$
! Function public.f(integer) returns text and no longer integer.

create function f(a int) returns int language sql as 'select 1'
=> drop function f; create function f(b int) returns int language sql as 'select 1'
! Function public.f(integer) takes b integer where it took a integer: calls that name it fail.

create function f(int) returns int language sql as 'select 1'
=> drop function f; create function f(b int) returns int language sql as 'select 1'

create function f(a int default 1) returns int language sql as 'select 1'
=> drop function f; create function f(a int) returns int language sql as 'select 1'
! Function public.f(integer) asks for a integer, which had a default.

create function f(a int) returns int language sql as 'select 1'
=> alter function f rename to g
! Function public.f(integer) is called public.g(integer) now.

create function f(a int) returns int language sql security definer as 'select 1'
=> alter function f security invoker
! Function public.f(integer) runs with the rights of who calls, and no longer of its owner.

create procedure p() language sql as 'select 1'
=> drop procedure p
! Procedure public.p() is gone.

# triggers, rules and policies

create table t (id int); create function f() returns trigger language plpgsql as 'begin return new; end'; create trigger g before insert on t for each row execute function f()
=> drop trigger g on t
! Trigger public.t.g is gone: what it did when the previous version writes is not done.

create table t (id int); create function f() returns trigger language plpgsql as 'begin return new; end'; create trigger g before insert on t for each row execute function f()
=> alter table t disable trigger g
! Trigger public.t.g is disabled: what it did when the previous version writes is not done.

create table t (id int); create function f() returns trigger language plpgsql as 'begin return new; end'; create trigger g before insert on t for each row execute function f()
=> drop trigger g on t; create trigger h before insert on t for each row execute function f()

create table t (id int); create function f() returns trigger language plpgsql as 'begin return new; end'
=> create trigger g before insert on t for each row execute function f()

create table t (id int); create view v as select id from t; create rule r as on insert to v do instead insert into t values (new.id)
=> drop rule r on v
! Rule public.v.r is gone: what it did when the previous version writes is not done.

create table t (id int)
=> alter table t enable row level security
! Table public.t has row security: rows that no policy allows are hidden and refused.

create table t (id int); alter table t enable row level security
=> alter table t force row level security
! Table public.t has row security for its owner, too.

create table t (id int); alter table t enable row level security; create policy p on t using (id > 0)
=> alter table t disable row level security

create table t (id int); alter table t enable row level security; create policy p on t using (id > 0)
=> drop policy p on t
! Policy public.t.p is gone: rows that only it allowed are hidden and refused.

create table t (id int); alter table t enable row level security; create policy p on t using (id > 0)
=> create policy q on t using (id < 0)

create table t (id int); alter table t enable row level security; create policy p on t using (id > 0)
=> create policy q on t as restrictive using (id > 1)
! Policy public.t.q is new and restrictive: rows that it does not allow are hidden and refused.

create table t (id int); alter table t enable row level security; create policy p on t using (id > 0)
=> alter policy p on t using (id > 1)
! Policy public.t.p is another one (using): whether it allows fewer rows cannot be told from its text.

create table t (id int); create policy p on t using (id > 0)
=> alter policy p on t using (id > 1)

# rights

create table t (id int); grant select, insert on t to pg_monitor
=> revoke insert on t from pg_monitor
! Table public.t may not be used as before: pg_monitor has lost INSERT.

create table t (id int); grant select on t to pg_monitor
=> grant select on t to public; revoke select on t from pg_monitor

create table t (id int)
=> revoke delete, select on t from current_user
! Table public.t may not be used as before: its owner has lost DELETE, SELECT.

create function f() returns int language sql as 'select 1'
=> revoke execute on function f from public
! Function public.f() may not be used as before: public has lost EXECUTE.

create table t (id int); grant select (id) on t to pg_monitor
=> revoke select (id) on t from pg_monitor
! Column public.t.id may not be used as before: pg_monitor has lost SELECT.

create table t (id int)
=> alter table t owner to pg_monitor
! Table public.t belongs to pg_monitor and no longer to the owner of the database, whose rights on it are gone unless they are granted.

# what is called by its name

create schema s
=> drop schema s
! Schema s is gone.

create schema s; create table s.t (id int)
=> alter schema s rename to s2
! Schema s is called s2 now.

create collation c (locale = 'C')
=> drop collation c
! Collation public.c is gone.

create text search configuration c (copy = english)
=> alter text search configuration c rename to d
! Text search configuration public.c is called public.d now.

# new things

create table p (id int primary key)
=> create table t (id int primary key, p int not null references p, n int check (n > 0), unique (p, n)); create view v as select * from t; create type e as enum ('a')

create table t (a int)
=> alter table t rename to u; create materialized view t as select a from u
! Materialized view public.t takes the place of table public.t: rows that are written are refused.
