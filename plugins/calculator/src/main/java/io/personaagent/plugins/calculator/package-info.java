/** Expressions and units. */
@NullMarked
package io.personaagent.plugins.calculator;

import org.jspecify.annotations.NullMarked;
