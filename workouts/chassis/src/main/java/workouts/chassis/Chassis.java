package workouts.chassis;

import io.micrometer.observation.ObservationRegistry;
import java.time.Clock;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import workouts.chassis.database.Database;
import workouts.chassis.database.DatabaseSettings;
import workouts.chassis.failpoints.FailPoints;
import workouts.chassis.grpc.GrpcSettings;
import workouts.chassis.grpc.Neighbours;
import workouts.chassis.handlers.Decorators;
import workouts.chassis.identity.Identity;
import workouts.chassis.identity.IdentitySettings;
import workouts.chassis.problems.ErrorPage;
import workouts.chassis.problems.HttpProblems;

/// Everything that a service gets without asking. Its own configuration imports this one and provides
/// [ChassisSettings].
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = {FlywayAutoConfiguration.class, ErrorMvcAutoConfiguration.class})
@Import({Database.class, Identity.class, HttpProblems.class, ErrorPage.class, Web.class})
public class Chassis {
    @Bean
    IdentitySettings identitySettings(ChassisSettings settings) {
        return settings.identity();
    }

    @Bean
    DatabaseSettings databaseSettings(ChassisSettings settings) {
        return settings.database();
    }

    @Bean
    GrpcSettings grpcSettings(ChassisSettings settings) {
        return settings.grpc();
    }

    @Bean
    Clock clock(Surroundings surroundings) {
        return surroundings.clock();
    }

    @Bean
    FailPoints failPoints(Surroundings surroundings) {
        return surroundings.failPoints();
    }

    @Bean
    Decorators decorators(ObservationRegistry observations) {
        return new Decorators(observations);
    }

    @Bean
    Neighbours neighbours(GrpcSettings settings, ObservationRegistry observations) {
        return new Neighbours(settings, observations);
    }
}
