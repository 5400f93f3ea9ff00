package ballast.statestorage;

/// What a storage holds, for metrics. The figures are of nearly the same moment, not of exactly the same.
///
/// @param records how many keys have a value
/// @param offHeapBytes memory taken outside of the heap, without RocksDB's own
/// @param height the height of the last block written
/// @param durableHeight the height that a restart would find
public record StateStorageStats(long records, long offHeapBytes, long height, long durableHeight) {}
