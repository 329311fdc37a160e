package io.personaagent.tools;

import java.util.List;

/** A {@link ToolProvider} that has something to say unasked, such as a reminder that is due. The host asks it before each turn. */
public interface NoticeSource {

    /** What the person should be told now, the oldest first; each notice is returned once. Empty when there is nothing. */
    List<String> notices(ToolContext context);
}
