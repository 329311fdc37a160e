package io.personaagent.core.mcp;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How a server is reached: a program that is started here, or an address. */
sealed interface Reach {

    /** In one line, for the person; without any value of a variable. */
    String words();

    /** All that must stay the same for the server to be the one that was approved. */
    String identity();

    /** What its tools need of the network. */
    String host();

    /**
     * A program, spoken to over its standard input and output.
     *
     * @param command the program and its arguments
     * @param set variables that are set for it
     * @param passed names of variables of ours that it gets as well
     */
    record Command(List<String> command, Map<String, String> set, List<String> passed) implements Reach {
        public Command {
            command = List.copyOf(command);
            set = Map.copyOf(set);
            passed = List.copyOf(passed);
        }

        @Override
        public String words() {
            return String.join(" ", command);
        }

        @Override
        public String identity() {
            return "command %s %s %s".formatted(command, new TreeMap<>(set), passed);
        }

        /** Nobody knows where a program connects to. */
        @Override
        public String host() {
            return "*";
        }
    }

    /**
     * An address that speaks streamable HTTP.
     *
     * @param headers what is sent with each request: names of headers, and of the variables that hold their values
     */
    record Address(URI url, Map<String, String> headers) implements Reach {
        public Address {
            requireNonNull(url, "url");
            headers = Map.copyOf(headers);
        }

        @Override
        public String words() {
            return url.toString();
        }

        @Override
        public String identity() {
            return "url %s %s".formatted(url, new TreeMap<>(headers));
        }

        @Override
        public String host() {
            return url.getHost();
        }
    }
}
