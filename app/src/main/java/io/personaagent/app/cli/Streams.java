package io.personaagent.app.cli;

import static java.util.Objects.requireNonNull;

import java.io.InputStream;
import java.io.PrintWriter;

/**
 * What a command reads and writes: data to {@code out}, everything else to {@code err}.
 *
 * @param terminal whether a person sits in front of it
 */
public record Streams(InputStream in, PrintWriter out, PrintWriter err, boolean terminal) {
    public Streams {
        requireNonNull(in, "in");
        requireNonNull(out, "out");
        requireNonNull(err, "err");
    }
}
