package io.personaagent.core.plugin;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** The ways in which somebody may build a jar to do harm. Each makes any number of different ones from a source of chance. */
enum HostileJar {
    CLIMBS {
        @Override
        byte[] made(Base base, Random random) {
            return base.with("../".repeat(1 + random.nextInt(12)) + base.outside(random), noise(random, 50));
        }
    },
    CLIMBS_INSIDE {
        @Override
        byte[] made(Base base, Random random) {
            return base.with(
                    "a/b" + "/..".repeat(3 + random.nextInt(9)) + "/" + base.outside(random), noise(random, 50));
        }
    },
    ABSOLUTE {
        @Override
        byte[] made(Base base, Random random) {
            return base.with("/" + base.outside(random), noise(random, 50));
        }
    },
    BACKSLASH {
        @Override
        byte[] made(Base base, Random random) {
            String drive = random.nextBoolean() ? "C:\\" : "..\\".repeat(1 + random.nextInt(5));
            return base.with(drive + base.outside(random), noise(random, 50));
        }
    },
    BOMB {
        @Override
        byte[] made(Base base, Random random) {
            return base.with("data.bin", new byte[(8 + random.nextInt(16)) << 20]);
        }
    },
    CROWD {
        @Override
        byte[] made(Base base, Random random) {
            Map<String, byte[]> entries = base.entries();
            for (int i = 0; i < 10_001; i++) {
                entries.put("e" + i, new byte[0]);
            }
            return zip(entries);
        }
    },
    MANIFEST {
        @Override
        byte[] made(Base base, Random random) {
            String[] lines = {
                "Plugin-Id: ../../" + base.outside(random),
                "Plugin-Id: ",
                "Plugin-Id: " + "x".repeat(60_000),
                "Plugin-Version: ../1.0.0",
                "Plugin-Requires: *",
                "Plugin-Requires: ((((((((",
                "Plugin-Dependencies: other@1.0.0",
                "Class-Path: ../" + base.outside(random),
                "no colon at all",
                ": nothing before it",
                "Plugin-Class\u0000: x",
            };
            String manifest = new String(base.entries().get(MANIFEST_FILE), StandardCharsets.UTF_8);
            String wrong = lines[random.nextInt(lines.length)];
            String name = wrong.replaceAll(":.*", "");
            String cut = manifest.replaceAll("(?m)^" + name.replaceAll("\\W", ".") + ": .*\r\n", "");
            return base.with(
                    MANIFEST_FILE, (cut.strip() + "\r\n" + wrong + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        }
    },
    NO_MANIFEST {
        @Override
        byte[] made(Base base, Random random) {
            Map<String, byte[]> entries = base.entries();
            entries.remove(MANIFEST_FILE);
            return zip(entries);
        }
    },
    LONG_NAME {
        @Override
        byte[] made(Base base, Random random) {
            return base.with("n".repeat(20_000 + random.nextInt(45_000)) + "/../" + base.outside(random), new byte[1]);
        }
    },
    TWICE {
        @Override
        byte[] made(Base base, Random random) {
            byte[] jar = base.with("example/Toolz.class", noise(random, 900));
            return replaced(jar, "example/Toolz.class", "example/Tools.class");
        }
    },
    CASE {
        @Override
        byte[] made(Base base, Random random) {
            return base.with(random.nextBoolean() ? "EXAMPLE/tools.CLASS" : "meta-inf/manifest.mf", noise(random, 90));
        }
    },
    TRUNCATED {
        @Override
        byte[] made(Base base, Random random) {
            byte[] jar = zip(base.entries());
            return Arrays.copyOf(jar, random.nextInt(jar.length - 1));
        }
    },
    FLIPPED {
        @Override
        byte[] made(Base base, Random random) {
            byte[] jar = zip(base.entries());
            for (int i = 0; i < 8; i++) {
                jar[random.nextInt(jar.length)] ^= (byte) (1 << random.nextInt(8));
            }
            return jar;
        }
    },
    POSES {
        @Override
        byte[] made(Base base, Random random) {
            String[] taken = {
                "org/slf4j/Logger", "org/pf4j/Plugin", "io/personaagent/core/Agent", "io/personaagent/tools/Tool"
            };
            String versioned = random.nextBoolean() ? "META-INF/versions/%d/".formatted(9 + random.nextInt(9)) : "";
            return base.with(versioned + taken[random.nextInt(taken.length)] + ".class", noise(random, 300));
        }
    },
    INDEX {
        @Override
        byte[] made(Base base, Random random) {
            String[] indexes = {
                "java.lang.Runtime", "../../x", "", "#", "x\n".repeat(40_000), "io.personaagent.core.Agent", "\u0000"
            };
            return base.with(
                    "META-INF/extensions.idx",
                    indexes[random.nextInt(indexes.length)].getBytes(StandardCharsets.UTF_8));
        }
    },
    NOISE {
        @Override
        byte[] made(Base base, Random random) {
            return noise(random, random.nextInt(5_000));
        }
    },
    /** Harmless here, for no jar is ever unpacked. */
    SYMBOLIC_LINK {
        @Override
        byte[] made(Base base, Random random) {
            byte[] jar = base.with("link", ("../../" + base.outside(random)).getBytes(StandardCharsets.UTF_8));
            return linked(jar, "link");
        }
    },
    /** Harmless here, for nobody looks into what lies in a jar. */
    NESTED {
        @Override
        byte[] made(Base base, Random random) {
            byte[] jar = base.with("../" + base.outside(random), noise(random, 50));
            for (int depth = 0; depth < 1 + random.nextInt(4); depth++) {
                jar = base.with("lib/inner.jar", jar);
            }
            return jar;
        }
    };

    private static final String MANIFEST_FILE = "META-INF/MANIFEST.MF";

    /** A jar that would be good, of which hostile ones are made. */
    static final class Base {

        private final byte[] good;

        Base(byte[] good) {
            this.good = good.clone();
        }

        Map<String, byte[]> entries() {
            Map<String, byte[]> entries = new LinkedHashMap<>();
            try (ZipInputStream zip = new ZipInputStream(new java.io.ByteArrayInputStream(good))) {
                for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    entries.put(entry.getName(), zip.readAllBytes());
                }
                return entries;
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        }

        byte[] with(String name, byte[] content) {
            Map<String, byte[]> entries = entries();
            entries.put(name, content);
            return zip(entries);
        }

        String outside(Random random) {
            return "outside%d.txt".formatted(random.nextInt(1000));
        }
    }

    abstract byte[] made(Base base, Random random);

    private static byte[] zip(Map<String, byte[]> entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static byte[] noise(Random random, int length) {
        byte[] noise = new byte[length];
        random.nextBytes(noise);
        return noise;
    }

    private static byte[] replaced(byte[] bytes, String text, String other) {
        String jar = new String(bytes, StandardCharsets.ISO_8859_1);
        return jar.replace(text, other).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The entry marked as a link, as Unix does it: in the upper half of the attributes in the directory at the end. */
    private static byte[] linked(byte[] bytes, String name) {
        byte[] jar = bytes.clone();
        String text = new String(jar, StandardCharsets.ISO_8859_1);
        int header = text.lastIndexOf("PK\u0001\u0002", text.lastIndexOf(name));
        jar[header + 5] = 3;
        jar[header + 40] = (byte) 0xff;
        jar[header + 41] = (byte) 0xa1;
        return jar;
    }
}
