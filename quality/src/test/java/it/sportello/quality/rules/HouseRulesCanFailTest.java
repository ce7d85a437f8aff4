package it.sportello.quality.rules;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each rule of structure finds the violation that is planted for it: a rule that cannot fail checks nothing. */
class HouseRulesCanFailTest {
    @TestFactory
    Stream<DynamicTest> everyRuleSeesItsPlantedViolation() {
        JavaClasses planted = new ClassFileImporter().importPackages("it.sportello.quality.planted");
        return new HouseRules("it.sportello.quality.planted")
                .all().entrySet().stream()
                        .map(rule -> DynamicTest.dynamicTest(
                                rule.getKey(),
                                () -> assertTrue(
                                        rule.getValue()
                                                .allowEmptyShould(true)
                                                .evaluate(planted)
                                                .hasViolation(),
                                        "the planted violation was not seen")));
    }
}
