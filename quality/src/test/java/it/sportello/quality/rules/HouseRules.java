package it.sportello.quality.rules;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The rules of structure, each with its reason. Root is the base package, so that the same rules run over the house and
 * over planted violations that prove each able to fail.
 */
final class HouseRules {
    private static final Set<String> WALL_CLOCKS = Set.of(
            "java.time.Instant",
            "java.time.LocalDate",
            "java.time.LocalDateTime",
            "java.time.LocalTime",
            "java.time.OffsetDateTime",
            "java.time.ZonedDateTime",
            "java.time.Year",
            "java.time.YearMonth");

    private final String root;

    HouseRules(String root) {
        this.root = root;
    }

    /** Every rule by the name under which it is reported. */
    Map<String, ArchRule> all() {
        Map<String, ArchRule> rules = new TreeMap<>();
        rules.put("view models do not see the scene", viewModelsDoNotSeeTheScene());
        rules.put("views do not see devices, store or sync", viewsDoNotSeeDevicesStoreOrSync());
        rules.put("screens meet only through the frame", screensMeetThroughTheFrame());
        rules.put("no cycles", noCycles());
        rules.put("one class touches Platform", onePlatformDoor());
        rules.put("no static mutable field", noStaticMutableField());
        rules.put("no getInstance", noGetInstance());
        rules.put("no event bus, no service locator", noHiddenWiring());
        rules.put("no now() without a clock", noNowWithoutClock());
        rules.put("no binary floating point in domain", noFloatingPointInDomain());
        rules.put("only the store speaks SQL", onlyTheStoreSpeaksSql());
        rules.put("only app sees JavaFX", onlyAppSeesJavaFx());
        rules.put("only devices see cards and serial lines", onlyDevicesSeeHardware());
        rules.put("only Workstation wires", onlyWorkstationWires());
        rules.put("the app never sees the backend", appNeverSeesBackend());
        return rules;
    }

    private ArchRule viewModelsDoNotSeeTheScene() {
        return noClasses()
                .that()
                .haveSimpleNameEndingWith("ViewModel")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx.scene..", "javafx.stage..", "javafx.fxml..")
                .because("a view model must run in a plain unit test");
    }

    private ArchRule viewsDoNotSeeDevicesStoreOrSync() {
        return noClasses()
                .that()
                .haveSimpleNameEndingWith("View")
                .and()
                .resideInAPackage(root + ".app..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(root + ".devices..", root + ".offlinecache..")
                .because("a view binds and forwards; its view model acts");
    }

    private ArchRule screensMeetThroughTheFrame() {
        Set<String> shared = Set.of("frame", "print", "wiring", "service");
        return slices().matching(root + ".app.(*)..")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(
                        DescribedPredicate.alwaysTrue(),
                        JavaClass.Predicates.resideInAnyPackage(shared.stream()
                                .map(room -> root + ".app." + room + "..")
                                .toArray(String[]::new)))
                .ignoreDependency(resideInAPackage(root + ".app.wiring.."), DescribedPredicate.alwaysTrue())
                .because("a screen that knows another can no longer be moved or removed");
    }

    private ArchRule noCycles() {
        return slices().matching(root + ".(*).(*)..").should().beFreeOfCycles();
    }

    private ArchRule onePlatformDoor() {
        return noClasses()
                .that()
                .doNotHaveSimpleName("FxDoor")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("javafx.application.Platform")
                .because("events reach the interface through one door");
    }

    private ArchRule noStaticMutableField() {
        return fields().that()
                .areStatic()
                .and(are(notSynthetic()))
                .should()
                .beFinal()
                .because("static state is shared by every test and every window");
    }

    private static DescribedPredicate<JavaField> notSynthetic() {
        return DescribedPredicate.describe(
                "written by a person", field -> !field.getModifiers().contains(JavaModifier.SYNTHETIC));
    }

    private ArchRule noGetInstance() {
        return methods().should(new ArchCondition<JavaMethod>("not be a singleton's door") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                if (method.getName().equals("getInstance")) {
                    events.add(SimpleConditionEvent.violated(method, method.getFullName() + " is a singleton's door"));
                }
            }
        });
    }

    private ArchRule noHiddenWiring() {
        return classes()
                .should()
                .haveNameNotMatching(".*(EventBus|ServiceLocator|Singleton)$")
                .because("dependencies come by constructor");
    }

    private ArchRule noNowWithoutClock() {
        DescribedPredicate<JavaAccess<?>> wallClock = DescribedPredicate.describe("the wall clock", access -> {
            String owner = access.getTargetOwner().getName();
            String name = access.getName();
            boolean now = WALL_CLOCKS.contains(owner)
                    && name.equals("now")
                    && access instanceof com.tngtech.archunit.core.domain.JavaMethodCall call
                    && call.getTarget().getRawParameterTypes().stream()
                            .noneMatch(type -> type.isAssignableTo("java.time.InstantSource"));
            boolean millis = owner.equals("java.lang.System") && name.equals("currentTimeMillis");
            boolean system = owner.equals("java.time.Clock") && name.startsWith("system");
            boolean date = owner.equals("java.util.Date") && name.equals("<init>");
            return now || millis || system || date;
        });
        return noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Launcher")
                .and()
                .haveSimpleNameNotEndingWith("Main")
                .should()
                .accessTargetWhere(wallClock)
                .because("time is handed in, so that a day can be simulated");
    }

    private ArchRule noFloatingPointInDomain() {
        Set<String> binary = Set.of("double", "float", "java.lang.Double", "java.lang.Float");
        return classes()
                .that()
                .resideInAPackage(root + ".domain..")
                .should(new ArchCondition<JavaClass>("hold no double and no float") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        Stream.Builder<JavaClass> used = Stream.builder();
                        type.getFields().forEach(field -> used.add(field.getRawType()));
                        type.getCodeUnits().forEach(unit -> {
                            used.add(unit.getRawReturnType());
                            unit.getRawParameterTypes().forEach(used::add);
                        });
                        used.build()
                                .map(each -> each.getBaseComponentType().getName())
                                .filter(binary::contains)
                                .forEach(name -> events.add(
                                        SimpleConditionEvent.violated(type, type.getName() + " uses " + name)));
                    }
                })
                .because("money and terms are exact");
    }

    private ArchRule onlyTheStoreSpeaksSql() {
        return noClasses()
                .that()
                .resideOutsideOfPackages(root + ".offlinecache..", root + ".backend..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..");
    }

    private ArchRule onlyAppSeesJavaFx() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(root + ".app..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx..");
    }

    private ArchRule onlyDevicesSeeHardware() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(root + ".devices..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javax.smartcardio..", "com.fazecast..");
    }

    private ArchRule onlyWorkstationWires() {
        return noClasses()
                .that()
                .resideOutsideOfPackages(root + ".app.wiring..", root + ".app", root + ".quality..")
                .should()
                .dependOnClassesThat(HasName.Predicates.name(root + ".app.Workstation")
                        .as("Workstation")
                        .forSubtype())
                .because("Workstation is the only place that wires");
    }

    private ArchRule appNeverSeesBackend() {
        return noClasses()
                .that()
                .resideInAPackage(root + ".app..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(root + ".backend..");
    }
}
