package io.personaagent.app.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The house as design and style draw it: imports only downwards, no circles, each library in its room. */
@AnalyzeClasses(
        packages = "io.personaagent",
        importOptions = {ImportOption.DoNotIncludeTests.class, FloorsTest.NoTestJars.class})
class FloorsTest {

    // spotless:off
    @ArchTest
    static final ArchRule importsGoDownOnly = layeredArchitecture().consideringOnlyDependenciesInLayers()
            .layer("app").definedBy("io.personaagent.app..")
            .layer("core").definedBy("io.personaagent.core..")
            .layer("persona").definedBy("io.personaagent.persona..")
            .layer("memory").definedBy("io.personaagent.memory..")
            .layer("tools-api").definedBy("io.personaagent.tools..")
            .whereLayer("app").mayNotBeAccessedByAnyLayer()
            .whereLayer("core").mayOnlyBeAccessedByLayers("app")
            .whereLayer("persona").mayOnlyBeAccessedByLayers("app", "core")
            .whereLayer("memory").mayOnlyBeAccessedByLayers("app", "core", "persona")
            .whereLayer("tools-api").mayOnlyBeAccessedByLayers("app", "core", "persona", "memory");

    @ArchTest
    static final ArchRule packagesHaveNoCircles =
            slices().matching("io.personaagent.(**)").should().beFreeOfCycles();

    /** The wiring makes the agent, and alignment is about personas: these two look up to their floor's root, which never looks down. */
    @ArchTest
    static final ArchRule memoryRoomsDoNotKnowTheFacade = noClasses()
            .that().resideInAPackage("io.personaagent.memory.*..")
            .should().dependOnClassesThat().resideInAPackage("io.personaagent.memory");

    @ArchTest
    static final ArchRule coreRoomsDoNotKnowTheAgent = noClasses()
            .that().resideInAPackage("io.personaagent.core.*..").and().resideOutsideOfPackage("io.personaagent.core.wiring..")
            .should().dependOnClassesThat().resideInAPackage("io.personaagent.core");

    @ArchTest
    static final ArchRule guiceOnlyInTheWiring = only("com.google.inject..", "io.personaagent.core.wiring..");

    @ArchTest
    static final ArchRule pluginManagerOnlyInThePluginRoom = noClasses()
            .that().resideOutsideOfPackage("io.personaagent.core.plugin..")
            .should().dependOnClassesThat(isPf4jBeyondTheMarker());

    @ArchTest
    static final ArchRule mcpSdkOnlyInItsRoom = only("io.modelcontextprotocol..", "io.personaagent.core.mcp..");

    @ArchTest
    static final ArchRule failsafeOnlyWhereServersAreAskedAgain = only("dev.failsafe..", "io.personaagent.core.model..");

    @ArchTest
    static final ArchRule reactorOnlyWhereTheSdkWantsIt = only("reactor..", "io.personaagent.core.mcp..");

    @ArchTest
    static final ArchRule sqlOnlyInTheEmbeddedStore = only("java.sql..", "io.personaagent.memory.sqlite..");

    @ArchTest
    static final ArchRule jacksonOnlyWhereSomethingIsReadOrWritten = noClasses()
            .that().resideOutsideOfPackages(
                    "io.personaagent.memory.sqlite..", "io.personaagent.memory.json..", "io.personaagent.memory.boundary..", "io.personaagent.memory.archive..",
                    "io.personaagent.memory.profile..", "io.personaagent.persona.hand..", "io.personaagent.persona.align..", "io.personaagent.persona.prototype..",
                    "io.personaagent.core", "io.personaagent.core.config..",
                    "io.personaagent.core.model..", "io.personaagent.core.mcp..", "io.personaagent.core.skill..", "io.personaagent.core.permit..", "io.personaagent.core.journal..",
                    "io.personaagent.core.plan..", "io.personaagent.core.plugin..", "io.personaagent.core.args..", "io.personaagent.core.undo..",
                    "io.personaagent.app.show..", "io.personaagent.app.transfer..", "io.personaagent.app.cli..",
                    "io.personaagent.app.eval.dataset..")
            .should().dependOnClassesThat().resideInAPackage("com.fasterxml.jackson..");

    @ArchTest
    static final ArchRule modelsFromTheSecondFloorUp = noClasses()
            .that().resideInAPackage("io.personaagent.tools..")
            .should().dependOnClassesThat().resideInAnyPackage("dev.langchain4j.model.chat", "dev.langchain4j.model.embedding..");

    /** PF4J would find each extension twice. */
    @ArchTest
    static final ArchRule noPluginOnTheClassPath = noClasses()
            .should().resideInAPackage("io.personaagent.plugins..");

    @ArchTest
    static final ArchRule picocliOnlyInTheCommandLine = only("picocli..", "io.personaagent.app.cli..");

    @ArchTest
    static final ArchRule terminalOnlyInTheChat = only("org.jline..", "io.personaagent.app.chat..");

    @ArchTest
    static final ArchRule noServicesProxiesOrChatMemory = noClasses()
            .should().dependOnClassesThat().resideInAnyPackage("dev.langchain4j.service..", "dev.langchain4j.memory..", "dev.langchain4j.chain..");

    @ArchTest
    static final ArchRule timeComesInThroughConstructors = noClasses()
            .that().resideOutsideOfPackages("io.personaagent.core.wiring..", "io.personaagent.app..")
            .should().callMethod(java.time.Instant.class, "now")
            .orShould().callMethod(java.time.Clock.class, "systemUTC")
            .orShould().callMethod(java.time.Clock.class, "systemDefaultZone")
            .orShould().callMethod(System.class, "currentTimeMillis")
            .orShould().callMethod(Math.class, "random");

    @ArchTest
    static final ArchRule stateIsNeverStatic = fields().that().areStatic().should().beFinal();
    // spotless:on

    /** What other modules publish for tests comes as a jar in some builds, and as a folder of tests in others. */
    static final class NoTestJars implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("-tests.jar");
        }
    }

    private static ArchRule only(String library, String room) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(room)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library);
    }

    private static DescribedPredicate<JavaClass> isPf4jBeyondTheMarker() {
        return DescribedPredicate.describe(
                "are PF4J's beyond its markers for plugins",
                type -> type.getPackageName().startsWith("org.pf4j")
                        && !type.getName().equals("org.pf4j.ExtensionPoint")
                        && !type.getName().equals("org.pf4j.Extension"));
    }
}
