package io.personaagent.app.cli;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Shows how far long work is: a bar on a terminal, a line for each tenth elsewhere. */
final class LongWork implements AutoCloseable {

    private final String name;
    private final Door door;
    private @Nullable ProgressBar bar;
    private @Nullable PlainProgress lines;

    private LongWork(String name, Door door) {
        this.name = name;
        this.door = door;
    }

    /** Work of which nothing is done yet. */
    static LongWork begun(String name, Door door) {
        return new LongWork(name, door);
    }

    void at(long done, long all) {
        if (!door.streams().terminal()) {
            PlainProgress telling = lines == null ? new PlainProgress(door, all) : lines;
            lines = telling;
            telling.at(done);
            return;
        }
        ProgressBar shown = bar == null ? bar(all) : bar;
        bar = shown;
        shown.maxHint(all);
        shown.stepTo(done);
    }

    private ProgressBar bar(long all) {
        return new ProgressBarBuilder()
                .setTaskName(name)
                .setInitialMax(all)
                .setStyle(ProgressBarStyle.ASCII)
                .build();
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
