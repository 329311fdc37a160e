@NullMarked
package io.personaagent.core.align;

import org.jspecify.annotations.NullMarked;
