package dev.switchback.knots;

record Second(Third next) {

    record Inside(String text) {}
}
