/** Tests of the readers, on texts of their own. */
@NullMarked
package io.personaagent.app.eval.dataset;

import org.jspecify.annotations.NullMarked;
