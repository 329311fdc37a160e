@NullMarked
package io.personaagent.core.model;

import org.jspecify.annotations.NullMarked;
