package ballast.simulation.ledger;

/// The two sides of a movement.
enum Side {
    DEBIT,
    CREDIT,
}
