package workouts.chassis.settings;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Has a refusal to start printed as its message, without a stack trace.
public final class FaultySettingsAnalyzer extends AbstractFailureAnalyzer<FaultySettings> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, FaultySettings cause) {
        return new FailureAnalysis(
                String.valueOf(cause.getMessage()),
                "Set them as arguments (--name=value), or in the environment with capitals and underscores.",
                cause);
    }
}
