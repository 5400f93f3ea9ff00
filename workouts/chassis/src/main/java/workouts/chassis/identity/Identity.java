package workouts.chassis.identity;

import jakarta.servlet.DispatcherType;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Everything needs a token but the probes, the meters and the issuer of development.
@Configuration(proxyBeanMethods = false)
public class Identity implements WebMvcConfigurer {
    private static final Logger LOG = LoggerFactory.getLogger(Identity.class);

    @Bean
    JwtDecoder jwtDecoder(IdentitySettings settings, Clock clock) {
        if (settings instanceof IdentitySettings.Development) {
            LOG.warn("""
                    the profile dev is on: anybody who knows its secret, or asks the issuer of development, can be anybody. \
                    NEVER use it where real people have accounts""");
        }
        return Tokens.decoder(settings, clock);
    }

    @Bean
    SecurityFilterChain securityFilterChain(HttpSecurity http, JwtDecoder decoder) {
        var problems = new TokenProblems();
        return http.sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // no cookie is ever looked at, so there is nothing that another site could misuse
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers("/actuator/**", DevIssuer.PATH)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .exceptionHandling(exceptions -> exceptions.authenticationEntryPoint(problems))
                .oauth2ResourceServer(
                        server -> server.authenticationEntryPoint(problems).jwt(jwt -> jwt.decoder(decoder)))
                .build();
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CallerArgument());
    }
}
