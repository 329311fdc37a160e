/** Embedding models that need no server. */
@NullMarked
package io.personaagent.memory.embed;

import org.jspecify.annotations.NullMarked;
