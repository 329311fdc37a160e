package io.personaagent.core.args;

import static java.util.Objects.requireNonNull;

import io.personaagent.tools.Arguments;
import java.util.List;

/**
 * Arguments as a tool gets them.
 *
 * @param notes what was read in another type than it was given, for who gave it
 * @param problems all that is wrong, in the order of the parameters; empty when the call can be made
 */
public record Reading(Arguments arguments, List<String> notes, List<String> problems) {
    public Reading {
        requireNonNull(arguments, "arguments");
        notes = List.copyOf(notes);
        problems = List.copyOf(problems);
    }
}
