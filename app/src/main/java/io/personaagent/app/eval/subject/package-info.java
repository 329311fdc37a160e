/** Who is asked closed questions about a person: the agent itself, living through that person's log, or a baseline. Knows no answer key. */
@NullMarked
package io.personaagent.app.eval.subject;

import org.jspecify.annotations.NullMarked;
