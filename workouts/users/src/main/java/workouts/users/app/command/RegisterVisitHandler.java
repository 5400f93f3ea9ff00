package workouts.users.app.command;

import workouts.chassis.handlers.CommandHandler;
import workouts.chassis.handlers.Done;
import workouts.users.domain.person.PersonRepository;

/// Remembers name and role as the token of the visit has them.
///
/// The address that a visit comes from is not kept, as others do: nothing here needs it, behind a proxy it is the
/// proxy's, and what is not kept cannot be lost.
public final class RegisterVisitHandler implements CommandHandler<RegisterVisit, Done> {
    private final PersonRepository people;

    public RegisterVisitHandler(PersonRepository people) {
        this.people = people;
    }

    @Override
    public Done handle(RegisterVisit command) {
        people.remember(command.person());
        return Done.DONE;
    }
}
