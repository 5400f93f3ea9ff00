package ballast.history;

/// How far the index has come.
///
/// @param position the last one that is in
/// @param behind how many positions of the journal are not
/// @param terms how many accounts, codes and metadata it tells apart
/// @param postings how many occurrences of them it knows
/// @param bytes of its files
public record HistoryStatus(long position, long behind, long terms, long postings, long bytes) {}
