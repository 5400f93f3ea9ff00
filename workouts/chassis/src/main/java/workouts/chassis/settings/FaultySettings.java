package workouts.chassis.settings;

import java.util.List;

/// The service was told something that it cannot work with. Lists everything, so that one look is enough.
public final class FaultySettings extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public FaultySettings(List<String> faults) {
        super("the settings are faulty:\n  " + String.join("\n  ", faults));
    }
}
