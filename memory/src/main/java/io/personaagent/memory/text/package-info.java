/** From text to the terms that the lexical channel searches, and to what a model is shown. */
@NullMarked
package io.personaagent.memory.text;

import org.jspecify.annotations.NullMarked;
