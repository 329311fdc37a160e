package io.personaagent.app.cli;

import io.personaagent.app.eval.predict.Ablation;
import io.personaagent.app.eval.predict.ExamReport;
import io.personaagent.app.eval.predict.PredictRun;
import io.personaagent.app.show.LearningCurve;
import io.personaagent.app.show.PredictJson;
import io.personaagent.app.show.PredictTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How well it is predicted what a person would say. */
@Command(
        name = "predict",
        header = "Measures how well it is predicted what a person would say.",
        description = {
            "Reads a file of questions and one of answers in the format of LaMP",
            "(LaMP-1, 2, 3, and ML_rating, ML_choice; .gz too), each person's log",
            "beside their questions. Only what is not later than a question is seen.",
            "Nothing of yours is touched.",
            "",
            "--planner is reflex, or for comparison direct (always the same) or usual",
            "(the person's mean or most frequent label).",
            "--dataset movielens reads both tasks of a folder (--data);",
            "--dataset synthetic makes people up whose likings are known."
        })
final class EvalPredictCommand implements Callable<Integer> {

    private final Door door;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it before it calls
    private CommandSpec spec;

    @Option(names = "--dataset", paramLabel = "NAME", description = "lamp, movielens or synthetic (default: lamp)")
    private String dataset = "lamp";

    @Option(names = "--data", paramLabel = "FOLDER", description = "the folder of movielens")
    private @Nullable Path data;

    @Option(names = "--questions", paramLabel = "FILE", description = "what is asked, with each log")
    private @Nullable Path questions;

    @Option(names = "--outputs", paramLabel = "FILE", description = "the answers")
    private @Nullable Path outputs;

    @Option(
            names = "--ablate",
            paramLabel = "PART",
            split = ",",
            description = "takes away ${COMPLETION-CANDIDATES}; each is always measured besides")
    private List<Ablation.Part> ablated = List.of();

    @Option(
            names = "--align-every",
            paramLabel = "M",
            description = "aligns after each M labels (default: ${DEFAULT-VALUE})")
    private int alignEvery = 1;

    @Option(
            names = "--k",
            paramLabel = "K",
            description = "the most memories that are looked at for a question (default: ${DEFAULT-VALUE})")
    private int recalled = 50;

    @Option(names = "--limit", paramLabel = "N", description = "asks about N people only, drawn by chance")
    private @Nullable Integer limit;

    @Option(names = "--seed", paramLabel = "S", description = "of all chance (default: ${DEFAULT-VALUE})")
    private long seed = 1;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "writes the report as JSON, and each task's learning curve beside it as FILE.TASK.svg")
    private @Nullable Path out;

    @Mixin
    private final Output output = new Output();

    EvalPredictCommand(Door door) {
        this.door = door;
    }

    @Override
    public Integer call() throws Exception {
        atLeastOne("--align-every", alignEvery);
        atLeastOne("--k", recalled);
        atLeastOne("--limit", limit == null ? 1 : limit);
        if (out != null) {
            ReportFile.check(out);
        }
        EnumSet<Ablation.Part> parts = EnumSet.noneOf(Ablation.Part.class);
        parts.addAll(ablated);
        PredictRun run = new MeasuringPrediction(door, planner(), new Ablation(parts, alignEvery)).run(source());
        String json = PredictJson.of(run, Version.number()).toPrettyString();
        if (out != null) {
            write(run, json, out);
        }
        if (output.json()) {
            door.print(json);
        } else {
            PredictTable.of(run).forEach(door::print);
        }
        return 0;
    }

    private PredictPlanner planner() {
        try {
            return PredictPlanner.of(door.options().overrides().getOrDefault("planner", "reflex"), recalled);
        } catch (IllegalArgumentException none) {
            throw wrong(none.getMessage());
        }
    }

    private PredictSource source() {
        int most = limit == null ? 0 : limit;
        return switch (dataset) {
            case "synthetic" -> PredictSource.synthetic(most, seed);
            case "movielens" ->
                PredictSource.movielens(given(data, "--dataset movielens needs --data FOLDER"), most, seed);
            case "lamp" ->
                PredictSource.lamp(
                        given(questions, "--questions FILE and --outputs FILE are both needed"),
                        given(outputs, "--questions FILE and --outputs FILE are both needed"),
                        most,
                        seed);
            default ->
                throw wrong("there is no data set '%s'; there are: lamp, movielens, synthetic".formatted(dataset));
        };
    }

    private Path given(@Nullable Path path, String otherwise) {
        if (path == null) {
            throw wrong(otherwise);
        }
        return path;
    }

    private void atLeastOne(String option, int value) {
        if (value < 1) {
            throw wrong("%s is %d, but must be at least 1".formatted(option, value));
        }
    }

    private ParameterException wrong(@Nullable String message) {
        return new ParameterException(spec.commandLine(), String.valueOf(message));
    }

    private static void write(PredictRun run, String json, Path out) throws IOException {
        ReportFile.write(out, json);
        for (ExamReport exam : run.exams()) {
            String title = (run.source().synthetic() ? "SYNTHETIC " : "") + exam.task();
            Path file = out.resolveSibling(out.getFileName() + "." + exam.task() + ".svg");
            ReportFile.write(file, LearningCurve.svg(exam, title));
        }
    }
}
