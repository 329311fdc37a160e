package io.personaagent.app.cli;

import io.personaagent.app.eval.Run;
import io.personaagent.app.eval.Settings;
import io.personaagent.app.eval.dataset.Dataset;
import io.personaagent.app.eval.dataset.Datasets;
import io.personaagent.app.show.EvalJson;
import io.personaagent.app.show.EvalTable;
import io.personaagent.core.config.Suggestion;
import io.personaagent.core.wiring.Household;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How much of the evidence memory finds. */
@Command(
        name = "retrieval",
        header = "Measures how much of the evidence memory finds.",
        description = {
            "Reads a public data set as its makers publish it (.gz too), puts each",
            "conversation into a memory of its own that is thrown away afterwards,",
            "and asks the questions. Nothing of yours is touched.",
            "",
            "Sets: locomo, longmemeval, beam, personabench, musique, memento,",
            "prefeval, memdaily."
        })
final class EvalRetrievalCommand implements Callable<Integer> {

    private final Door door;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it before it calls
    private CommandSpec spec;

    @Option(
            names = "--dataset",
            paramLabel = "NAME",
            required = true,
            completionCandidates = Names.class,
            description = "the data set")
    private String dataset = "";

    @Option(names = "--data", paramLabel = "PATH", required = true, description = "its file, or its folder")
    private Path data = Path.of("");

    @Option(
            names = "--backend",
            paramLabel = "NAME",
            description = "a memory backend, also of a plugin; several are measured side by side (default: yours)")
    private List<String> backends = new ArrayList<>();

    @Option(
            names = "--k",
            paramLabel = "K",
            split = ",",
            description = "how far down the results is looked (default: 5,10,25,50), besides what is usual for the set")
    private List<Integer> cuts = new ArrayList<>(List.of(5, 10, 25, 50));

    @Option(names = "--limit", paramLabel = "N", description = "asks only N questions, drawn by chance")
    private @Nullable Integer limit;

    @Option(names = "--seed", paramLabel = "S", description = "of the drawing (default: ${DEFAULT-VALUE})")
    private long seed = 1;

    @Option(names = "--out", paramLabel = "FILE", description = "writes the report as JSON, too")
    private @Nullable Path out;

    @Option(
            names = "--vectors",
            paramLabel = "FOLDER",
            description = "keeps the vectors of what is searched there, so that the next run need not make them")
    private @Nullable Path vectors;

    @Mixin
    private final Output output = new Output();

    /** What the shell completes. */
    static final class Names implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Datasets.names().iterator();
        }
    }

    EvalRetrievalCommand(Door door) {
        this.door = door;
    }

    @Override
    public Integer call() throws Exception {
        Dataset chosen = Datasets.named(dataset).orElseThrow(this::unknownDataset);
        if (cuts.isEmpty() || cuts.stream().anyMatch(cut -> cut < 1)) {
            throw wrong("--k is %s, but must be numbers of at least 1".formatted(cuts));
        }
        if (limit != null && limit < 1) {
            throw wrong("--limit is %d, but must be at least 1".formatted(limit));
        }
        checkTarget();
        return door.with(household -> {
            List<String> names = backends.isEmpty()
                    ? List.of(household.settings().text("memory.backend"))
                    : backends.stream().distinct().toList();
            Run run = new MeasuringRetrieval(door, household, names, Optional.ofNullable(vectors))
                    .run(chosen, data, choice(chosen, household));
            String json = EvalJson.of(run, Version.number()).toPrettyString();
            if (out != null) {
                ReportFile.write(out, json);
            }
            if (output.json()) {
                door.print(json);
            } else {
                EvalTable.of(run).forEach(door::print);
            }
            return 0;
        });
    }

    private Settings.Choice choice(Dataset chosen, Household household) {
        List<Integer> all = Stream.concat(cuts.stream(), chosen.usualCuts().stream())
                .distinct()
                .sorted()
                .toList();
        return new Settings.Choice(
                all, limit == null ? 0 : limit, seed, household.settings().count("turn.recall"));
    }

    private ParameterException unknownDataset() {
        String meant = Suggestion.closest(dataset, Datasets.names())
                .map("did you mean '%s'?"::formatted)
                .orElseGet(() -> "there are: " + String.join(", ", Datasets.names()));
        return wrong("there is no data set '%s'; %s".formatted(dataset, meant));
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    /** Before hours are spent. */
    private void checkTarget() {
        if (out != null) {
            ReportFile.check(out);
        }
        if (vectors != null && !Files.isDirectory(vectors)) {
            throw new Failure("there is no folder '%s' for the vectors".formatted(vectors));
        }
    }
}
