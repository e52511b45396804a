package dev.switchback.knots;

record Left(Runnable next) {

    Left() {
        this(Right::new);
    }
}
