package it.sportello.quality.rules;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The rules of structure over every production class of the house. */
class HouseRulesTest {
    @TestFactory
    Stream<DynamicTest> theHouseKeepsItsRules() {
        JavaClasses house = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .withImportOption(location -> !location.contains("/it/sportello/quality/"))
                .importPackages("it.sportello");
        return new HouseRules("it.sportello")
                .all().entrySet().stream()
                        .map(rule -> DynamicTest.dynamicTest(
                                rule.getKey(),
                                () -> rule.getValue().allowEmptyShould(true).check(house)));
    }
}
