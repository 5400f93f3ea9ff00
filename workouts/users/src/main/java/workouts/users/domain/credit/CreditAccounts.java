package workouts.users.domain.credit;

import workouts.users.domain.person.PersonId;

/// The accounts of the ledger that this application uses.
///
/// | Account | Has |
/// | --- | --- |
/// | `attendee:<uuid>` | what a person has, never below zero, what is held included |
/// | `gym:sold` | less by every credit that was granted, so its balance is zero or below |
/// | `gym:trainings` | what was paid for trainings and not given back |
/// | `gym:fines` | less by every credit that the gym has paid for cancelling late |
///
/// Over all of them the sum is zero.
public final class CreditAccounts {
    /// What is counted, without decimals.
    public static final String ASSET = "CREDIT";

    public static final String SOLD = "gym:sold";
    public static final String TRAININGS = "gym:trainings";
    public static final String FINES = "gym:fines";

    private CreditAccounts() {}

    public static String of(PersonId person) {
        return "attendee:" + person;
    }
}
