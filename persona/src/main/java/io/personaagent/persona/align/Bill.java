package io.personaagent.persona.align;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Who proposed, and what it cost.
 *
 * @param aligner its name
 * @param prompts the hash of each prompt by its id
 * @param planned how many calls were told beforehand; 0 where no model is asked
 * @param stages what each stage has cost
 * @param took from beginning to end
 */
public record Bill(
        String aligner, Map<String, String> prompts, long planned, Map<Meter.Stage, Spent> stages, Duration took) {

    public Bill {
        requireNonNull(aligner, "aligner");
        prompts = Collections.unmodifiableMap(new TreeMap<>(prompts));
        stages = Collections.unmodifiableMap(new TreeMap<>(stages));
        requireNonNull(took, "took");
    }

    static Bill of(Aligner aligner, long planned, Meter meter) {
        long calls = aligner.prompts().isEmpty() ? 0 : planned;
        return new Bill(aligner.name(), aligner.prompts(), calls, meter.stages(), meter.took());
    }

    /** What everything has cost. */
    public Spent spent() {
        return stages.values().stream().reduce(Spent.NOTHING, Spent::and);
    }
}
