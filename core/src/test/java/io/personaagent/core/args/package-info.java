@NullMarked
package io.personaagent.core.args;

import org.jspecify.annotations.NullMarked;
