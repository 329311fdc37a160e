/** The agent: the one place where a turn is carried out from the message to the log. */
@NullMarked
package io.personaagent.core;

import org.jspecify.annotations.NullMarked;
