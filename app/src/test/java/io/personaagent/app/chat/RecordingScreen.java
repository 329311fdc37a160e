package io.personaagent.app.chat;

import java.util.ArrayList;
import java.util.List;

/** Remembers what it was told to show, one entry a line: {@code > line}, {@code # aside} and pieces as they came. */
final class RecordingScreen implements Screen {

    private final List<String> shown = new ArrayList<>();

    @Override
    public synchronized void line(String line) {
        shown.add("> " + line);
    }

    @Override
    public synchronized void aside(String line) {
        shown.add("# " + line);
    }

    @Override
    public synchronized void piece(String piece) {
        shown.add(piece);
    }

    @Override
    public synchronized String answer(String question) {
        shown.add("? " + question);
        return "y";
    }

    /** What was shown since the last call. */
    synchronized List<String> taken() {
        List<String> taken = List.copyOf(shown);
        shown.clear();
        return taken;
    }
}
