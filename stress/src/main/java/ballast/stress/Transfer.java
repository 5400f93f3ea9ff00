package ballast.stress;

/// One transfer of a plan.
///
/// @param from the sender's number, from 0
/// @param to the receiver's number; may be the sender's
/// @param amount at least 1
record Transfer(int from, int to, long amount) {}
