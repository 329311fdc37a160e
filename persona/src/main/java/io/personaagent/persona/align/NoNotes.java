package io.personaagent.persona.align;

import java.util.Optional;
import java.util.OptionalDouble;

/** Those of an alignment that nobody would go on with. */
enum NoNotes implements Notes {
    INSTANCE;

    @Override
    public OptionalDouble loss(Sitting sitting, Labelled interaction) {
        return OptionalDouble.empty();
    }

    @Override
    public void graded(Sitting sitting, Graded graded) {}

    @Override
    public Optional<Draft> draft(Sitting sitting) {
        return Optional.empty();
    }

    @Override
    public void drafted(Sitting sitting, Draft draft) {}

    @Override
    public void confirm() {}
}
