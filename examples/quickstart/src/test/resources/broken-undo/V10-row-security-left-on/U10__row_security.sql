drop policy lines_of_visible_orders on order_line;
drop policy orders_of_customer on orders;
