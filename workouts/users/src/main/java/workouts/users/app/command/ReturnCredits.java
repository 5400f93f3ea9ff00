package workouts.users.app.command;

import workouts.users.domain.credit.CreditReturn;

/// Give credits back for a booking that was paid and cancelled.
public record ReturnCredits(CreditReturn credits) {}
