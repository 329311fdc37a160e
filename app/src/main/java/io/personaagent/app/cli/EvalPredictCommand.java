package io.personaagent.app.cli;

import io.personaagent.app.eval.predict.ExamReport;
import io.personaagent.app.eval.predict.PredictRun;
import io.personaagent.app.eval.subject.Part;
import io.personaagent.app.eval.subject.Regimen;
import io.personaagent.app.show.LearningCurve;
import io.personaagent.app.show.PredictJson;
import io.personaagent.app.show.PredictTable;
import io.personaagent.core.config.Settings;
import io.personaagent.core.wiring.Household;
import io.personaagent.persona.align.Scale;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
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
            "Each log is lived through in a memory of its own that is thrown away",
            "afterwards; the persona is aligned, behind its gate, after each M labels.",
            "Nothing of yours is touched.",
            "",
            "--planner is reflex or model, or for comparison direct (nothing is known),",
            "usual (the mean or most frequent label), icl (the newest labels), rag (what",
            "memory recalls) or pag (that and a profile). With a model configured, it is",
            "asked by these, too; with --planner reflex nothing goes to a model.",
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
            description = "takes away ${COMPLETION-CANDIDATES}; without a model, each is measured besides")
    private List<Part> ablated = List.of();

    @Option(
            names = "--align-every",
            paramLabel = "M",
            description = "aligns after each M labels (default: ${DEFAULT-VALUE})")
    private int alignEvery = 10;

    @Option(
            names = "--n",
            paramLabel = "N",
            description = "from how many of the latest labels an alignment learns (default: the setting align.batch)")
    private @Nullable Integer batch;

    @Option(
            names = "--iterations",
            paramLabel = "E",
            description = "how often it rewrites and tries (default: the setting align.iterations)")
    private @Nullable Integer iterations;

    @Option(
            names = "--judges",
            paramLabel = "J",
            description = "how many labels judge (default: the setting align.judges)")
    private @Nullable Integer judges;

    @Option(
            names = "--k",
            paramLabel = "K",
            description = "the most memories that are looked at for a question (default: ${DEFAULT-VALUE})")
    private int recalled = 20;

    @Option(
            names = "--sweep",
            paramLabel = "NAME=VALUES",
            description = "measures with each value besides: n=1,3,5 or E=1,3 or k=1,4,50 or m=5,10 or j=6,20")
    private List<String> sweeps = List.of();

    @Option(names = "--only", description = "compares with nothing, and draws no curve; so it is with a model")
    private boolean only;

    @Option(names = "--no-curve", description = "draws no learning curve, which takes most of the time")
    private boolean noCurve;

    @Option(
            names = "--from-logs",
            description = "asks about the newest labels of the logs instead, to choose settings by")
    private boolean fromLogs;

    @Option(names = "--limit", paramLabel = "N", description = "asks about N people only, drawn by chance")
    private @Nullable Integer limit;

    @Option(names = "--seed", paramLabel = "S", description = "of all chance (default: ${DEFAULT-VALUE})")
    private long seed = 1;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "writes the report as JSON, and each task's learning curve beside it as FILE.TASK.svg")
    private @Nullable Path out;

    @Option(
            names = "--vectors",
            paramLabel = "FOLDER",
            description = "keeps the vectors of what is searched there, so that the next run need not make them")
    private @Nullable Path vectors;

    @Mixin
    private final Output output = new Output();

    EvalPredictCommand(Door door) {
        this.door = door;
    }

    @Override
    public Integer call() throws Exception {
        check();
        PredictSource source = source();
        List<Sweeping> swept = sweeps.stream().map(this::sweep).toList();
        return door.with(household -> {
            PredictRun run = measured(household, source, swept);
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
        });
    }

    private PredictRun measured(Household household, PredictSource source, List<Sweeping> swept) throws IOException {
        Predictors predictors = Predictors.in(household, planner(), Optional.ofNullable(vectors));
        EnumSet<Part> parts = EnumSet.noneOf(Part.class);
        parts.addAll(ablated);
        MeasuringPrediction.Choice choice = new MeasuringPrediction.Choice(parts, only, !noCurve);
        return new MeasuringPrediction(door, predictors, regimen(household.settings()), choice).run(source, swept);
    }

    private String planner() {
        return door.options().overrides().getOrDefault("planner", "");
    }

    private void check() {
        if (!planner().isEmpty() && !Predictors.names().contains(planner())) {
            throw wrong("there is no planner '%s'; there are: %s"
                    .formatted(planner(), String.join(", ", Predictors.names())));
        }
        atLeastOne("--align-every", alignEvery);
        atLeastOne("--n", batch == null ? 1 : batch);
        atLeastOne("--iterations", iterations == null ? 1 : iterations);
        atLeastOne("--judges", judges == null ? 1 : judges);
        atLeastOne("--k", recalled);
        atLeastOne("--limit", limit == null ? 1 : limit);
        if (out != null) {
            ReportFile.check(out);
        }
    }

    private Regimen regimen(Settings settings) {
        Scale scale = new Scale(
                batch == null ? settings.count("align.batch") : batch,
                iterations == null ? settings.count("align.iterations") : iterations,
                judges == null ? settings.count("align.judges") : judges);
        return new Regimen(alignEvery, scale, recalled);
    }

    private Sweeping sweep(String given) {
        try {
            return Sweeping.of(given);
        } catch (IllegalArgumentException unreadable) {
            throw wrong(unreadable.getMessage());
        }
    }

    private PredictSource source() {
        PredictSource.Choice choice = new PredictSource.Choice(limit == null ? 0 : limit, seed, fromLogs);
        return switch (dataset) {
            case "synthetic" -> PredictSource.synthetic(choice);
            case "movielens" -> PredictSource.movielens(given(data, "--dataset movielens needs --data FOLDER"), choice);
            case "lamp" ->
                PredictSource.lamp(
                        given(questions, "--questions FILE and --outputs FILE are both needed"),
                        given(outputs, "--questions FILE and --outputs FILE are both needed"),
                        choice);
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
        for (ExamReport exam : run.results().exams()) {
            String title = (run.source().synthetic() ? "SYNTHETIC " : "") + exam.task();
            Path file = out.resolveSibling(out.getFileName() + "." + exam.task() + ".svg");
            if (!exam.curve().isEmpty()) {
                ReportFile.write(file, LearningCurve.svg(exam, title));
            }
        }
    }
}
