/** From text to the terms that the lexical channel searches. */
@NullMarked
package io.personaagent.memory.text;

import org.jspecify.annotations.NullMarked;
