package dev.switchback.knots;

final class Third {

    private Third() {}

    static First first() {
        return new First(new Second.Inside(""));
    }
}
