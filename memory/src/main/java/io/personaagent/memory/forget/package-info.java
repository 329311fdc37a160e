/** Forgetting, whatever the store: what is meant, what it would take along, and the proof that nothing of it is left. */
@NullMarked
package io.personaagent.memory.forget;

import org.jspecify.annotations.NullMarked;
