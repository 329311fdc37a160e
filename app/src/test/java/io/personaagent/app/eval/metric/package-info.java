/** Tests of the measures. */
@NullMarked
package io.personaagent.app.eval.metric;

import org.jspecify.annotations.NullMarked;
