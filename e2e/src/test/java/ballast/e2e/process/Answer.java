package ballast.e2e.process;

import java.math.BigInteger;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.OptionalLong;

/// What a server answered, as far as callers rely on it.
///
/// @param position value of `Ballast-Position`
/// @param transaction value of `Ballast-Transaction-Id`
public record Answer(int status, String body, OptionalLong position, Optional<String> transaction) {
    public static Answer of(HttpResponse<String> response) {
        return new Answer(
                response.statusCode(),
                response.body().stripTrailing(),
                response.headers().firstValueAsLong("Ballast-Position"),
                response.headers().firstValue("Ballast-Transaction-Id"));
    }

    /// The number that the body is.
    public BigInteger balance() {
        if (status != 200) {
            throw new AssertionError("not a balance: " + this);
        }
        return new BigInteger(body);
    }
}
