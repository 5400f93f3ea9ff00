package ballast.simulation.ledger;

/// Where a ledger is not as expected.
///
/// @param transactions how many it had been given by then
public record Difference(long transactions, String evidence) {}
