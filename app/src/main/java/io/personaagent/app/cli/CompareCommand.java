package io.personaagent.app.cli;

import io.personaagent.core.wiring.Household;
import io.personaagent.memory.compare.Comparison;
import io.personaagent.memory.compare.Probes;
import io.personaagent.memory.spi.RecallQuery;
import io.personaagent.memory.spi.UserStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Asks several backends the same about the person's own history. */
@Command(
        name = "compare",
        header = "Compares backends on your own history.",
        description = {
            "Asked are the lines of a file; or else questions that you asked before, and where those are too few other things",
            "that you said, each at its time and with itself hidden. It tells how far the backends agree, not which is right.",
            "A backend that has no complete view gets one for this, which is removed afterwards."
        })
final class CompareCommand implements Callable<Integer> {

    private final Door door;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--backend",
            paramLabel = "NAME",
            required = true,
            description = "one of them; give it twice or more")
    private List<String> backends = List.of();

    @Option(names = "--questions", paramLabel = "FILE", description = "a text file, one question a line")
    private @Nullable Path questions;

    @Option(names = "--limit", paramLabel = "N", description = "the most questions (default: ${DEFAULT-VALUE})")
    private int limit = 50;

    @Option(names = "--k", paramLabel = "K", description = "how many memories each recalls (default: ${DEFAULT-VALUE})")
    private int k = 10;

    @Option(names = "--seed", paramLabel = "S", description = "which sample is drawn (default: ${DEFAULT-VALUE})")
    private long seed = 1;

    @Option(names = "--keep", description = "keeps the views that are built for this, as 'memory rebuild' would")
    private boolean keep;

    @Mixin
    private final Output output = new Output();

    CompareCommand(Door door) {
        this.door = door;
    }

    @Override
    public Integer call() throws Exception {
        if (spec != null && backends.stream().distinct().count() < 2) {
            throw new ParameterException(
                    spec.commandLine(),
                    "there is nothing to compare; give '--backend' twice, such as"
                            + " '--backend episodic-semantic --backend lexical'");
        }
        return door.with(household -> {
            Probes probes = probes(household);
            if (probes.queries().isEmpty()) {
                throw new Failure("there is nothing to ask about; nothing is remembered yet");
            }
            compare(household, probes);
            return 0;
        });
    }

    private Probes probes(Household household) throws IOException {
        Probes sampled;
        if (questions != null) {
            sampled = ofFile(questions, household.clock().instant());
        } else {
            try (UserStore store = household.stores().open(Door.user(household))) {
                sampled = Probes.sampled(store.episodes(), limit, new Random(seed));
            }
        }
        return new Probes(
                sampled.queries().stream()
                        .limit(limit)
                        .map(query -> query.limit(k))
                        .toList(),
                Math.min(limit, sampled.questions()));
    }

    private static Probes ofFile(Path file, Instant now) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new Failure("there is no file '%s'".formatted(file));
        }
        List<RecallQuery> queries = Files.readAllLines(file).stream()
                .filter(line -> !line.isBlank())
                .map(line -> RecallQuery.about(line.strip(), now))
                .toList();
        return new Probes(queries, queries.size());
    }

    private void compare(Household household, Probes probes) {
        List<ComparedBackend> opened = new ArrayList<>();
        try {
            for (String name : backends.stream().distinct().toList()) {
                opened.add(ComparedBackend.opened(household, name, door));
            }
            CompareReport report = new CompareReport(probes, compared(probes, opened), opened, k);
            door.print(
                    output.json()
                            ? report.json()
                            : report.words(household.clock().getZone()));
            if (keep) {
                opened.forEach(ComparedBackend::keep);
            }
        } finally {
            opened.forEach(ComparedBackend::close);
        }
    }

    private Comparison compared(Probes probes, List<ComparedBackend> opened) {
        try (LongProgress work = LongProgress.of(door, "compare")) {
            return Comparison.of(
                    probes.queries(), opened.stream().map(ComparedBackend::side).toList(), System::nanoTime, work::at);
        }
    }
}
