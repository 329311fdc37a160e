package io.personaagent.app.cli;

import io.personaagent.app.eval.Report;
import io.personaagent.app.eval.RetrievalEval;
import io.personaagent.app.eval.Run;
import io.personaagent.app.eval.Sample;
import io.personaagent.app.eval.Settings;
import io.personaagent.app.eval.TemporaryStores;
import io.personaagent.app.eval.contest.Contestant;
import io.personaagent.app.eval.contest.PassageCache;
import io.personaagent.app.eval.dataset.Dataset;
import io.personaagent.app.eval.dataset.DatasetException;
import io.personaagent.app.eval.dataset.Suite;
import io.personaagent.app.eval.dataset.Suite.Task;
import io.personaagent.core.wiring.Household;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Measures backends of a home, by their names, on a set.
 *
 * @param vectors the folder in which vectors are kept for the next run; nothing where they are not
 */
record MeasuringRetrieval(Door door, Household household, List<String> backends, Optional<Path> vectors) {

    Run run(Dataset dataset, Path data, Settings.Choice choice) throws IOException {
        PassageCache passages =
                vectors.map(folder -> PassageCache.keptIn(folder, embedder())).orElseGet(PassageCache::new);
        List<Contestant> contestants = backends.stream()
                .map(name -> new Contestant(household.backend(name), household.lentTo(name), passages))
                .toList();
        Suite all = read(dataset, data);
        Suite suite = choice.limit() == 0 ? all : Sample.of(all, choice.limit(), choice.seed());
        try (TemporaryStores stores = TemporaryStores.make(household.clock());
                LongProgress progress = LongProgress.of(door, "eval " + dataset.name())) {
            RetrievalEval.Depth depth = new RetrievalEval.Depth(choice.cuts(), choice.context());
            List<Report> reports = new RetrievalEval(stores, contestants, depth).run(suite, progress::at);
            Settings settings = new Settings(data.toString(), choice, size(all, suite), embedder(), own());
            return new Run(dataset.name(), suite.skipped(), reports, settings);
        }
    }

    private static Suite read(Dataset dataset, Path data) throws IOException {
        try {
            Suite read = dataset.read(data);
            if (read.questions() == 0) {
                throw new Failure(
                        "%s has no question that can be judged; skipped are: %s".formatted(data, read.skipped()));
            }
            return read;
        } catch (DatasetException unreadable) {
            throw new Failure("%s: %s".formatted(dataset.name(), unreadable.getMessage()));
        }
    }

    private static Settings.Size size(Suite all, Suite asked) {
        int episodes = 0;
        for (Task task : asked.tasks()) {
            episodes += task.haystack().episodes().size();
        }
        return new Settings.Size(asked.tasks().size(), episodes, all.questions());
    }

    private String embedder() {
        return household.lentTo(backends.get(0)).embedders().name();
    }

    private Map<String, Map<String, String>> own() {
        Map<String, Map<String, String>> own = new LinkedHashMap<>();
        backends.forEach(name -> own.put(name, household.lentTo(name).settings()));
        return own;
    }
}
