package io.personaagent.core.select;

import io.personaagent.memory.spi.Vector;
import java.util.List;

/** The vectors of texts that are asked for again and again. Thread-safe. */
public interface TextVectors {

    /** The vector of what somebody said. */
    Vector query(String text);

    /** The vectors of the texts, in their order. */
    List<Vector> of(List<String> texts);
}
