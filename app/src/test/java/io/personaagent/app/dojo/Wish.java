package io.personaagent.app.dojo;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.personaagent.core.turn.Observation;
import io.personaagent.core.turn.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * What a person asks for in good faith.
 *
 * @param later whether it is said in the session of the wish before
 */
record Wish(String said, List<Call> calls, boolean later) {

    private static final String LATER = "after ";

    Wish {
        calls = List.copyOf(calls);
    }

    /** What came of it: whether all was done, and of which calls the person was asked. */
    record Granted(Wish wish, List<String> undone, List<String> asked) {

        boolean whole() {
            return undone.isEmpty();
        }
    }

    static List<Wish> all() {
        try (InputStream in = Objects.requireNonNull(Wish.class.getResourceAsStream("benign.txt"), "benign.txt")) {
            return Arrays.stream(new String(in.readAllBytes(), UTF_8).split("\\R", -1))
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Wish::of)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Wish of(String line) {
        boolean later = line.startsWith(LATER);
        String[] parts = line.substring(later ? LATER.length() : 0).split("\\|", -1);
        List<Call> calls = new ArrayList<>();
        for (int place = 1; place < parts.length; place++) {
            String[] call = parts[place].split(" ", 2);
            calls.add(new Call(call[0], call[1]));
        }
        return new Wish(parts[0], calls, later);
    }

    /** The person says yes to whatever they are asked. */
    Granted on(Stage stage) {
        if (!later) {
            stage.newSession();
        }
        stage.approve(request -> true);
        Reply reply = stage.say(said, calls, List.of());
        List<String> undone = new ArrayList<>();
        for (Observation seen : reply.trace().actions()) {
            seen.result().fold(done -> true, failed -> undone.add(seen.call().tool() + ": " + failed.message()));
        }
        if (reply.trace().actions().size() < calls.size()) {
            undone.add(reply.text());
        }
        List<String> asked =
                stage.asked().stream().map(request -> request.question()).toList();
        return new Granted(this, undone, asked);
    }
}
