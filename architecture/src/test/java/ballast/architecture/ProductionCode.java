package ballast.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;

/// Every class of ours that ships, read once.
final class ProductionCode {
    static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("ballast");

    /// The same of the application that is built on it.
    static final JavaClasses WORKOUTS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("workouts");

    private ProductionCode() {}

    /// The room a class belongs to: `ballast.consensus.ratis.Settings` is in `consensus.ratis`.
    static String room(JavaClass type) {
        var segments = type.getPackageName().split("\\.", -1);
        return String.join(".", Arrays.copyOfRange(segments, 1, segments.length));
    }
}
