package io.personaagent.app.eval.dataset;

import java.util.List;
import java.util.Optional;

/** All sets that can be read. */
public final class Datasets {

    private static final List<Dataset> ALL = List.of(
            new Locomo(),
            new LongMemEval(),
            new Beam(),
            new PersonaBench(),
            new Musique(),
            new Memento(),
            new PrefEval(),
            new MemDaily());

    private Datasets() {}

    /** Their names, in the order in which they are told. */
    public static List<String> names() {
        return ALL.stream().map(Dataset::name).toList();
    }

    public static Optional<Dataset> named(String name) {
        return ALL.stream().filter(dataset -> dataset.name().equals(name)).findFirst();
    }
}
