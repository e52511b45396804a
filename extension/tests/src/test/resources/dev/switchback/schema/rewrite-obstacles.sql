create type s as enum ('a','b');
create table t (x s default 'a', y s[]);
create view v as select x from t where x = 'a';
create index i on t (x) where x = 'b';
alter table t add check (x <> 'b');
create function f(z s) returns s language sql as 'select z';
-- =>
create domain s as text;
create table t (x s default 'a', y s[]);
create view v as select x from t where x = 'a';
create index i on t (x) where x = 'b';
alter table t add check (x <> 'b');
create function f(z s) returns s language sql as 'select z';

create domain s as text check (value <> 'q');
create table t (x s default 'a');
create view v as select x from t;
-- =>
create type s as enum ('a','b');
create table t (x s default 'a');
create view v as select x from t;

create type s as enum ('a','b','c');
create table t (id int, x s default 'a', y s[] default '{a}');
create view v as select x from t where x = 'a';
create index i on t (x) where x = 'b';
alter table t add check (x <> 'b');
create function f(z s) returns s language sql as 'select z';
create policy p on t using (x = 'a');
create function tf() returns trigger language plpgsql as 'begin return new; end';
create trigger g before update of x on t for each row when (new.x = 'a') execute function tf();
-- =>
create type s as enum ('a','b');
create table t (id int, x s default 'a', y s[] default '{a}');
create view v as select x from t where x = 'a';
create index i on t (x) where x = 'b';
alter table t add check (x <> 'b');
create function f(z s) returns s language sql as 'select z';
create policy p on t using (x = 'a');
create function tf() returns trigger language plpgsql as 'begin return new; end';
create trigger g before update of x on t for each row when (new.x = 'a') execute function tf();

create domain d as int check (value > 0);
create table t (a d default 1, b d[]);
create view v as select a from t;
-- =>
create domain d as bigint check (value > 0);
create table t (a d default 1, b d[]);
create view v as select a from t;

create type r as range (subtype = int4);
create table t (a r);
create view v as select a from t;
-- =>
create type r as range (subtype = int8);
create table t (a r);
create view v as select a from t;

create type c as (a int, b int);
create table t (x c);
-- =>
create type c as enum ('a');
create table t (x c);

create type c as (a int, b int);
create table t (x c);
-- =>
create type c as (a int, b text);
create table t (x c);

create type s as enum ('a');
create table t (x s, k text);
-- =>
create type s as enum ('a','b');
create table t (x s check (x <> 'b'), k text);
create index i on t (k) where x = 'b';
create view v as select * from t where x = 'b';

create type s as enum ('a');
create function f(x s) returns int language sql as 'select 1';
create table t (x s);
-- =>
create type s as enum ('a','b');
create function f(x s default 'b') returns int language sql as 'select 1';
create table t (x s default 'b');

create table a (id int, n text);
create view v as select id, n from a;
create view w as select id from v;
-- =>
create table a2 (id int, n text);
create view a as select id, n from a2;
create view v as select id, n from a;
create view w as select id from v;

create table a2 (id int, n text);
create view a as select id, n from a2;
create view v as select id, n from a;
create view w as select id from v;
-- =>
create table a (id int, n text);
create view v as select id, n from a;
create view w as select id from v;

create table b (id int);
create view a as select id from b;
create view v as select id from a;
create materialized view m as select id from a;
create index mi on m (id);
-- =>
create table b (id int);
create materialized view a as select id from b;
create view v as select id from a;
create materialized view m as select id from a;
create index mi on m (id);

create table b (id int);
create materialized view a as select id from b;
create view v as select id from a;
-- =>
create table b (id int);
create view a as select id from b;
create view v as select id from a;

create table b (id int);
create materialized view a as select id from b;
create view v as select id from a;
-- =>
create table b (id int);
create table a (id int);
create view v as select id from a;

create function f(x int) returns int language sql as 'select x';
create view v as select f(1) as y;
-- =>
create aggregate f(int) (sfunc = int4pl, stype = int);
create view v as select f(1) as y;

create function f(x int) returns int language sql as 'select x';
-- =>
create procedure f(x int) language sql as 'select x';

create table t (a int, b int);
create function tf() returns trigger language plpgsql as 'begin return new; end';
create trigger g before update of a on t for each row execute function tf();
create policy p on t using (a > 0);
create rule r as on update to t where old.a > 3 do instead nothing;
create statistics st on a, b from t;
create index i on t ((a + 1));
-- =>
create table t (a bigint, b int);
create function tf() returns trigger language plpgsql as 'begin return new; end';
create trigger g before update of a on t for each row execute function tf();
create policy p on t using (a > 0);
create rule r as on update to t where old.a > 3 do instead nothing;
create statistics st on a, b from t;
create index i on t ((a + 1));

create table t (a int, g int generated always as (a + 1) stored);
-- =>
create table t (a bigint, g bigint generated always as (a + 1) stored);

create table t (a int, b int primary key);
create table u (b int references t);
-- =>
create table t (a text, b text primary key);
create table u (b text references t);

create table t (a int check (a > 0) default 3);
create index i on t ((a + 1));
-- =>
create table t (a text check (a > '') default 'x');
create index i on t (lower(a));

create table t (a int, b int, primary key (a));
create table u (x int references t (a));
create table u2 (x int references t (a), y int);
-- =>
create table t (a int, b int, primary key (a, b));
create table u (x int);
create table u2 (x int, y int, foreign key (x, y) references t);

create table t (a int, b int, constraint k unique (a));
create table u (x int references t (a));
-- =>
create table t (a int, b int);
create unique index k on t (a);
create table u (x int references t (a));

create table t (a int unique);
create table u (x int references t (a));
-- =>
create table t (a int primary key);
create table u (x int references t (a));

create table p (id int, d int, unique (id, d)) partition by range (d);
create table p1 partition of p for values from (0) to (10);
-- =>
create table p (id int, d int, primary key (id, d)) partition by range (d);
create table p1 partition of p for values from (0) to (10);

create table p (id int, d int) partition by range (d);
create table p1 partition of p for values from (0) to (10);
create index px on p (id);
create index loc on p1 (id);
-- =>
create table p (id int, d int) partition by range (d);
create table p1 partition of p for values from (0) to (10);
create index loc on p1 (id);
create index px on p (id);

create table p (id int, d int) partition by range (d);
create table p1 partition of p for values from (0) to (10);
create index loc on p1 (id);
create index px on p (id);
-- =>
create table p (id int, d int) partition by range (d);
create table p1 partition of p for values from (0) to (10);
create index px on p (id);
create index loc on p1 (id);

create table p (id int, d int) partition by range (d);
create table p1 (id int, d int, constraint own unique (id, d));
create unique index px on p (id, d);
alter table p attach partition p1 for values from (0) to (10);
-- =>
create table p (id int, d int) partition by range (d);
create unique index px on p (id, d);
create table p1 partition of p for values from (0) to (10);

create table p (id int, d int) partition by range (d);
create unique index px on p (id, d);
create table p1 partition of p for values from (0) to (10);
-- =>
create table p (id int, d int) partition by range (d);
create table p1 (id int, d int, constraint own unique (id, d));
create unique index px on p (id, d);
alter table p attach partition p1 for values from (0) to (10);

create table t (a int);
create table c () inherits (t);
create view v as select * from c;
-- =>
create table t (a bigint);
create table c () inherits (t);
create view v as select * from c;

create table t (id serial, n text);
-- =>
create table t (id int generated always as identity, n text);

create table t (id int generated by default as identity, n text);
create view v as select id from t;
-- =>
create table t (id serial, n text);
create view v as select id from t;

create table t (id int generated by default as identity, n text);
create view v as select id from t;
-- =>
create table t (id bigint generated always as identity (start 5), n text);
create view v as select id from t;

create table t (a int, b int generated always as (a * 2) stored);
create view v as select b from t;
-- =>
create table t (a int, b int);
create view v as select b from t;

create table t (a int, b int);
create view v as select b from t;
create index i on t (b);
-- =>
create table t (a int, b int generated always as (a * 2) stored);
create view v as select b from t;
create index i on t (b);

create collation c1 (provider = libc, locale = 'C');
create table t (a text collate c1);
create index i on t (a);
-- =>
create collation c2 (provider = libc, locale = 'C');
create table t (a text collate c2);
create index i on t (a);

create function f() returns trigger language plpgsql as 'begin return new; end';
create table t (a int);
create trigger g before insert on t for each row execute function f();
-- =>
create function f(x int) returns int language sql as 'select 1';
create function f() returns trigger language plpgsql as 'begin return null; end';
create table t (a int);
create trigger g before insert on t for each row execute function f();

create function f(a int, b int) returns int language sql as 'select 1';
create operator === (function = f, leftarg = int, rightarg = int);
-- =>
create function f(a int, b int) returns bigint language sql as 'select 1::bigint';
create operator === (function = f, leftarg = int, rightarg = int);

create function f(a int, b int) returns int language sql as 'select 1';
create aggregate ag (int) (sfunc = f, stype = int, initcond = '0');
create view v as select ag(1) as x;
-- =>
create function f(b int, a int) returns int language sql as 'select 1';
create aggregate ag (int) (sfunc = f, stype = int, initcond = '0');
create view v as select ag(1) as x;

create function f(a int) returns int language sql immutable as 'select 1';
create domain d as int check (f(value) > 0);
create table t (x d);
-- =>
create function f(b int) returns int language sql immutable as 'select 1';
create domain d as int check (f(value) > 0);
create table t (x d);

create function f(a text) returns int language sql immutable as 'select 1';
create type s as enum ('a');
create function f2(s) returns text language sql immutable as 'select ''a''::text';
create cast (s as text) with function f2(s) as assignment;
create table t (x s, g int generated always as (f('a')) stored);
-- =>
create function f(b text) returns int language sql immutable as 'select 1';
create type s as enum ('a');
create function f2(z s) returns text language sql immutable as 'select ''a''::text';
create cast (s as text) with function f2(s) as assignment;
create table t (x s, g int generated always as (f('a')) stored);

create table par (a int);
create table ch (b int) inherits (par);
-- =>
create table par (a int);
create table ch (a int, b int);

create table a (id int);
create view v with (security_barrier) as select * from a;
create rule r as on insert to v do instead insert into a values (new.id);
create trigger g instead of update on v for each row execute function suppress_redundant_updates_trigger();
-- =>
create table a (id bigint);
create view v with (security_barrier) as select * from a;
create rule r as on insert to v do instead insert into a values (new.id);
create trigger g instead of update on v for each row execute function suppress_redundant_updates_trigger();

create sequence s;
create table t (a int default nextval('s'));
-- =>
create table s (x int);
create sequence s2;
create table t (a int default nextval('s2'));

create sequence s as int;
create table t (a int default nextval('s'));
alter sequence s owned by t.a;
-- =>
create sequence s as bigint cache 5;
create table t (a bigint default nextval('s'));
alter sequence s owned by none;

create table t (a int);
create publication p for table t where (a > 0);
-- =>
create table t (a text, b int);
create publication p for table t (a) where (b > 0);

create type s as enum ('a','b');
create table t (x s, y int generated always as (case x when 'a' then 1 else 2 end) stored);
-- =>
create type s as enum ('a');
create table t (x s, y int generated always as (case x when 'a' then 1 else 2 end) stored);

create type s as enum ('a','b');
create table t (x s primary key);
create table u (x s references t);
create materialized view m as select x from t;
create unique index mi on m (x);
create view v as select * from m;
-- =>
create type s as enum ('a');
create table t (x s primary key);
create table u (x s references t);
create materialized view m as select x from t;
create unique index mi on m (x);
create view v as select * from m;

create type s as enum ('a','b');
create table t (x s);
create function f(s) returns bool language sql immutable as 'select true';
create index i on t (f(x));
alter table t add constraint ck check (f(x));
create operator === (function = f, rightarg = s);
-- =>
create type s as enum ('a');
create table t (x s);
create function f(s) returns bool language sql immutable as 'select true';
create index i on t (f(x));
alter table t add constraint ck check (f(x));
create operator === (function = f, rightarg = s);

create type s as enum ('a','b');
create table t (x s);
create table c () inherits (t);
create view v as select * from c;
alter table c alter x set default 'a';
-- =>
create type s as enum ('a');
create table t (x s);
create table c () inherits (t);
create view v as select * from c;
alter table c alter x set default 'a';

create type s as enum ('a','b');
create table t (x s[] default '{a}');
create index i on t using gin (x);
create function f(v s[]) returns setof s language sql as 'select unnest(v)';
create aggregate ag(s) (sfunc = array_append, stype = s[]);
-- =>
create type s as enum ('a');
create table t (x s[] default '{a}');
create index i on t using gin (x);
create function f(v s[]) returns setof s language sql as 'select unnest(v)';
create aggregate ag(s) (sfunc = array_append, stype = s[]);

create schema "Q q";
create type "Q q"."S" as enum ('a','b');
create table "Q q"."T" ("X" "Q q"."S" default 'a');
create view "Q q"."V" as select "X" from "Q q"."T" where "X" = 'a';
create index on "Q q"."T" ("X") where "X" = 'a';
-- =>
create schema "Q q";
create type "Q q"."S" as enum ('a');
create table "Q q"."T" ("X" "Q q"."S" default 'a');
create view "Q q"."V" as select "X" from "Q q"."T" where "X" = 'a';
create index on "Q q"."T" ("X") where "X" = 'a';

create table t (a int, b text);
create function f(x t) returns text language sql as 'select x.b';
create view v as select f(t) as z from t;
create index i on t (f(t));
-- =>
create table t (a int, b varchar(3));
create function f(x t) returns text language sql as 'select x.b';
create view v as select f(t) as z from t;
create index i on t (f(t));

create function f(x int) returns int language plpgsql immutable as 'begin return 1; end';
create table t (a int default f(1), g int generated always as (f(1)) stored, check (f(a) > 0), exclude (f(a) with =));
create policy p on t using (f(a) > 1);
create trigger g before insert on t for each row when (f(new.a) > 1) execute function suppress_redundant_updates_trigger();
create rule r as on update to t where f(old.a) = 3 do instead nothing;
create statistics st on (f(a)), a from t;
create materialized view m as select f(1) as b;
create view v as select b from m;
-- =>
create function f(y int) returns int language plpgsql immutable as 'begin return 1; end';
create table t (a int default f(1), g int generated always as (f(1)) stored, check (f(a) > 0), exclude (f(a) with =));
create policy p on t using (f(a) > 1);
create trigger g before insert on t for each row when (f(new.a) > 1) execute function suppress_redundant_updates_trigger();
create rule r as on update to t where f(old.a) = 3 do instead nothing;
create statistics st on (f(a)), a from t;
create materialized view m as select f(1) as b;
create view v as select b from m;

create function f() returns trigger language plpgsql as 'begin return new; end';
create table t (a int);
create trigger g before insert on t for each row execute function f();
-- =>
create function f2() returns trigger language plpgsql as 'begin return new; end';
create table t (a int);
create trigger g before insert on t for each row execute function f2();

create table p (a int, b int) partition by range (a);
create table p1 partition of p for values from (0) to (10);
create view v as select * from p1;
create table u (a int);
-- =>
create table p (a int, b int) partition by range (a);
create table u (a int);

create table p (a int primary key) partition by range (a);
create table p1 partition of p for values from (0) to (10) partition by range (a);
create table p11 partition of p1 for values from (0) to (5);
create table u (a int references p);
-- =>
create table p (a int primary key) partition by range (a);
create table u (a int references p);

create table p (a int primary key) partition by range (a);
create table u (a int references p);
-- =>
create table p (a int primary key) partition by range (a);
create table p1 partition of p for values from (0) to (10) partition by range (a);
create table p11 partition of p1 for values from (0) to (5);
create table u (a int references p);

create view v as select 1 as a;
create view w as select a from v;
create function f() returns setof w language sql as 'select * from w';
create view x as select * from f();
-- =>
create view v as select 1::bigint as a;
create view w as select a from v;
create function f() returns setof w language sql as 'select * from w';
create view x as select * from f();

create materialized view m as select 1 as a;
create unique index i on m (a);
create view w as select a from m;
comment on view w is 'c';
grant select on w to public;
create materialized view m2 as select a from w with no data;
-- =>
create materialized view m as select 1::bigint as a;
create unique index i on m (a);
create view w as select a from m;
comment on view w is 'c';
grant select on w to public;
create materialized view m2 as select a from w with no data;

create view w as select 1 as a;
alter view w alter a set default 5;
create trigger g instead of insert on w for each row execute function suppress_redundant_updates_trigger();
create rule r as on update to w do instead nothing;
-- =>
create view w as select 1::bigint as a;
alter view w alter a set default 5;
create trigger g instead of insert on w for each row execute function suppress_redundant_updates_trigger();
create rule r as on update to w do instead nothing;

create function f() returns table (a int) language sql as 'select 1';
create view v as select a from f();
create function g() returns setof v language sql as 'select * from v';
create procedure pr(inout x v) language plpgsql as 'begin end';
-- =>
create function f() returns table (a int, b int) language sql as 'select 1, 2';
create view v as select a from f();
create function g() returns setof v language sql as 'select * from v';
create procedure pr(inout x v) language plpgsql as 'begin end';

create function f(a int) returns int language sql as 'select 1'; create function g() returns int language sql begin atomic select f(1); end;
-- =>
create function f(b int) returns int language sql as 'select 1'; create function g() returns int language sql begin atomic select f(1); end;

create table t (a int); create function g() returns int language sql begin atomic select a from t; end;
-- =>
create table t (a bigint); create function g() returns bigint language sql begin atomic select a from t; end;

create sequence s;
create table t (a int default nextval('s'));
create view v as select nextval('s') as n;
-- =>
create table t (a int);
create view s as select 1 as x;

create extension citext;
create table t (a citext);
create view v as select a from t;
-- =>
create table t (a text);
create view v as select a from t;

create extension citext;
create table t (a text);
create view v as select a from t;
-- =>
create schema x;
create extension citext schema x;
create table t (a x.citext);
create view v as select a from t;

create extension hstore;
create extension citext;
create table t (a hstore, b citext unique);
create index on t using gin (a);
-- =>
create schema x;
create extension hstore schema x;
create extension citext schema x;
create table t (a x.hstore, b x.citext unique);
create index on t using gin (a);
