package io.personaagent.app.eval;

import io.personaagent.app.eval.dataset.Suite;
import io.personaagent.memory.spi.Progress;

/** Tells how far a run has come: an episode that one backend absorbed is a step, and so is a question that it was asked. */
final class Steps {

    private final Progress progress;
    private final long all;
    private long passed;

    Steps(Suite suite, int contestants, Progress progress) {
        this.progress = progress;
        this.all = contestants
                * suite.tasks().stream()
                        .mapToLong(task ->
                                task.haystack().episodes().size() + task.items().size())
                        .sum();
    }

    /** So many of what is being done are done; they are not passed yet. */
    void within(long done) {
        progress.at(passed + done, all);
    }

    void passed(long more) {
        passed += more;
        progress.at(passed, all);
    }
}
