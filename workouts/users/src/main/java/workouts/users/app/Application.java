package workouts.users.app;

import workouts.chassis.handlers.CommandHandler;
import workouts.chassis.handlers.Decorators;
import workouts.chassis.handlers.Done;
import workouts.chassis.handlers.QueryHandler;
import workouts.users.app.command.CaptureCredits;
import workouts.users.app.command.CaptureCreditsHandler;
import workouts.users.app.command.HoldCredits;
import workouts.users.app.command.HoldCreditsHandler;
import workouts.users.app.command.Outcome;
import workouts.users.app.command.RegisterVisit;
import workouts.users.app.command.RegisterVisitHandler;
import workouts.users.app.command.ReleaseCredits;
import workouts.users.app.command.ReleaseCreditsHandler;
import workouts.users.app.command.ReturnCredits;
import workouts.users.app.command.ReturnCreditsHandler;
import workouts.users.app.command.UpdateTrainingBalance;
import workouts.users.app.command.UpdateTrainingBalanceHandler;
import workouts.users.app.query.CreditStatement;
import workouts.users.app.query.CreditStatementHandler;
import workouts.users.app.query.CurrentUser;
import workouts.users.app.query.CurrentUserHandler;
import workouts.users.app.query.TrainingBalance;
import workouts.users.app.query.TrainingBalanceHandler;
import workouts.users.app.query.UserView;
import workouts.users.domain.credit.CreditLedger;
import workouts.users.domain.credit.Statement;
import workouts.users.domain.person.PersonRepository;

/// Every command and query, each timed, counted, traced and logged.
public record Application(Commands commands, Queries queries) {
    /// What changes something.
    public record Commands(
            CommandHandler<UpdateTrainingBalance, Outcome> updateTrainingBalance,
            CommandHandler<HoldCredits, Outcome> holdCredits,
            CommandHandler<CaptureCredits, Outcome> captureCredits,
            CommandHandler<ReleaseCredits, Outcome> releaseCredits,
            CommandHandler<ReturnCredits, Outcome> returnCredits,
            CommandHandler<RegisterVisit, Done> registerVisit) {}

    /// What changes nothing.
    public record Queries(
            QueryHandler<CurrentUser, UserView> currentUser,
            QueryHandler<TrainingBalance, Long> trainingBalance,
            QueryHandler<CreditStatement, Statement> creditStatement) {}

    public static Application of(CreditLedger credits, PersonRepository people, Decorators decorators) {
        return new Application(
                new Commands(
                        decorators.command(new UpdateTrainingBalanceHandler(credits)),
                        decorators.command(new HoldCreditsHandler(credits)),
                        decorators.command(new CaptureCreditsHandler(credits)),
                        decorators.command(new ReleaseCreditsHandler(credits)),
                        decorators.command(new ReturnCreditsHandler(credits)),
                        decorators.command(new RegisterVisitHandler(people))),
                new Queries(
                        decorators.query(new CurrentUserHandler(credits)),
                        decorators.query(new TrainingBalanceHandler(credits)),
                        decorators.query(new CreditStatementHandler(credits))));
    }
}
