package workouts.chassis;

import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.support.GenericApplicationContext;
import workouts.chassis.problems.BodyLimit;

/// A service that can be started: by its `Main`, or by a test in the same way.
///
/// @param name as in `trainer`
/// @param configuration imports [Chassis] and makes everything else
/// @param httpPort where `server.port` is not set
public record Service(String name, Class<?> configuration, int httpPort) {
    /// Starts it and returns when it takes requests. SIGTERM stops it gracefully, and so does closing what is returned.
    ///
    /// @param arguments settings, as `--name=value`
    public RunningService start(Surroundings surroundings, String... arguments) {
        var application = new SpringApplication(configuration);
        application.setWebApplicationType(WebApplicationType.SERVLET);
        application.setMainApplicationClass(configuration);
        application.setBannerMode(Banner.Mode.OFF);
        application.setDefaultProperties(defaults());
        application.addInitializers(
                context -> ((GenericApplicationContext) context).registerBean(Surroundings.class, () -> surroundings));
        return new RunningService(application.run(arguments));
    }

    private Map<String, Object> defaults() {
        return Map.ofEntries(
                Map.entry("spring.application.name", name),
                Map.entry("server.address", "${workouts.host:127.0.0.1}"),
                Map.entry("server.port", httpPort),
                Map.entry("server.shutdown", "graceful"),
                Map.entry("spring.lifecycle.timeout-per-shutdown-phase", "20s"),
                Map.entry("spring.threads.virtual.enabled", true),
                Map.entry("spring.jmx.enabled", false),
                Map.entry("spring.web.resources.add-mappings", false),
                Map.entry("spring.jackson.factory.constraints.read.max-document-length", BodyLimit.BYTES_MAX),
                Map.entry("management.endpoints.web.exposure.include", "health,prometheus"),
                Map.entry("management.endpoint.health.probes.enabled", true),
                Map.entry("management.endpoint.health.group.readiness.include", "readinessState,db"),
                Map.entry("management.metrics.distribution.percentiles-histogram.workouts", true),
                Map.entry("management.metrics.distribution.percentiles-histogram.http.server.requests", true),
                // what a caller does wrong is told to the caller
                Map.entry("logging.level.org.springframework.web.servlet.PageNotFound", "ERROR"),
                // meters are fetched; traces are sent where an endpoint is set
                Map.entry("management.otlp.metrics.export.enabled", false),
                Map.entry("management.logging.export.otlp.enabled", false));
    }
}
