package io.personaagent.persona.tendency;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** A question about the person that has a closed answer. */
public sealed interface Ask {

    /** Which score would they give? */
    record Rate(String text, Scale scale) implements Ask {
        public Rate {
            requireNonNull(text, "text");
            requireNonNull(scale, "scale");
        }
    }

    /** Which of two would they give more? The answer is {@code [1]} or {@code [2]}. */
    record Prefer(String first, String second, Scale scale) implements Ask {
        public Prefer {
            requireNonNull(first, "first");
            requireNonNull(second, "second");
            requireNonNull(scale, "scale");
        }
    }

    /** Which of two belongs to what they had to do with? The answer is {@code [1]} or {@code [2]}. */
    record Relate(String first, String second) implements Ask {
        public Relate {
            requireNonNull(first, "first");
            requireNonNull(second, "second");
        }
    }

    /** Which label would they give? The answer is one of the labels. */
    record Classify(String text, List<String> labels) implements Ask {
        public Classify {
            requireNonNull(text, "text");
            labels = List.copyOf(labels);
            if (labels.isEmpty()) {
                throw new IllegalArgumentException("a question for a label must name some");
            }
        }
    }
}
