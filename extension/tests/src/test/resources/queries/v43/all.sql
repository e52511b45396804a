UPDATE orders SET total = 100;
