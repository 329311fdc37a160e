/** Evaluation of memory backends on public sets. */
@NullMarked
package io.personaagent.app.eval;

import org.jspecify.annotations.NullMarked;
