create schema audit;

comment on schema audit is 'Who changed what, and when';

create table audit.change (
    id         bigint      generated always as identity,
    table_name name        not null,
    action     text        not null,
    old_row    jsonb,
    new_row    jsonb,
    changed_by name        not null default session_user,
    changed_at timestamptz not null default clock_timestamp(),
    constraint change_pk primary key (id),
    constraint change_action_known check (action in ('INSERT', 'UPDATE', 'DELETE'))
);

create index change_changed_at_idx on audit.change using brin (changed_at);

-- writes with its owner's rights: nobody else may touch the log
create function audit.record_change() returns trigger
    language plpgsql security definer set search_path = '' as $$
begin
    insert into audit.change (table_name, action, old_row, new_row)
    values (tg_table_name, tg_op,
            case when tg_op <> 'INSERT' then to_jsonb(old) end,
            case when tg_op <> 'DELETE' then to_jsonb(new) end);
    return null;
end
$$;

revoke execute on function audit.record_change() from public;

create trigger product_audit after insert or update or delete on product
    for each row execute function audit.record_change();
create trigger orders_audit after insert or update or delete on orders
    for each row execute function audit.record_change();
create trigger payment_audit after insert or update or delete on payment
    for each row execute function audit.record_change();
