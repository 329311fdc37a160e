@NullMarked
package io.personaagent.core.wiring;

import org.jspecify.annotations.NullMarked;
