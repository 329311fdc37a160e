@NullMarked
package io.personaagent.core.select;

import org.jspecify.annotations.NullMarked;
