@NullMarked
package io.personaagent.memory.forget;

import org.jspecify.annotations.NullMarked;
