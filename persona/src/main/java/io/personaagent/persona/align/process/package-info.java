/** Sees to it that one person is aligned by one process at a time, and that what was cut short is gone on with. */
@NullMarked
package io.personaagent.persona.align.process;

import org.jspecify.annotations.NullMarked;
