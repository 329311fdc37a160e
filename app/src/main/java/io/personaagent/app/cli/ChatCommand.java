package io.personaagent.app.cli;

import io.personaagent.app.chat.Conversation;
import io.personaagent.app.chat.PermissionQuestion;
import io.personaagent.app.chat.PlainScreen;
import io.personaagent.app.chat.TerminalChat;
import io.personaagent.app.show.EventLines;
import io.personaagent.app.show.Json;
import io.personaagent.core.Person;
import io.personaagent.core.Service;
import io.personaagent.core.permit.Asker;
import io.personaagent.core.turn.Message;
import io.personaagent.core.turn.Reply;
import io.personaagent.core.turn.TurnListener;
import io.personaagent.core.wiring.Household;
import io.personaagent.memory.ViewReport;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Talks with the agent. */
@Command(
        name = "chat",
        header = "Talks with the agent, line by line or once.",
        description = {
            "In the chat, /help shows what can be typed. Where there is no terminal, each line of the standard input is said to it."
        })
final class ChatCommand implements Callable<Integer> {

    private final Door door;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--once",
            paramLabel = "TEXT",
            description = "says one thing, prints the answer and ends; '-' reads it from the standard input")
    private @Nullable String once;

    @Option(
            names = "--session",
            paramLabel = "NAME",
            description = "with --once: the conversation it belongs to (default: one of its own)")
    private @Nullable String session;

    @Option(names = "--json", description = "with --once: prints JSON, with what was recalled and done")
    private boolean json;

    @Option(
            names = "--events",
            description =
                    "with --once: prints what happens while it happens, one line of JSON for each event; the last one is the reply")
    private boolean events;

    @Option(names = "--yes", description = "with --once: approves what a tool would ask for")
    private boolean yes;

    ChatCommand(Door door) {
        this.door = door;
    }

    @Override
    public Integer call() throws Exception {
        if (once != null) {
            return door.with(this::once);
        }
        if (spec != null && (session != null || json || events || yes)) {
            String given = session != null ? "--session" : json ? "--json" : events ? "--events" : "--yes";
            throw new ParameterException(spec.commandLine(), "'%s' goes with '--once' only".formatted(given));
        }
        return chat(door);
    }

    /** Talks line by line until the person leaves. */
    static int chat(Door door) throws Exception {
        return door.with(household -> {
            if (door.streams().terminal()) {
                new TerminalChat(tended(door, household.warmUp())).run(Door.user(household));
            } else {
                readLines(door, household);
            }
            return 0;
        });
    }

    /** Where another embedder was configured, memory is brought up to date while the person talks. */
    private static Household tended(Door door, Household household) {
        Person person = Door.person(household);
        ViewReport view = person.memory().view();
        if (view.isOutdated()) {
            door.tell("Memory has vectors of %s; those of %s are made in the background."
                    .formatted(view.serving().embedder(), view.wanted()));
        }
        return household.tend(person);
    }

    private static void readLines(Door door, Household household) throws IOException {
        PlainScreen screen =
                new PlainScreen(door.streams().out(), door.streams().err());
        Person person = Door.person(tended(door, household.warmUp()));
        Service service = household.serve(person, new PermissionQuestion(screen));
        Conversation conversation = new Conversation(person, service, household.ids(), screen)
                .keptBy(household.keep(person, "a chat"))
                .countedBy(household.models()::counts);
        conversation.notices();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(door.streams().in(), StandardCharsets.UTF_8))) {
            String line = lines.readLine();
            while (line != null && conversation.take(line)) {
                conversation.notices();
                line = lines.readLine();
            }
        }
    }

    private int once(Household household) throws IOException {
        Person person = Door.person(household.warmUp());
        Service service = household.serve(person, yes ? Asker.approving() : Asker.nobodyThere());
        String name = session == null ? "once-" + household.ids().next() : session;
        Message message = new Message(name, text(), person.clock().instant());
        service.toolbox().notices().forEach(door::tell);
        Reply reply = service.agent().respond(household.ids().next(), message, listener());
        print(reply);
        String notKept = reply.trace().discretion().told();
        if (!notKept.isEmpty()) {
            door.tell(notKept);
        }
        return reply.end() == Reply.End.FAILED ? 1 : 0;
    }

    private TurnListener listener() {
        return events ? new EventLines(door::print) : TurnListener.none();
    }

    private void print(Reply reply) {
        if (events) {
            return;
        }
        if (json) {
            door.print(Json.of(reply).toPrettyString());
        } else if (reply.end() == Reply.End.FAILED) {
            door.tell("personaagent: %s%nYour message is kept as episode %s.".formatted(reply.text(), reply.episode()));
        } else {
            door.print(reply.text());
        }
    }

    private String text() throws IOException {
        if (once != null && !once.equals("-")) {
            return once;
        }
        // Enough to count what is too long, and not enough to fill the memory.
        byte[] read = door.streams().in().readNBytes(64 << 20);
        return new String(read, StandardCharsets.UTF_8);
    }
}
