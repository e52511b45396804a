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
