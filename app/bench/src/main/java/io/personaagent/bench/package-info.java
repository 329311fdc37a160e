/** Measures memory beside its peers. Not part of the program. */
@NullMarked
package io.personaagent.bench;

import org.jspecify.annotations.NullMarked;
