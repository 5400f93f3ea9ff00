package workouts.users.app.command;

import workouts.users.domain.credit.BalanceChange;

/// Grant somebody credits, or take some.
public record UpdateTrainingBalance(BalanceChange change) {}
