package ballast.node;

import ballast.guard.FailPoints;
import java.util.Optional;

/// Reads the system property that arms a fail point, for tests of recovery.
final class FailPointSetting {
    private FailPointSetting() {}

    static FailPoints read(Halt halt) {
        return Optional.ofNullable(System.getProperty(ArmedFailPoints.PROPERTY))
                .<FailPoints>map(setting -> ArmedFailPoints.parse(setting, halt::likeKill))
                .orElseGet(FailPoints::disarmed);
    }
}
