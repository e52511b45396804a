insert into supplier (code, name, phone, phone_as_entered)
select code, name, phone, phone_as_entered from merged_supplier;

alter table product disable trigger product_audit;

update product
set supplier_code = merged_supplier.code
from merged_supplier
where product.sku = any (merged_supplier.skus);

drop table merged_supplier;
