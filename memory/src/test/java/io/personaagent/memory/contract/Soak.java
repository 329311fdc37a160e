package io.personaagent.memory.contract;

import java.util.Random;

/** How often a fault is tried: a few times in each build, many times in the profile {@code soak}, which sets {@code soak.NAME}. */
public final class Soak {

    private Soak() {}

    /** The usual number, unless the system property {@code soak.NAME} says another. */
    public static int times(String name, int usual) {
        int times = Integer.getInteger("soak." + name, usual);
        if (times != usual) {
            System.out.printf("soak.%s: %d instead of %d%n", name, times, usual);
        }
        return times;
    }

    /** Tells now and then how far a long run has come. */
    public static void passed(String name, int number) {
        if (number % 100 == 0) {
            System.out.printf("%s: %d have passed%n", name, number);
        }
    }

    /** The same chance in each build; another with the system property {@code soak.seed}. */
    public static Random random(int usualSeed) {
        return new Random(times("seed", usualSeed));
    }
}
