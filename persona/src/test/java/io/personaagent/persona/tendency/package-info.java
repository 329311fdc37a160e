@NullMarked
package io.personaagent.persona.tendency;

import org.jspecify.annotations.NullMarked;
