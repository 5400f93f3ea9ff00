package ballast.publicapi;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageLite;
import com.google.protobuf.Parser;
import io.vertx.core.buffer.Buffer;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/// One rpc: how its request is read, called and accounted for.
///
/// @param bytesMax bytes of its message
/// @param decode the request in a body; refuses by [GrpcRefusedException]
/// @param statuses what a failure is called
/// @param transactionId the id that a failure is told about; empty for a call that has none
record GrpcMethod<Q extends MessageLite, A extends MessageLite>(
        int bytesMax,
        Function<Buffer, Q> decode,
        Function<Throwable, Statuses> statuses,
        Function<Q, String> transactionId,
        Function<Q, CompletionStage<A>> call,
        RouteMetrics metrics) {

    /// @throws GrpcRefusedException unless the body is one such message
    static <M extends MessageLite> M decoded(Parser<M> parser, Buffer body) {
        try {
            return parser.parseFrom(GrpcFrame.message(body));
        } catch (InvalidProtocolBufferException e) {
            throw new GrpcRefusedException(GrpcStatus.INVALID_ARGUMENT, "the message does not decode");
        }
    }
}
