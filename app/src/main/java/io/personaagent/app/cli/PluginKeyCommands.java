package io.personaagent.app.cli;

import io.personaagent.core.kit.SigningKey;
import io.personaagent.core.plugin.JarSignature;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Who says that a jar is theirs, and whom one believes. */
final class PluginKeyCommands {

    private PluginKeyCommands() {}

    static CommandLine addTo(CommandLine plugins, Door door) {
        return plugins.addSubcommand(new Sign(door)).addSubcommand(new Trust(door));
    }

    @Command(name = "sign", description = "Signs a jar of yours: writes JAR.sig beside it.")
    static final class Sign implements Callable<Integer> {

        private final Door door;

        @Parameters(paramLabel = "JAR", description = "the jar to sign")
        private Path jar = Path.of("");

        @Option(
                names = "--key",
                required = true,
                paramLabel = "FILE",
                description = "your key; it is made when there is none. Keep it to yourself")
        private Path key = Path.of("");

        Sign(Door door) {
            this.door = door;
        }

        @Override
        public Integer call() {
            JarSignature signature = SigningKey.in(key).sign(jar);
            door.tell("Written: %s. Tell those who install it that your key is".formatted(JarSignature.beside(jar)));
            door.print(signature.fingerprint());
            return 0;
        }
    }

    @Command(name = "trust", description = "Trusts the key that has this fingerprint: what it signed can be installed.")
    static final class Trust implements Callable<Integer> {

        private final Door door;

        @Parameters(paramLabel = "FINGERPRINT", description = "64 hexadecimal digits, from the plugin's author")
        private String fingerprint = "";

        Trust(Door door) {
            this.door = door;
        }

        @Override
        public Integer call() throws Exception {
            return door.with(household -> {
                household.pluginShelf().trustedKeys().add(fingerprint);
                door.tell("Trusted.");
                return 0;
            });
        }
    }
}
