-- The checkout says when an order was placed: a default would hide that it forgot to.
alter table orders alter column placed_at drop default;
