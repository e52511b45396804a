package dev.switchback.postgresql.catalog;

import java.util.List;

/** The privileges that somebody has changed on what the server or an extension brings; and large objects. */
final class BuiltIns {

    static final CatalogQuery PRIVILEGES = new CatalogQuery(
            List.of("members of extensions"),
            """
            select 'BUILT_IN' as kind, null as schema, null as parent, concat(i.type, ' ', i.identity) as name, o.oid as identity,
              null as definition,
              array_to_string(coalesce(p.initprivs, acldefault(o.kind, o.owner)), ',') || ' ' || array_to_string(o.acl, ',')
                || ' ' || pg_get_userbyid(o.owner) as privileges
            from (
              select 'pg_proc'::regclass::oid as classid, oid, proacl as acl, proowner as owner, 'f'::"char" as kind from pg_proc
              union all
              select 'pg_class'::regclass, oid, relacl, relowner, case relkind when 'S' then 's' else 'r' end::"char" from pg_class
              union all
              select 'pg_type'::regclass, oid, typacl, typowner, 'T'::"char" from pg_type
              union all
              select 'pg_namespace'::regclass, oid, nspacl, nspowner, 'n'::"char" from pg_namespace where nspname not in ('public', 'information_schema')
              union all
              select 'pg_language'::regclass, oid, lanacl, lanowner, 'l'::"char" from pg_language
              union all
              select 'pg_foreign_data_wrapper'::regclass, oid, fdwacl, fdwowner, 'F'::"char" from pg_foreign_data_wrapper
              union all
              select 'pg_foreign_server'::regclass, oid, srvacl, srvowner, 'S'::"char" from pg_foreign_server) o
              left join pg_init_privs p on p.classoid = o.classid and p.objoid = o.oid and p.objsubid = 0
              cross join lateral pg_identify_object(o.classid, o.oid, 0) i
            where o.acl is not null and o.acl is distinct from p.initprivs and i.schema is distinct from 'information_schema'
              and (o.oid < 16384 or exists (
                select from pg_depend e where e.classid = o.classid and e.objid = o.oid
                  and e.refclassid = 'pg_extension'::regclass and e.deptype = 'e'))
            """);

    static final CatalogQuery LARGE_OBJECTS = new CatalogQuery(
            List.of("pg_largeobject_metadata", "comments on pg_largeobject"),
            """
            select 'LARGE_OBJECT' as kind, null as schema, null as parent, l.oid::text as name, l.oid as identity,
              null as definition,
              ${owner l.lomowner} as owner,
              ${privileges L l.lomacl l.lomowner} as privileges,
              ${comment pg_largeobject l.oid} as comment
            from pg_largeobject_metadata l
            """);

    private BuiltIns() {}
}
