/** Tests of what backends are lent while they are evaluated. */
@NullMarked
package io.personaagent.app.eval.contest;

import org.jspecify.annotations.NullMarked;
