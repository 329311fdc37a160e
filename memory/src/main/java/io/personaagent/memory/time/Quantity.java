package io.personaagent.memory.time;

/** How many: exactly, or between two numbers. */
record Quantity(int least, int most) {

    /** More is no number of days, weeks or years that somebody would count back. */
    private static final int LARGEST = 1000;

    static Quantity exactly(int number) {
        return new Quantity(number, number);
    }

    boolean isExact() {
        return least == most;
    }

    boolean isPlausible() {
        return least > 0 && most <= LARGEST;
    }
}
