/** Who the person is: one system prompt per person, of fixed rules and of statements that are versioned and carry their evidence. */
@NullMarked
package io.personaagent.persona;

import org.jspecify.annotations.NullMarked;
