/** Tests of the evaluation. */
@NullMarked
package io.personaagent.app.eval;

import org.jspecify.annotations.NullMarked;
