package workouts.chassis.grpc;

import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/// Lets nobody in without the service credential. The comparison takes as long for a wrong one as for the right one.
final class CredentialCheck implements ServerInterceptor {
    private final byte[] expected;

    CredentialCheck(String credential) {
        this.expected = ("Bearer " + credential).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public <Q, R> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
        var shown = Optional.ofNullable(headers.get(Headers.AUTHORIZATION)).orElse("");
        if (!MessageDigest.isEqual(expected, shown.getBytes(StandardCharsets.UTF_8))) {
            throw Headers.badCredential();
        }
        return next.startCall(call, headers);
    }
}
