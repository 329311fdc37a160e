package io.personaagent.app.eval.predict;

import io.personaagent.app.eval.subject.Part;
import java.util.EnumSet;
import java.util.Set;

/**
 * One way to be asked.
 *
 * @param without what the subject has to do without
 * @param labels how many of the oldest labels it has heard
 */
record Setting(Set<Part> without, int labels) {

    static final int ALL = Integer.MAX_VALUE;

    Setting {
        without = Set.copyOf(without);
    }

    static Setting without(Set<Part> parts) {
        return new Setting(parts, ALL);
    }

    /** The same without one more part. */
    Setting lacking(Part part) {
        EnumSet<Part> more = EnumSet.of(part);
        more.addAll(without);
        return new Setting(more, labels);
    }

    Setting after(int heard) {
        return new Setting(without, heard);
    }
}
