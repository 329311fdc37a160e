@NullMarked
package io.personaagent.app.eval.subject;

import org.jspecify.annotations.NullMarked;
