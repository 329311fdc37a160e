package io.personaagent.memory.boundary;

import io.personaagent.memory.episode.Sensitivity;
import io.personaagent.memory.spi.Purpose;
import io.personaagent.memory.spi.Use;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * What may be shown to whom. The person may see everything, credentials nobody else.
 *
 * @param extents how much for each purpose; what is not named gets what is ordinary
 */
public record Policy(Map<Purpose, Extent> extents) {

    /** Everything within this program, the topic for models and tools at home, and what is ordinary for tools that reach outside. */
    public static final Policy USUAL = new Policy(Map.of(
            Purpose.LOCAL, Extent.ALL,
            Purpose.MODEL, Extent.TOPIC,
            Purpose.TOOL, Extent.TOPIC,
            Purpose.OUTSIDE, Extent.ORDINARY));

    public Policy {
        extents = Map.copyOf(extents);
    }

    /** Those of the classes for which something is withheld; empty when it may be shown. */
    Set<Sensitivity> withheld(Use use, Set<Sensitivity> classes) {
        Set<Sensitivity> withheld = EnumSet.noneOf(Sensitivity.class);
        for (Purpose purpose : use.purposes()) {
            classes.stream().filter(each -> !allows(purpose, each, use.asked())).forEach(withheld::add);
        }
        return withheld;
    }

    private boolean allows(Purpose purpose, Sensitivity each, String asked) {
        if (purpose == Purpose.OWN_EYES || each == Sensitivity.ORDINARY) {
            return true;
        }
        return each != Sensitivity.CREDENTIALS
                && switch (extents.getOrDefault(purpose, Extent.ORDINARY)) {
                    case ORDINARY -> false;
                    case TOPIC -> Care.askedIn(asked).contains(each);
                    case ALL -> true;
                };
    }
}
