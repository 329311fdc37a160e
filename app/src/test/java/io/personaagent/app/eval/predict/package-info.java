@NullMarked
package io.personaagent.app.eval.predict;

import org.jspecify.annotations.NullMarked;
