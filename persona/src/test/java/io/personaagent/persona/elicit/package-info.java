@NullMarked
package io.personaagent.persona.elicit;

import org.jspecify.annotations.NullMarked;
