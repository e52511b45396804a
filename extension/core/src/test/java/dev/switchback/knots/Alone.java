package dev.switchback.knots;

record Alone(First first, Left left, java.util.Optional<Alone> other) {}
