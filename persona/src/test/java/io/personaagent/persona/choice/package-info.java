@NullMarked
package io.personaagent.persona.choice;

import org.jspecify.annotations.NullMarked;
