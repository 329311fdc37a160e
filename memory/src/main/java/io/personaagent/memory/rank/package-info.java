/** Ranking as pure functions over candidates: no store, no clock, no state. */
@NullMarked
package io.personaagent.memory.rank;

import org.jspecify.annotations.NullMarked;
