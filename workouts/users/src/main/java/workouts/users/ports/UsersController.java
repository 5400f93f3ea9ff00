package workouts.users.ports;

import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import workouts.chassis.identity.Caller;
import workouts.users.app.Application;
import workouts.users.app.command.RegisterVisit;
import workouts.users.app.query.CreditStatement;
import workouts.users.app.query.CurrentUser;
import workouts.users.domain.person.Person;
import workouts.users.domain.person.PersonId;
import workouts.users.domain.person.Role;

/// Everybody's own data over HTTP; nobody can ask for somebody else's.
@RestController
public final class UsersController {
    private final Application application;

    public UsersController(Application application) {
        this.application = application;
    }

    @GetMapping("/api/users/current")
    Bodies.User current(Caller caller) {
        var person = Person.of(new PersonId(caller.uuid()), caller.name(), role(caller));
        application.commands().registerVisit().handle(new RegisterVisit(person));
        return Bodies.User.of(
                Refusals.given(() -> application.queries().currentUser().handle(new CurrentUser(person))));
    }

    @GetMapping("/api/users/current/credits")
    Bodies.Statement credits(
            Caller caller, @RequestParam(defaultValue = "50") int limit, @RequestParam Optional<String> cursor) {
        var query = new CreditStatement(new PersonId(caller.uuid()), cursor.map(Wire::place), Wire.limit(limit));
        return Bodies.Statement.of(
                Refusals.given(() -> application.queries().creditStatement().handle(query)));
    }

    private static Role role(Caller caller) {
        return switch (caller.role()) {
            case TRAINER -> Role.TRAINER;
            case ATTENDEE -> Role.ATTENDEE;
        };
    }
}
