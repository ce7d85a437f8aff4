package it.sportello.app;

import java.util.Optional;

/** The version of this program. */
final class Version {
    private Version() {}

    /** As the package says it; a development build says so. */
    static String current() {
        return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .or(() -> Optional.ofNullable(Version.class.getModule().getDescriptor())
                        .flatMap(descriptor -> descriptor.rawVersion()))
                .orElse("in sviluppo");
    }
}
