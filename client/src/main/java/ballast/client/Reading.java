package ballast.client;

/// An answer and the position that it shows: all of it is as of that position.
public record Reading<T>(long position, T value) {}
