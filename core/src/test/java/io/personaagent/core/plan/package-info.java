@NullMarked
package io.personaagent.core.plan;

import org.jspecify.annotations.NullMarked;
