create table campaign (
    code     text          not null,
    runs     daterange     not null,
    discount numeric(5, 4) not null,
    constraint campaign_pk primary key (code),
    constraint campaign_discount_plausible check (discount > 0 and discount < 1),
    constraint campaign_one_at_a_time exclude using gist (runs with &&)
);

comment on constraint campaign_one_at_a_time on campaign is 'Discounts never add up';

alter table orders
    add column campaign_code text,
    add constraint orders_campaign_fk foreign key (campaign_code) references campaign
        on update cascade on delete set null;

create index orders_campaign_idx on orders (campaign_code) where campaign_code is not null;
