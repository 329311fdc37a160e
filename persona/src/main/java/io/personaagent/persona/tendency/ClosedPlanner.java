package io.personaagent.persona.tendency;

/** Answers closed questions about one person. */
public interface ClosedPlanner {

    /** What reports call it. */
    String named();

    /**
     * The answer, in the form that the question asks for.
     *
     * @param persona what was learnt of the person
     * @param recalled what may be looked up
     */
    String answer(Ask ask, Learnt persona, Memories recalled);
}
