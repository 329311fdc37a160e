@NullMarked
package io.personaagent.core.turn;

import org.jspecify.annotations.NullMarked;
