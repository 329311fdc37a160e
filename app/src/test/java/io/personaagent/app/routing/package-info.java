/** Which tool the reflex planner finds for what people say, measured over the bundled tools. */
@NullMarked
package io.personaagent.app.routing;

import org.jspecify.annotations.NullMarked;
