@NullMarked
package io.personaagent.core.skill;

import org.jspecify.annotations.NullMarked;
