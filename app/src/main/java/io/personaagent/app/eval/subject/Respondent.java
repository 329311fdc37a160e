package io.personaagent.app.eval.subject;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.episode.Episode;
import io.personaagent.persona.align.Spent;
import java.util.List;

/** Answers a closed question from what it is shown. For one thread. */
interface Respondent {

    /** The answer, and what it took. */
    record Said(String text, Spent spent) {
        public Said {
            requireNonNull(text, "text");
            requireNonNull(spent, "spent");
        }
    }

    /**
     * The answer, in the form that the question asks for.
     *
     * @param shown items of the log
     * @param profile what a profile is made of; empty where there is none
     */
    Said answer(String question, List<Episode> shown, List<Episode> profile);
}
