package io.personaagent.app.eval;

import static java.util.Objects.requireNonNull;

import io.personaagent.app.eval.contest.Contestant;
import io.personaagent.app.eval.contest.Entry;
import io.personaagent.app.eval.contest.Entry.Recalled;
import io.personaagent.app.eval.contest.ModelUse;
import io.personaagent.app.eval.dataset.Haystack;
import io.personaagent.app.eval.dataset.Item;
import io.personaagent.app.eval.dataset.Question;
import io.personaagent.app.eval.dataset.Suite;
import io.personaagent.app.eval.dataset.Suite.Task;
import io.personaagent.memory.spi.Progress;
import io.personaagent.memory.spi.RecallQuery;
import io.personaagent.memory.spi.UserStore;
import io.personaagent.tools.UserId;
import java.io.IOException;
import java.util.Collections;
import java.util.List;

/**
 * Asks memory backends the questions of a set. Each haystack becomes the log of a new person in a temporary store, from which every
 * backend absorbs in turn; so all see the same, and nobody's own memory is touched.
 */
public final class RetrievalEval {

    private static final int GROWTH = 4;

    private final TemporaryStores stores;
    private final List<Tally> tallies;
    private final Depth depth;

    /**
     * How deep it is looked.
     *
     * @param cuts the places at which is measured, such as 5 and 10
     * @param context how many recollections a planner would be shown
     */
    public record Depth(List<Integer> cuts, int context) {
        public Depth {
            cuts = cuts.stream().distinct().sorted().toList();
            if (cuts.isEmpty() || cuts.get(0) < 1) {
                throw new IllegalArgumentException("cuts must be at least 1, but are " + cuts);
            }
        }

        int deepest() {
            return Collections.max(cuts);
        }
    }

    public RetrievalEval(TemporaryStores stores, List<Contestant> contestants, Depth depth) {
        this.stores = requireNonNull(stores, "stores");
        this.tallies = contestants.stream().map(Tally::new).toList();
        this.depth = requireNonNull(depth, "depth");
    }

    /**
     * One report for each contestant, in their order. To be called once.
     *
     * @param progress hears of episodes that were absorbed and questions that were asked
     */
    public List<Report> run(Suite suite, Progress progress) throws IOException {
        Steps steps = new Steps(suite, tallies.size(), progress);
        int number = 0;
        for (Task task : suite.tasks()) {
            UserId user = new UserId("haystack-%d".formatted(number++));
            try (UserStore store = stores.open(user)) {
                store.episodes().appendAll(task.haystack().episodes());
                tallies.forEach(tally -> compete(tally, store, task, steps));
            }
            stores.remove(user);
        }
        return tallies.stream().map(Tally::report).toList();
    }

    private void compete(Tally tally, UserStore store, Task task, Steps steps) {
        ModelUse use = tally.contestant().modelUse();
        long calls = use.calls();
        long tokens = use.tokens();
        try (Entry entry = tally.contestant().enter(store, (done, all) -> steps.within(done))) {
            tally.absorbed(use.calls() - calls, use.tokens() - tokens);
            steps.passed(task.haystack().episodes().size());
            for (Item item : task.items()) {
                List<String> ranked = ask(entry, item.question(), task.haystack(), tally);
                tally.judged(item.gold().judge(ranked, depth.cuts()), item.categories());
                steps.passed(1);
            }
        }
    }

    /**
     * The units, the best first. Where a unit has many episodes, more is asked for until there are enough of them; only the first recall
     * is timed, because nobody but a measurement asks for more.
     */
    private List<String> ask(Entry entry, Question question, Haystack haystack, Tally tally) {
        int limit = depth.deepest();
        RecallQuery query =
                RecallQuery.about(question.text(), question.askedAt()).limit(limit);
        Recalled recalled = entry.ask(query);
        tally.recalled(
                recalled.took(),
                recalled.texts()
                        .subList(0, Math.min(depth.context(), recalled.texts().size())));
        List<String> ranked = haystack.rank(recalled.found());
        while (ranked.size() < depth.deepest()
                && recalled.texts().size() >= limit
                && limit < haystack.episodes().size()) {
            limit *= GROWTH;
            recalled = entry.ask(query.limit(limit));
            ranked = haystack.rank(recalled.found());
        }
        return ranked;
    }
}
