package io.personaagent.app.chat;

import static java.util.Objects.requireNonNull;

import java.io.PrintWriter;

/** Shows the conversation on a plain stream, and what is not part of it on another. Nobody can be asked. */
public final class PlainScreen implements Screen {

    private final PrintWriter out;
    private final PrintWriter err;

    public PlainScreen(PrintWriter out, PrintWriter err) {
        this.out = requireNonNull(out, "out");
        this.err = requireNonNull(err, "err");
    }

    @Override
    public void line(String line) {
        out.println(line);
        out.flush();
    }

    @Override
    public void aside(String line) {
        err.println(line);
        err.flush();
    }

    @Override
    public void piece(String piece) {
        out.print(piece);
        out.flush();
    }

    @Override
    public String answer(String question) {
        aside(question + " Nobody can be asked here, so: no.");
        return "";
    }
}
