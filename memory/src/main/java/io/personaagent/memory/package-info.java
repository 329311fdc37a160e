/** What an agent remembers of a person: start with {@link io.personaagent.memory.Memory}. */
@NullMarked
package io.personaagent.memory;

import org.jspecify.annotations.NullMarked;
