package io.personaagent.memory.boundary;

import io.personaagent.memory.spi.Recollection;
import java.util.List;

/**
 * What came of a recall.
 *
 * @param shown what may be shown, the best first
 * @param withheld what would have been shown otherwise
 */
public record Sifted(List<Recollection> shown, List<Withheld> withheld) {
    public Sifted {
        shown = List.copyOf(shown);
        withheld = List.copyOf(withheld);
    }
}
