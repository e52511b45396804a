alter table orders alter column placed_at set default now();
