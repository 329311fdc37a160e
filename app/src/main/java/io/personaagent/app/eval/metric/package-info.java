/** How well a ranking serves a question: pure functions. */
@NullMarked
package io.personaagent.app.eval.metric;

import org.jspecify.annotations.NullMarked;
