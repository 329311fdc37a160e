package io.personaagent.core.guard;

import java.util.function.Function;

/** How a guarded call ended: it returned, or it threw. */
public sealed interface Ending<T> {

    /** It returned this. */
    record Returned<T>(T value) implements Ending<T> {
        @Override
        public <R> R fold(Function<T, R> returned, Function<Throwable, R> threw) {
            return returned.apply(value);
        }
    }

    /** It threw this; any error counts. */
    record Threw<T>(Throwable cause) implements Ending<T> {
        @Override
        public <R> R fold(Function<T, R> returned, Function<Throwable, R> threw) {
            return threw.apply(cause);
        }
    }

    <R> R fold(Function<T, R> returned, Function<Throwable, R> threw);

    /** The throwable in one line of at most 500 characters, even when its own methods throw. */
    static String describe(Throwable cause) {
        String said;
        try {
            said = cause.toString().strip().replaceAll("\\s+", " ");
        } catch (RuntimeException | Error brokenItself) {
            said = cause.getClass().getName();
        }
        return said.length() <= 500 ? said : said.substring(0, 500) + "...";
    }
}
