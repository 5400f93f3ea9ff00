package workouts.users.app.query;

import workouts.chassis.handlers.QueryHandler;
import workouts.users.domain.credit.CreditLedger;

/// Answers with name and role as they are now, not as they were remembered.
public final class CurrentUserHandler implements QueryHandler<CurrentUser, UserView> {
    private final CreditLedger credits;

    public CurrentUserHandler(CreditLedger credits) {
        this.credits = credits;
    }

    @Override
    public UserView handle(CurrentUser query) {
        return new UserView(query.person(), credits.balance(query.person().id()));
    }
}
