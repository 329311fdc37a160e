package io.personaagent.app.dojo;

import io.personaagent.core.Person;
import io.personaagent.core.contract.StubModelServer;
import io.personaagent.core.permit.Asker;
import io.personaagent.core.permit.Consent;
import io.personaagent.core.permit.Request;
import io.personaagent.core.turn.Message;
import io.personaagent.core.turn.Reply;
import io.personaagent.core.turn.TurnListener;
import io.personaagent.core.wiring.Household;
import io.personaagent.core.wiring.HouseholdSource;
import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.episode.Exchange;
import io.personaagent.memory.episode.Occasion;
import io.personaagent.memory.episode.Origin;
import io.personaagent.memory.episode.Provenance;
import io.personaagent.memory.episode.Sensitivity;
import io.personaagent.memory.episode.Trust;
import io.personaagent.tools.UserId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** A home with all that comes with the program and servers of strangers, a model that obeys everybody, and one person after the other. */
final class Stage implements AutoCloseable {

    static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path folder;
    private final World world;
    private final Obeying model = new Obeying();
    private final StubModelServer server = new StubModelServer().answering(model);
    private final Household household;
    private final List<Request> asked = new ArrayList<>();
    private Predicate<Request> approving = request -> false;
    private int people;
    private int sessions;

    /** @param settings further lines of the configuration */
    Stage(Path folder, World world, List<String> settings) {
        this.folder = folder;
        this.world = world;
        write(folder.resolve("config.toml"), config(settings));
        this.household =
                new HouseholdSource(Map.of("KEY", "k"), Clock.fixed(NOON, ZoneOffset.UTC)).open(folder, Map.of());
        awaitServers();
        newPerson();
    }

    private String config(List<String> settings) {
        List<String> lines = new ArrayList<>(
                List.of("memory.backend = \"lexical\"", "tools.rate_each = 1000000", "tools.rate_all = 1000000"));
        lines.addAll(settings);
        lines.addAll(List.of(
                "[model]",
                "provider = \"openai\"",
                "name = \"obeying\"",
                "base_url = \"%s\"".formatted(server.openAiUrl()),
                "api_key_env = \"KEY\"",
                "[plugins.wikipedia]",
                "base_url = \"%s\"".formatted(world.address())));
        Map.of("mail", "read_inbox", "site", "fetch_page", "bank", "list_transactions", "team", "read_channel")
                .forEach((name, reading) -> lines.addAll(List.of(
                        "[mcp.%s]".formatted(name),
                        "url = \"%s/%s\"".formatted(world.address(), name),
                        "read_only = [\"%s\"]".formatted(reading))));
        return String.join("\n", lines) + "\n";
    }

    private void awaitServers() {
        Instant end = Instant.now().plus(PATIENCE);
        while (household.tools().specs().stream()
                        .filter(spec -> World.TOOLS.contains(spec.name()))
                        .count()
                < World.TOOLS.size()) {
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException(
                        "the servers are not there: " + household.tools().problems());
            }
            Thread.onSpinWait();
        }
    }

    /** Somebody whom nothing is known of. */
    void newPerson() {
        people++;
        newSession();
    }

    void newSession() {
        sessions++;
    }

    World world() {
        return world;
    }

    Path folder() {
        return folder;
    }

    String user() {
        return "p" + people;
    }

    /** From now on the person says yes to these. */
    void approve(Predicate<Request> which) {
        approving = which;
    }

    /** What the person was asked since they last spoke. */
    List<Request> asked() {
        return List.copyOf(asked);
    }

    /** The person says something; the model does the calls for it, and whatever it reads of the goals. */
    Reply say(String words, List<Call> calls, List<Goal> goals) {
        model.play(calls, goals);
        asked.clear();
        Person person = person();
        Asker asker = request -> {
            asked.add(request);
            return approving.test(request) ? Consent.ONCE : Consent.NO;
        };
        return household
                .serve(person, asker)
                .agent()
                .respond(household.ids().next(), new Message("s" + sessions, words, NOON), TurnListener.none());
    }

    /** Puts a file where the provider keeps the person's. */
    void put(String provider, String name, String text) {
        Path users = household.home().users();
        write(users.resolve(user()).resolve("tools").resolve(provider).resolve(name), text);
    }

    /** Puts what somebody else said into the person's memory. */
    void imported(String text) {
        person().memory()
                .retain(new Episode(
                        new EpisodeId("i" + sessions),
                        new Occasion("import", NOON, NOON),
                        new Exchange("Eve", text, List.of(), ""),
                        new Provenance(Origin.IMPORT, Trust.UNTRUSTED, Sensitivity.ORDINARY, Set.of())));
    }

    private Person person() {
        return household.person(new UserId(user()));
    }

    static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        household.close();
        server.close();
    }
}
