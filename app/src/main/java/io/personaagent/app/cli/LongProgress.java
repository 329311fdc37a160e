package io.personaagent.app.cli;

import java.time.Duration;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Progress of long work: a bar on a terminal; elsewhere a line for each tenth, and how long the rest may take. */
interface LongProgress extends AutoCloseable {

    void at(long done, long all);

    @Override
    default void close() {}

    static LongProgress of(Door door, String task) {
        return door.streams().terminal() ? new Bar(task) : new Lines(door, System::nanoTime);
    }

    /** Nanoseconds from some moment on. */
    @FunctionalInterface
    interface Stopwatch {
        long nanos();
    }

    /** On a terminal. */
    final class Bar implements LongProgress {

        private final ProgressBar bar;

        private Bar(String task) {
            this.bar = new ProgressBarBuilder()
                    .setTaskName(task)
                    .setInitialMax(-1)
                    .setStyle(ProgressBarStyle.ASCII)
                    .build();
        }

        @Override
        public void at(long done, long all) {
            bar.maxHint(all);
            bar.stepTo(done);
        }

        @Override
        public void close() {
            bar.close();
        }
    }

    /** Where there is no terminal. */
    final class Lines implements LongProgress {

        /** What takes less is over before anybody has read how long it takes. */
        private static final Duration WORTH_TELLING = Duration.ofSeconds(30);

        private final Door door;
        private final Stopwatch stopwatch;
        private final long began;
        private long told;

        Lines(Door door, Stopwatch stopwatch) {
            this.door = door;
            this.stopwatch = stopwatch;
            this.began = stopwatch.nanos();
        }

        @Override
        public void at(long done, long all) {
            long tenth = done * 10 / Math.max(1, all);
            if (tenth > told) {
                told = tenth;
                Duration left = Duration.ofNanos((stopwatch.nanos() - began) / done * (all - done));
                door.tell("%d %%%s"
                        .formatted(
                                tenth * 10,
                                left.compareTo(WORTH_TELLING) < 0 ? "" : ", about %s left".formatted(words(left))));
            }
        }

        private static String words(Duration left) {
            return left.toMinutes() < 2 ? left.toSeconds() + " s" : left.toMinutes() + " min";
        }
    }
}
