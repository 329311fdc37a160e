package io.personaagent.app.chat;

import static java.util.Objects.requireNonNull;

import io.personaagent.core.Person;
import io.personaagent.core.Service;
import io.personaagent.core.wiring.Household;
import io.personaagent.memory.episode.Episode;
import io.personaagent.tools.UserId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.completer.ArgumentCompleter;
import org.jline.reader.impl.completer.NullCompleter;
import org.jline.reader.impl.completer.StringsCompleter;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/**
 * The chat on a terminal: line editing, history, completion of commands; Ctrl-C cancels the turn and not the program, Ctrl-D leaves.
 *
 * <p>The history that the arrow keys walk through is read from the person's own log and kept nowhere else, so that what is forgotten is
 * gone from it as well.
 */
public final class TerminalChat {

    private static final int HISTORY = 100;
    private static final long NOTICE_SECONDS = 20;

    private final Household household;

    public TerminalChat(Household household) {
        this.household = requireNonNull(household, "household");
    }

    /** Talks until the person leaves. */
    public void run(UserId user) throws IOException {
        try (Terminal terminal =
                TerminalBuilder.builder().system(true).dumb(true).build()) {
            LineReader reader = LineReaderBuilder.builder()
                    .terminal(terminal)
                    .appName("personaagent")
                    .completer(
                            new ArgumentCompleter(new StringsCompleter(SlashCommand.names()), NullCompleter.INSTANCE))
                    .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                    .build();
            TerminalScreen screen = new TerminalScreen(terminal, reader);
            Person person = household.person(user);
            Service service = household.serve(person, new PermissionQuestion(screen));
            remember(reader, person);
            greet(screen, person);
            Conversation conversation = new Conversation(person, service, household.ids(), screen)
                    .keptBy(household.keep(person, "a chat"))
                    .countedBy(household.models()::counts);
            terminal.handle(Terminal.Signal.INT, signal -> conversation.cancel());
            conversation.goOn();
            talk(reader, conversation);
        }
    }

    private static void talk(LineReader reader, Conversation conversation) {
        ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "notices");
            thread.setDaemon(true);
            return thread;
        });
        ScheduledFuture<?> watching =
                watch.scheduleWithFixedDelay(conversation::notices, NOTICE_SECONDS, NOTICE_SECONDS, TimeUnit.SECONDS);
        try {
            boolean going = true;
            while (going) {
                going = takeOne(reader, conversation);
            }
        } finally {
            watching.cancel(true);
            watch.shutdownNow();
        }
    }

    private static boolean takeOne(LineReader reader, Conversation conversation) {
        try {
            conversation.notices();
            return conversation.take(reader.readLine("> "));
        } catch (UserInterruptException nothingToCancel) {
            return true;
        } catch (EndOfFileException left) {
            return false;
        }
    }

    private static void remember(LineReader reader, Person person) {
        List<Episode> latest = new ArrayList<>(person.memory().episodes().latest(HISTORY));
        Collections.reverse(latest);
        latest.stream()
                .filter(episode -> episode.exchange().speaker().isEmpty())
                .forEach(episode -> reader.getHistory().add(episode.exchange().query()));
    }

    private static void greet(Screen screen, Person person) {
        long episodes = person.memory().episodes().count();
        screen.line(
                episodes == 0
                        ? "Hello. I do not know you yet: tell me something, and ask me about it later."
                        : "Hello again. I remember %,d %s."
                                .formatted(episodes, episodes == 1 ? "episode" : "episodes"));
        screen.aside("/help shows what else can be typed.");
    }
}
