package io.personaagent.persona.tendency;

/**
 * What is to be expected of how much somebody likes something, in standard deviations of what they like.
 *
 * @param variance how far it may be off
 */
public record Belief(double mean, double variance) {

    public Belief {
        if (!Double.isFinite(mean) || !(variance > 0)) {
            throw new IllegalArgumentException("a belief of %s with variance %s is none".formatted(mean, variance));
        }
    }

    /** Of somebody of whom nothing is known: as far as people differ in how they like a topic. */
    public static Belief ofTopic(String name) {
        Trait topic = Trait.topic(name);
        return new Belief(0, Prior.covariance(topic, Traits.of("Of it. Topics: " + name.replace(',', ' '))));
    }

    /** Of somebody of whom nothing is known: as far as people differ in how they like what has the same name. */
    public static Belief ofThing() {
        return new Belief(0, Prior.WORDS);
    }

    /** After it was seen so many times to be about so. */
    public Belief seen(double about, int times) {
        if (times == 0) {
            return this;
        }
        double noise = Prior.NOISE / times;
        double weight = variance / (variance + noise);
        return new Belief(mean + weight * (about - mean), variance * (1 - weight));
    }
}
