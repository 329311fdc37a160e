/** The nouns of one turn: from the person's message to the reply. */
@NullMarked
package io.personaagent.core.turn;

import org.jspecify.annotations.NullMarked;
