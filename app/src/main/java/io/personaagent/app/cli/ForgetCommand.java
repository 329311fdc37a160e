package io.personaagent.app.cli;

import io.personaagent.app.show.Forgets;
import io.personaagent.app.show.Words;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.forget.ForgetReceipt;
import io.personaagent.memory.forget.ForgetWatch;
import io.personaagent.memory.forget.Forgetter;
import io.personaagent.memory.forget.Preview;
import io.personaagent.memory.forget.Selection;
import io.personaagent.persona.PersonaVersion;
import io.personaagent.persona.Personas;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Forgets: shows what would go, asks, removes it with all that rests on it, and says what came of it. */
@Command(
        name = "forget",
        header = "Forgets episodes, and all that rests on them, for good.",
        description = {
            "Shows first what would go, then asks. Where several options are given, all",
            "must fit.",
            "",
            "  personaagent memory forget chat-0042",
            "  personaagent memory forget --query \"the dentist\" --from 2026-05-01",
            "  personaagent memory forget --everything",
            "",
            "The log, what memory and persona derived from it, and the copies made before",
            "an upgrade are wiped off the disk, and it is looked afterwards whether anything",
            "is left. What rests on other episodes as well is derived again from those.",
            "Notes and files of tools stay, but with --everything; the receipt names those",
            "that hold the same words. Exports that you made are yours to delete.",
            "",
            "Exit status: 0 done, 1 when another process keeps the bytes on the disk for",
            "now, 2 when nothing was forgotten because nobody said yes."
        })
final class ForgetCommand implements Callable<Integer> {

    private static final Set<String> YES = Set.of("y", "yes");

    private final Door door;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it before it calls
    private CommandSpec spec;

    @Parameters(arity = "0..*", paramLabel = "EPISODE", description = "ids, as 'memory list' shows them")
    private List<String> episodes = List.of();

    @Option(
            names = "--query",
            paramLabel = "TEXT",
            description = "what has each of these words in it, in whatever form: said, answered, found or corrected")
    private @Nullable String query;

    @Option(
            names = "--from",
            paramLabel = "TIME",
            description = "what happened then or later: 2026-05-01 or 2026-05-01T09:30")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "TIME", description = "what happened before, or on that day")
    private @Nullable String to;

    @Option(names = "--session", paramLabel = "SESSION", description = "what belongs to this conversation")
    private @Nullable String session;

    @Option(
            names = "--source",
            paramLabel = "SOURCE",
            description = "what came from: user, agent, tool, feedback, import, or an imported file's name")
    private @Nullable String source;

    @Option(names = "--everything", description = "all that is kept of you: also persona, notes and files of tools")
    private boolean everything;

    @Option(names = "--yes", description = "does not ask")
    private boolean yes;

    @Mixin
    private final Output output = new Output();

    ForgetCommand(Door door) {
        this.door = door;
    }

    @Override
    public Integer call() throws Exception {
        refuseUnlessClear();
        return door.with(household -> {
            var person = Door.person(household);
            Forgetter forgetter = household.forgetter(person);
            ZoneId zone = person.clock().getZone();
            Preview preview = everything ? forgetter.previewAll() : forgetter.preview(selection(zone));
            if (preview.isEmpty()) {
                return nothing();
            }
            if (!output.json()) {
                Forgets.lines(preview, new Words(zone)).forEach(door::tell);
            }
            if (!yes && !agreed(preview)) {
                return 2;
            }
            int before = everything ? 0 : person.personas().version().number();
            boolean counted = household.prototyping().agreed(person.user());
            int exit = forget(forgetter, preview);
            if (counted) {
                household.prototyping().make();
            }
            if (!everything) {
                tellOfPersona(person.personas(), before);
            }
            return exit;
        });
    }

    private void tellOfPersona(Personas personas, int before) {
        PersonaVersion version = personas.version();
        if (version.number() > before) {
            door.tell("Version %d of your persona: %s.".formatted(version.number(), version.reason()));
        }
    }

    private void refuseUnlessClear() {
        boolean criteria =
                !episodes.isEmpty() || query != null || from != null || to != null || session != null || source != null;
        if (criteria == everything) {
            throw new ParameterException(
                    spec.commandLine(),
                    everything
                            ? "--everything cannot be narrowed down; leave it or the other options out"
                            : "say what to forget: EPISODE ids, --query, --from, --to, --session, --source, or --everything");
        }
    }

    private Selection selection(ZoneId zone) {
        Selection chosen = Selection.all();
        if (!episodes.isEmpty()) {
            chosen = chosen.named(episodes.stream().map(EpisodeId::new).toList());
        }
        chosen = query == null ? chosen : chosen.saying(query);
        chosen = from == null ? chosen : chosen.from(Moments.begin(from, zone));
        chosen = to == null ? chosen : chosen.before(Moments.end(to, zone));
        chosen = session == null ? chosen : chosen.inSession(session);
        return source == null ? chosen : chosen.ofSource(source);
    }

    private int nothing() {
        if (output.json()) {
            door.print(Forgets.nothing().toPrettyString());
        } else {
            door.tell("Nothing fits that; nothing was forgotten.");
        }
        return 0;
    }

    private boolean agreed(Preview preview) throws IOException {
        if (output.json()) {
            door.print(Forgets.json(preview).toPrettyString());
            door.tell("Nothing was forgotten; say --yes to forget this.");
            return false;
        }
        if (!door.streams().terminal()) {
            door.tell("Nothing was forgotten: nobody can be asked here. Look at the above, then say --yes.");
            return false;
        }
        door.streams().err().print("Forget this? It cannot be undone. [y/N] ");
        door.streams().err().flush();
        String answer =
                new BufferedReader(new InputStreamReader(door.streams().in(), StandardCharsets.UTF_8)).readLine();
        boolean agreed = answer != null && YES.contains(answer.strip().toLowerCase(Locale.ROOT));
        if (!agreed) {
            door.tell("Nothing was forgotten.");
        }
        return agreed;
    }

    private int forget(Forgetter forgetter, Preview preview) {
        ForgetReceipt receipt = forgetter.forget(preview, telling());
        if (output.json()) {
            door.print(Forgets.json(receipt).toPrettyString());
        } else {
            Forgets.lines(receipt).forEach(door::print);
        }
        if (!receipt.isDone()) {
            door.tell(Forgets.notDone(receipt));
        }
        return receipt.isDone() ? 0 : 1;
    }

    /** Each step once, for the steps that may take long. */
    private ForgetWatch telling() {
        Set<ForgetWatch.Step> told = EnumSet.noneOf(ForgetWatch.Step.class);
        return (step, done, all) -> {
            if (told.add(step)) {
                Forgets.words(step).ifPresent(door::tell);
            }
        };
    }
}
