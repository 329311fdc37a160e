@NullMarked
package io.personaagent.app.show;

import org.jspecify.annotations.NullMarked;
