/**
 * The seams of memory: what a backend or a store offers, and what it is lent.
 *
 * <p>Everything here belongs to one person: a store, a backend and a context are opened for one {@link io.personaagent.tools.UserId}, and
 * no call takes another. The episode log is the truth; what a backend keeps in its {@link io.personaagent.memory.spi.RecordStore} is
 * derived from it and can be derived again.
 */
@NullMarked
package io.personaagent.memory.spi;

import org.jspecify.annotations.NullMarked;
