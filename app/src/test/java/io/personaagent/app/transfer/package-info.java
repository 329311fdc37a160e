@NullMarked
package io.personaagent.app.transfer;

import org.jspecify.annotations.NullMarked;
