@NullMarked
package io.personaagent.core.plan.reflex;

import org.jspecify.annotations.NullMarked;
