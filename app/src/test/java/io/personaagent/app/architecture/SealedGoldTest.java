package io.personaagent.app.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.personaagent.app.eval.dataset.Gold;
import io.personaagent.app.eval.metric.Evidence;
import io.personaagent.app.eval.predict.Key;
import io.personaagent.app.eval.predict.Verdict;
import io.personaagent.memory.Memory;
import io.personaagent.memory.spi.MemoryBackend;
import io.personaagent.memory.spi.MemoryProvider;

/** What is evaluated cannot see the answer key: who holds a backend does not know the key's types, and the key has no way to be read. */
@AnalyzeClasses(packages = "io.personaagent.app.eval", importOptions = ImportOption.DoNotIncludeTests.class)
class SealedGoldTest {

    // spotless:off
    @ArchTest
    static final ArchRule onlyTheContestHoldsABackend = noClasses()
            .that().resideOutsideOfPackages("io.personaagent.app.eval.contest", "io.personaagent.app.eval.subject")
            .should().dependOnClassesThat().areAssignableTo(MemoryBackend.class)
            .orShould().dependOnClassesThat().areAssignableTo(MemoryProvider.class)
            .orShould().dependOnClassesThat().areAssignableTo(Memory.class);

    @ArchTest
    static final ArchRule theContestKnowsNoKey = noClasses()
            .that().resideInAPackage("io.personaagent.app.eval.contest")
            .should().dependOnClassesThat().resideInAnyPackage(
                    "io.personaagent.app.eval.dataset..", "io.personaagent.app.eval.metric..", "io.personaagent.app.eval");

    /** Who lives through a log and answers knows nothing of exams; who judges holds nothing that answers but by its questions. */
    @ArchTest
    static final ArchRule theSubjectKnowsNoKey = noClasses()
            .that().resideInAPackage("io.personaagent.app.eval.subject")
            .should().dependOnClassesThat().resideInAnyPackage(
                    "io.personaagent.app.eval.dataset..", "io.personaagent.app.eval.metric..", "io.personaagent.app.eval",
                    "io.personaagent.app.eval.predict");

    @ArchTest
    static final ArchRule theKeyOfAnExamOnlyJudges = methods()
            .that().areDeclaredInClassesThat().areAssignableTo(Key.class).and().areNotPrivate().and().areNotStatic()
            .should().haveRawReturnType(Verdict.class);

    @ArchTest
    static final ArchRule theKeyOfAnExamHasNoOpenFields = fields()
            .that().areDeclaredInClassesThat().areAssignableTo(Key.class)
            .should().bePrivate();

    @ArchTest
    static final ArchRule theKeyIsNotHandedOut = noMethods()
            .that().areDeclaredInClassesThat().areAssignableTo(Gold.class)
            .should().haveRawReturnType(Evidence.class);

    @ArchTest
    static final ArchRule theKeyHasNoOpenFields = fields()
            .that().areDeclaredInClassesThat().areAssignableTo(Gold.class)
            .should().bePrivate();
    // spotless:on
}
