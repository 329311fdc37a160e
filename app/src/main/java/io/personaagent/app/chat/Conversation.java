package io.personaagent.app.chat;

import static java.util.Objects.requireNonNull;

import io.personaagent.app.show.ModelWords;
import io.personaagent.app.show.UndoWords;
import io.personaagent.app.show.Words;
import io.personaagent.core.Agent;
import io.personaagent.core.EpisodeIds;
import io.personaagent.core.Person;
import io.personaagent.core.Service;
import io.personaagent.core.align.Keeper;
import io.personaagent.core.model.Counts;
import io.personaagent.core.turn.Message;
import io.personaagent.core.turn.Reply;
import io.personaagent.core.turn.Trace;
import io.personaagent.core.undo.Undoing;
import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.spi.MemoryException;
import io.personaagent.memory.spi.RecallQuery;
import io.personaagent.memory.spi.Recollection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * A conversation of one person with their agent, line by line. Knows the commands that begin with a slash; everything else is said to the
 * agent. Not thread-safe, but {@link #cancel} may be called from any thread.
 */
public final class Conversation {

    private final Person person;
    private final Service service;
    private final EpisodeIds ids;
    private final Screen screen;
    private final Words words;
    private final String session;
    private final Judging judging;
    private final Undoing undoing;
    private final TurnThread turns = new TurnThread();

    /** Held by whoever speaks. */
    private final Lock floor = new ReentrantLock();

    private Optional<Learning> learning = Optional.empty();
    private Agent agent;
    private Supplier<Map<String, Counts>> counts = Map::of;
    private Optional<Reply> last = Optional.empty();
    private List<String> standIns = List.of();
    private String lastMessage = "";

    /** A new session with the person. */
    public Conversation(Person person, Service service, EpisodeIds ids, Screen screen) {
        this.person = requireNonNull(person, "person");
        this.service = requireNonNull(service, "service");
        this.ids = requireNonNull(ids, "ids");
        this.screen = requireNonNull(screen, "screen");
        this.words = new Words(person.clock().getZone());
        this.session = "chat-" + ids.next();
        this.judging = new Judging(person, ids, session, screen);
        this.undoing = new Undoing(person.memory().exposures().records(), service.toolbox());
        this.agent = service.agent();
    }

    /** From now on somebody keeps the person's persona aligned beside it. */
    public Conversation keptBy(Keeper keeper) {
        learning = Optional.of(new Learning(keeper, person, screen));
        return this;
    }

    /** From now on it can be told what was asked of the models. */
    public Conversation countedBy(Supplier<Map<String, Counts>> counting) {
        counts = requireNonNull(counting, "counting");
        return this;
    }

    /** Takes one line. Returns false when the person wants to leave. */
    public boolean take(String line) {
        String said = line.strip();
        if (said.isEmpty()) {
            return true;
        }
        Optional<SlashCommand.Call> command = SlashCommand.parse(said);
        try {
            if (command.isEmpty()) {
                say(said);
                return true;
            }
            return carryOut(command.get());
        } catch (IllegalArgumentException | MemoryException unusable) {
            screen.aside(String.valueOf(unusable.getMessage()));
            return true;
        }
    }

    /** Cancels the turn that is going on, if one is. */
    public boolean cancel() {
        return turns.cancel();
    }

    /**
     * Shows what the tools want to say unasked, such as reminders that are due. May be called from any thread; during a turn it does
     * nothing, so that nobody is interrupted.
     */
    public void notices() {
        if (floor.tryLock()) {
            try {
                service.toolbox().notices().forEach(screen::line);
                learning.ifPresent(Learning::tell);
            } finally {
                floor.unlock();
            }
        }
    }

    /** Goes on with what was cut short while it waited for the person's word, and asks them anew. */
    public void goOn() {
        agent.waiting().forEach(open -> {
            screen.aside("The program ended while this waited for you: \"%s\""
                    .formatted(open.message().text()));
            TurnView view = new TurnView(screen);
            turns.run(() -> agent.resume(open.turn(), view)).ifPresent(reply -> {
                heard(reply, view);
            });
        });
    }

    private void say(String text) {
        floor.lock();
        try {
            answer(text);
        } finally {
            floor.unlock();
        }
    }

    private void answer(String text) {
        Message message = new Message(session, text, person.clock().instant());
        lastMessage = text;
        TurnView view = new TurnView(screen);
        Supplier<Reply> turn = () -> turns.run(() -> agent.respond(ids.next(), message, view));
        learning.ifPresent(Learning::tell);
        Reply reply = learning.map(beside -> beside.during(turn)).orElseGet(turn);
        heard(reply, view);
        tell(reply.trace().discretion().told());
        judging.answered(text, reply.episode());
        if (reply.end() == Reply.End.FAILED && agent != service.reflex()) {
            screen.aside("Your message is kept. /reflex answers it without the model, and goes on without it.");
        }
    }

    private void heard(Reply reply, TurnView view) {
        last = Optional.of(reply);
        standIns = view.standIns();
        view.end(reply);
    }

    private void tell(String notKept) {
        if (!notKept.isEmpty()) {
            screen.aside(notKept);
        }
    }

    private boolean carryOut(SlashCommand.Call call) {
        switch (call.command()) {
            case HELP -> SlashCommand.help().forEach(screen::line);
            case GOOD, BAD, CORRECT, RATE, CHOOSE, CONFIRM -> {
                judging.take(call.command(), call.rest());
                learning.ifPresent(Learning::look);
            }
            case WHY -> why(call.rest());
            case ALIGN ->
                learning.ifPresentOrElse(
                        beside -> beside.align(call.rest()),
                        () -> screen.aside("Nobody aligns in the background here; 'personaagent align' does it."));
            case PERSONA ->
                screen.line(person.personas().current().systemPrompt().strip());
            case MEMORY -> showMemory(call.rest());
            case UNDO -> UndoWords.undo(undoing, call.rest()).forEach(screen::line);
            case USAGE -> usage();
            case REFLEX -> withoutModel();
            case QUIT -> {
                return false;
            }
            case UNKNOWN -> screen.aside(call.rest());
        }
        return true;
    }

    private void why(String version) {
        if (learning.filter(beside -> beside.explains(version)).isPresent()) {
            return;
        }
        last.ifPresentOrElse(reply -> why(reply.trace()), () -> screen.aside("There is no answer yet to say why of."));
    }

    /** What an answer rests on may stand in this conversation, which is not recalled because the planner sees it anyway. */
    private void why(Trace trace) {
        screen.line(words.of(trace));
        standIns.forEach(standIn -> screen.line("A step was " + standIn));
        trace.cited().stream()
                .filter(cited -> trace.recalled().stream()
                        .noneMatch(found -> found.source().evidence().contains(cited)))
                .flatMap(cited -> person.memory().episodes().find(cited).stream())
                .forEach(episode -> screen.line("Said in this conversation: " + words.line(episode)));
    }

    private void usage() {
        List<String> lines = ModelWords.lines(counts.get());
        lines.forEach(screen::line);
        if (lines.isEmpty()) {
            screen.aside("No model was asked anything yet.");
        }
    }

    private void showMemory(String about) {
        if (about.isEmpty()) {
            List<Episode> latest = person.memory().episodes().latest(10);
            latest.forEach(episode -> screen.line(words.line(episode)));
            screen.aside(
                    latest.isEmpty()
                            ? "Nothing is remembered yet."
                            : "%,d of %,d episodes; '/memory WORDS' searches them."
                                    .formatted(
                                            latest.size(),
                                            person.memory().episodes().count()));
            return;
        }
        List<Recollection> found =
                person.memory().recall(RecallQuery.about(about, person.clock().instant()));
        found.forEach(recollection -> screen.line(words.of(recollection)));
        if (found.isEmpty()) {
            screen.aside("Nothing in memory fits that.");
        }
    }

    private void withoutModel() {
        if (agent == service.reflex()) {
            screen.aside("No model is in use.");
            return;
        }
        agent = service.reflex();
        screen.aside("From now on without the model.");
        if (last.map(Reply::end).filter(Reply.End.FAILED::equals).isPresent()) {
            say(lastMessage);
        }
    }
}
