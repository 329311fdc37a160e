/** Public evaluation sets, read as their makers publish them. */
@NullMarked
package io.personaagent.app.eval.dataset;

import org.jspecify.annotations.NullMarked;
