@NullMarked
package io.personaagent.core.undo;

import org.jspecify.annotations.NullMarked;
