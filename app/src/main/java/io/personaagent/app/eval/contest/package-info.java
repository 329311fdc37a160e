/** What is evaluated. Nothing here can know an answer key. */
@NullMarked
package io.personaagent.app.eval.contest;

import org.jspecify.annotations.NullMarked;
