@NullMarked
package io.personaagent.persona.align.process;

import org.jspecify.annotations.NullMarked;
