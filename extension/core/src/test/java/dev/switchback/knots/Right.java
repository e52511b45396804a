package dev.switchback.knots;

final class Right {

    Right() {
        new Left().next().run();
    }
}
