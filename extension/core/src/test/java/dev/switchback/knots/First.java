package dev.switchback.knots;

record First(Second.Inside next) {}
