package dev.durin;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import jakarta.interceptor.Interceptor;
import jakarta.persistence.Entity;
import java.io.Serializable;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** The house rules that the compiler cannot keep. */
@AnalyzeClasses(packages = "dev.durin", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ROOT = "dev.durin";
    private static final String PACKAGE_INFO = "package-info";

    /** The packages in the direction of a request: each may use those behind it, none may use one before it. */
    private static final List<String> DIRECTION = List.of(
            "dev.durin.cli",
            "dev.durin",
            "dev.durin.console",
            "dev.durin.endpoint",
            "dev.durin.admin",
            "dev.durin.account",
            "dev.durin.access",
            "dev.durin.authentication",
            "dev.durin.throttle",
            "dev.durin.scoped",
            "dev.durin.token",
            "dev.durin.usage",
            "dev.durin.client",
            "dev.durin.mail",
            "dev.durin.store",
            "dev.durin.config",
            "dev.durin.event",
            "dev.durin.spi",
            "dev.durin.rate");

    @ArchTest
    static final ArchRule EACH_PACKAGE_USES_ONLY_WHAT_STANDS_BELOW_IT = oneWay(DIRECTION);

    @ArchTest
    static final ArchRule NOTHING_USES_THE_ROOT = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT);

    @ArchTest
    static final ArchRule EVERY_PACKAGE_HAS_ITS_PLACE =
            classes().should().resideInAnyPackage(DIRECTION.toArray(String[]::new));

    @ArchTest
    static final ArchRule NO_CYCLES =
            slices().matching("dev.durin.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule PERSISTENCE_STAYS_BELOW = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "dev.durin.account",
                    "dev.durin.token",
                    "dev.durin.usage",
                    "dev.durin.client",
                    "dev.durin.mail",
                    "dev.durin.store")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jakarta.persistence..");

    @ArchTest
    static final ArchRule FOUR_CLASSES_KNOW_THE_CACHE_LIBRARY = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("dev.durin.token.TrustedCache")
            .and()
            .doNotHaveFullyQualifiedName("dev.durin.token.TokenCache")
            .and()
            .doNotHaveFullyQualifiedName("dev.durin.throttle.RateWindows")
            .and()
            .doNotHaveFullyQualifiedName("dev.durin.throttle.FailedLogins")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.github..");

    /** The initializer must name {@code @Path} to be told of the resources. */
    @ArchTest
    static final ArchRule JAX_RS_STAYS_ABOVE = noClasses()
            .that()
            .resideOutsideOfPackages("dev.durin.endpoint", "dev.durin.access")
            .and()
            .doNotBelongToAnyOf(DurinInitializer.class)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jakarta.ws.rs..");

    @ArchTest
    static final ArchRule SERVLET_STAYS_ABOVE = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT, "dev.durin.console", "dev.durin.endpoint", "dev.durin.authentication")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jakarta.servlet..");

    @ArchTest
    static final ArchRule ONE_PACKAGE_READS_CONFIGURATION = noClasses()
            .that()
            .resideOutsideOfPackage("dev.durin.config")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.eclipse.microprofile.config..");

    @ArchTest
    static final ArchRule LEAVES_NEED_ONLY_THE_JDK = classes()
            .that()
            .resideInAnyPackage("dev.durin.rate", "dev.durin.event", "dev.durin.spi")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify.annotations", "dev.durin..");

    /** It is packed without the rest, which is packed without it. */
    @ArchTest
    static final ArchRule THE_COMMAND_LINE_STANDS_ALONE = classes()
            .that()
            .resideInAPackage("dev.durin.cli")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "jakarta.json", "picocli", "org.jspecify.annotations", "dev.durin.cli");

    @ArchTest
    static final ArchRule NOTHING_ELSE_KNOWS_ITS_LIBRARY = noClasses()
            .that()
            .resideOutsideOfPackage("dev.durin.cli")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("picocli..");

    @ArchTest
    static final ArchRule ENTITIES_ARE_HIDDEN =
            classes().that().areAnnotatedWith(Entity.class).should().bePackagePrivate();

    @ArchTest
    static final ArchRule ENTITIES_NEVER_LEAVE = codeUnits()
            .that()
            .areDeclaredInClassesThat()
            .arePublic()
            .and()
            .haveModifier(JavaModifier.PUBLIC)
            .should(mentionNoEntity());

    @ArchTest
    static final ArchRule EVENTS_ARE_FINAL = classes()
            .that()
            .resideInAPackage("dev.durin.event")
            .and()
            .doNotHaveSimpleName(PACKAGE_INFO)
            .should()
            .haveModifier(JavaModifier.FINAL);

    @ArchTest
    static final ArchRule INTERCEPTORS_ARE_HIDDEN =
            classes().that().areAnnotatedWith(Interceptor.class).should().bePackagePrivate();

    @ArchTest
    static final ArchRule NO_OLD_DATES_AND_NO_GUESSABLE_SECRETS =
            noClasses().should().dependOnClassesThat(equivalentTo(Date.class).or(equivalentTo(Random.class)));

    // B1.4
    @ArchTest
    static final ArchRule CODES_ARE_COMPARED_IN_CONSTANT_TIME = classes()
            .that()
            .haveFullyQualifiedName("dev.durin.token.TokenFormat")
            .or()
            .haveFullyQualifiedName("dev.durin.scoped.ScopedFormat")
            .should()
            .callMethod(MessageDigest.class, "isEqual", byte[].class, byte[].class);

    // B1.4
    @ArchTest
    static final ArchRule BYTES_ARE_COMPARED_NO_OTHER_WAY =
            noClasses().should().callMethod(Arrays.class, "equals", byte[].class, byte[].class);

    // B1.6
    @ArchTest
    static final ArchRule TOKENS_ARE_NOT_SERIALIZABLE = noClasses()
            .that()
            .resideInAPackage("dev.durin.token")
            .and()
            .areNotEnums()
            .and()
            .areNotAssignableTo(Exception.class)
            .should()
            .beAssignableTo(Serializable.class);

    /** Names that say nothing. An {@code EntityManager} is Jakarta Persistence's own word for what it is. */
    @ArchTest
    static final ArchRule NAMES_SAY_WHAT_A_CLASS_IS = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("EntityManager")
            .should()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameContaining("Util");

    /** Else a rule could hold because nothing is left for it to look at. */
    @ArchTest
    static void packagesWhenImportedThenEachHasClassesAndItsDuty(JavaClasses classes) {
        for (String name : DIRECTION) {
            Stream<JavaClass> found = classes.stream()
                    .filter(type -> type.getPackageName().equals(name))
                    .filter(type -> !type.getSimpleName().equals(PACKAGE_INFO));

            assertThat(found).as("classes of %s", name).isNotEmpty();
            assertThat(classes.getPackage(name).isAnnotatedWith(NullMarked.class))
                    .as("%s is @NullMarked in its package-info", name)
                    .isTrue();
        }
    }

    /** The rule must see the dependencies that there are: upside down it must find fault with them. */
    @ArchTest
    static void oneWayWhenUpsideDownThenViolated(JavaClasses classes) {
        List<String> upsideDown = new ArrayList<>(DIRECTION);
        Collections.reverse(upsideDown);

        assertThat(oneWay(upsideDown).evaluate(classes).hasViolation()).isTrue();
    }

    private static ArchRule oneWay(List<String> direction) {
        LayeredArchitecture layers = layeredArchitecture().consideringOnlyDependenciesInLayers();
        for (String name : direction) {
            layers = layers.layer(name).definedBy(name);
        }
        for (int at = 0; at < direction.size() - 1; at++) {
            String[] below = direction.subList(at + 1, direction.size()).toArray(String[]::new);
            layers = layers.whereLayer(direction.get(at)).mayOnlyAccessLayers(below);
        }
        return layers.whereLayer(direction.get(direction.size() - 1)).mayNotAccessAnyLayer();
    }

    private static ArchCondition<JavaCodeUnit> mentionNoEntity() {
        return new ArchCondition<>("mention no entity") {
            @Override
            public void check(JavaCodeUnit unit, ConditionEvents events) {
                boolean mentions =
                        unit.getAllInvolvedRawTypes().stream().anyMatch(type -> type.isAnnotatedWith(Entity.class));
                events.add(new SimpleConditionEvent(unit, !mentions, unit.getDescription()));
            }
        };
    }
}
