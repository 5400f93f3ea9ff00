package ballast.publicapi;

import com.google.protobuf.ByteString;
import com.google.protobuf.MessageLite;

/// An answer of the gRPC interface: a message, or a status and why.
///
/// @param bytes the message; empty unless the status is OK
/// @param text grpc-message; empty if the status is OK
/// @param transactionId trailer ballast-transaction-id; empty for none
record GrpcReply(GrpcStatus status, ByteString bytes, String text, String transactionId) {
    static GrpcReply ok(MessageLite message) {
        return new GrpcReply(GrpcStatus.OK, message.toByteString(), "", "");
    }

    static GrpcReply failed(GrpcStatus status, String text) {
        return new GrpcReply(status, ByteString.EMPTY, text, "");
    }

    static GrpcReply failed(Statuses statuses) {
        return failed(statuses.grpc(), statuses.text());
    }

    GrpcReply about(String transaction) {
        return new GrpcReply(status, bytes, text, transaction);
    }
}
