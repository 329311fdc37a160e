/** What two memory backends make of the same person's history: how far they agree, and what each costs. */
@NullMarked
package io.personaagent.memory.compare;

import org.jspecify.annotations.NullMarked;
