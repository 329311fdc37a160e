@NullMarked
package io.personaagent.app.architecture;

import org.jspecify.annotations.NullMarked;
