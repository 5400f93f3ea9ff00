package ballast.e2e.history;

import java.math.BigInteger;
import java.util.UUID;

/// A transfer as a client asks for it, under one key however often it asks.
public record Transfer(UUID key, String from, String to, BigInteger amount) {}
