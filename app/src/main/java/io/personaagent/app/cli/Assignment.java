package io.personaagent.app.cli;

import java.util.Map;

/** An argument as it is typed: {@code NAME=VALUE}. */
record Assignment(String name, String value) {

    static Assignment parse(String typed) {
        int equals = typed.indexOf('=');
        if (equals < 1) {
            throw new Failure("'%s' is not an argument; expected NAME=VALUE".formatted(typed));
        }
        return new Assignment(typed.substring(0, equals), typed.substring(equals + 1));
    }

    void into(Map<String, ? super String> arguments) {
        arguments.put(name, value);
    }
}
