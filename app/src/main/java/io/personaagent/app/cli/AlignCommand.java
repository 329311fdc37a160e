package io.personaagent.app.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.personaagent.app.show.Json;
import io.personaagent.core.Person;
import io.personaagent.core.config.Settings;
import io.personaagent.core.wiring.Household;
import io.personaagent.memory.spi.Budget;
import io.personaagent.persona.PersonaDiff;
import io.personaagent.persona.PersonaVersion;
import io.personaagent.persona.align.Course;
import io.personaagent.persona.align.Decision;
import io.personaagent.persona.align.Decision.Verdict;
import io.personaagent.persona.align.Judgement;
import io.personaagent.persona.align.Scale;
import io.personaagent.persona.align.Unconfirmed;
import io.personaagent.persona.align.process.SoleAlignment;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Aligns the persona now. */
@Command(
        name = "align",
        header = "Learns from the answers that you corrected.",
        description = {
            "Goes through your latest corrected answers again, lets the model rewrite what",
            "the persona says about you, and puts the new version in force only if it does",
            "better on them and not worse on others that it has not seen.",
            "Without a model it counts instead: how you rate and choose, and what you said",
            "that you like.",
            "What it may cost is told before. Ctrl-C stops it; until its end nothing changes,",
            "and the next time it is gone on with from there."
        })
final class AlignCommand implements Callable<Integer> {

    private static final Set<Verdict> FAILED = EnumSet.of(Verdict.UNFINISHED, Verdict.CANCELLED, Verdict.BUSY);

    private final Door door;

    @Option(
            names = "--n",
            paramLabel = "N",
            description = "from how many of the latest corrected answers to learn (default: the setting align.batch)")
    private @Nullable Integer batch;

    @Option(
            names = "--iterations",
            paramLabel = "E",
            description = "how often to rewrite and try (default: the setting align.iterations)")
    private @Nullable Integer iterations;

    @Option(names = "--dry-run", description = "tries, and says how it would end; keeps nothing")
    private boolean dryRun;

    @Option(names = "--status", description = "shows what is going on, or was cut short; aligns nothing")
    private boolean status;

    @Mixin
    private final Output output = new Output();

    AlignCommand(Door door) {
        this.door = door;
    }

    @Override
    public Integer call() throws Exception {
        return door.with(household -> {
            Person person = Door.person(household);
            SoleAlignment alignment = household.alignment(person, "personaagent align");
            if (status) {
                AlignStatus.of(household, alignment.state()).print(door, output);
                return 0;
            }
            Course course = alignment.course(scale(household.settings()));
            course.labels().unconfirmed().forEach(this::askToConfirm);
            if (course.problem().isEmpty()) {
                door.tell(
                        household.asksModel()
                                ? "This takes %s.".formatted(course.cost().words())
                                : "This asks no model: it counts over what you corrected.");
            }
            PersonaVersion before = person.personas().version();
            Decision decision = decided(alignment, course, budget(household));
            household.prototyping().makeFor(person.user());
            report(decision, before, person.personas().version());
            return FAILED.contains(decision.verdict()) ? 1 : 0;
        });
    }

    private Scale scale(Settings settings) {
        return new Scale(
                batch == null ? settings.count("align.batch") : batch,
                iterations == null ? settings.count("align.iterations") : iterations,
                settings.count("align.judges"));
    }

    private static Budget budget(Household household) {
        Settings settings = household.settings();
        return new Budget(
                Duration.ofSeconds(settings.count("align.max_seconds")),
                settings.count("align.max_calls"),
                settings.count("align.max_tokens"));
    }

    private Decision decided(SoleAlignment alignment, Course course, Budget budget) {
        Thread working = Thread.currentThread();
        return OnInterrupt.does(working::interrupt)
                .during(() -> dryRun
                        ? alignment.rehearse(course, budget, door::tell)
                        : alignment.run(course, budget, door::tell));
    }

    private void askToConfirm(Unconfirmed each) {
        door.tell(
                "%s seems to have been wrong, going by what you said next. If so: personaagent feedback %s --correct \"%s\""
                        .formatted(each.episode(), each.episode(), each.truth()));
    }

    private void report(Decision decision, PersonaVersion before, PersonaVersion after) {
        if (output.json()) {
            ObjectNode node = Json.object().put("dryRun", dryRun).put("version", after.number());
            node.setAll((ObjectNode) io.personaagent.memory.json.Json.read(decision.json()));
            door.print(node.toPrettyString());
            return;
        }
        door.print(headline(decision, before, after));
        PersonaDiff diff = PersonaDiff.between(before.persona(), after.persona());
        diff.removed().forEach(statement -> door.print("  - " + statement.text()));
        diff.added().forEach(statement -> door.print("  + " + statement.text()));
        print("learned from", decision.losses().batch());
        print("not seen", decision.losses().judges());
        if (decision.bill().prompts().isEmpty()) {
            return;
        }
        door.tell("%d calls, %,d tokens; at most %d calls were planned."
                .formatted(
                        decision.bill().spent().calls(),
                        decision.bill().spent().tokens(),
                        decision.bill().planned()));
    }

    private String headline(Decision decision, PersonaVersion before, PersonaVersion after) {
        if (decision.verdict() == Verdict.ACCEPTED) {
            return dryRun
                    ? "A new version would come into force: " + decision.reason()
                    : "Version %d is in force: %s".formatted(after.number(), decision.reason());
        }
        return "Version %d stays: %s".formatted(before.number(), decision.reason());
    }

    private void print(String what, List<Judgement> judgements) {
        judgements.forEach(each -> door.print(String.format(
                Locale.ROOT,
                "  %-12s  %s  loss %.3f -> %.3f  (%s)",
                what,
                each.episode(),
                each.before(),
                each.after(),
                each.kind().name().toLowerCase(Locale.ROOT))));
    }
}
