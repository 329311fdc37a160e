package io.personaagent.app.eval.subject;

import io.personaagent.tools.UserId;

/** Makes a subject for each person. Thread-safe. */
public interface Subjects {

    /** What reports call it. */
    String named();

    /** One that knows nothing of the person yet. */
    Subject about(UserId person);
}
