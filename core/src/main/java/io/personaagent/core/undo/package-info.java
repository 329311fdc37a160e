/** What tools did in a person's turns, and taking it back. */
@NullMarked
package io.personaagent.core.undo;

import org.jspecify.annotations.NullMarked;
