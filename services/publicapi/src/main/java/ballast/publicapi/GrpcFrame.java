package ballast.publicapi;

import com.google.protobuf.ByteString;
import io.vertx.core.buffer.Buffer;

/// The length-prefixed message of gRPC over HTTP/2: one byte that says whether it is compressed, four bytes of length,
/// the message.
final class GrpcFrame {
    static final int PREFIX_BYTES = 5;

    private GrpcFrame() {}

    /// The one message of a unary request.
    ///
    /// @throws GrpcRefusedException unless it is exactly one, complete and not compressed
    static byte[] message(Buffer body) {
        if (body.length() < PREFIX_BYTES) {
            throw new GrpcRefusedException(
                    GrpcStatus.INVALID_ARGUMENT,
                    "the request has no message (expected: one, after a prefix of 5 bytes)");
        }
        if (body.getByte(0) != 0) {
            throw new GrpcRefusedException(GrpcStatus.UNIMPLEMENTED, "compression is not supported (use: identity)");
        }
        int length = body.length() - PREFIX_BYTES;
        if (body.getUnsignedInt(1) != length) {
            throw new GrpcRefusedException(
                    GrpcStatus.INVALID_ARGUMENT,
                    "the request says %d bytes and has %d (expected: one whole message)"
                            .formatted(body.getUnsignedInt(1), length));
        }
        return body.getBytes(PREFIX_BYTES, body.length());
    }

    static Buffer of(ByteString message) {
        return Buffer.buffer(PREFIX_BYTES + message.size())
                .appendByte((byte) 0)
                .appendInt(message.size())
                .appendBytes(message.toByteArray());
    }
}
