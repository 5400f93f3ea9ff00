package workouts.users.app.query;

import workouts.chassis.handlers.QueryHandler;
import workouts.users.domain.credit.CreditLedger;
import workouts.users.domain.credit.Statement;

/// Answers with a page, the newest change first.
public final class CreditStatementHandler implements QueryHandler<CreditStatement, Statement> {
    private final CreditLedger credits;

    public CreditStatementHandler(CreditLedger credits) {
        this.credits = credits;
    }

    @Override
    public Statement handle(CreditStatement query) {
        return credits.statement(query.person(), query.after(), query.limit());
    }
}
