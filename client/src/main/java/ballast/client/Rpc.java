package ballast.client;

import ballast.types.publicapi.v1.PublicApiProto;
import io.grpc.KnownLength;
import io.grpc.MethodDescriptor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/// The methods that are called. Messages go in and come out as bytes: a request is serialized once, however often
/// it is sent, and an answer is decoded by whoever wants it.
final class Rpc {
    static final Rpc TRANSACT_BATCH = new Rpc("TransactBatch");
    static final Rpc DRY_RUN = new Rpc("DryRun");
    static final Rpc GET_TRANSACTION = new Rpc("GetTransaction");
    static final Rpc LIST_TRANSACTIONS = new Rpc("ListTransactions");
    static final Rpc GET_ACCOUNT = new Rpc("GetAccount");
    static final Rpc GET_BALANCES = new Rpc("GetBalances");
    static final Rpc LIST_ACCOUNTS = new Rpc("ListAccounts");
    static final Rpc LIST_ENTRIES = new Rpc("ListEntries");
    static final Rpc SUM_BALANCES = new Rpc("SumBalances");
    static final Rpc WATCH = new Rpc("Watch");

    private final MethodDescriptor<byte[], byte[]> descriptor;

    private Rpc(String name) {
        var service = PublicApiProto.getDescriptor().findServiceByName("PublicApi");
        var method = service.findMethodByName(name);
        descriptor = MethodDescriptor.<byte[], byte[]>newBuilder()
                .setType(
                        method.isServerStreaming()
                                ? MethodDescriptor.MethodType.SERVER_STREAMING
                                : MethodDescriptor.MethodType.UNARY)
                .setFullMethodName(MethodDescriptor.generateFullMethodName(service.getFullName(), method.getName()))
                .setRequestMarshaller(BytesMarshaller.ONE)
                .setResponseMarshaller(BytesMarshaller.ONE)
                .build();
    }

    MethodDescriptor<byte[], byte[]> descriptor() {
        return descriptor;
    }

    private static final class BytesMarshaller implements MethodDescriptor.Marshaller<byte[]> {
        static final BytesMarshaller ONE = new BytesMarshaller();

        @Override
        public InputStream stream(byte[] message) {
            return new Payload(message);
        }

        @Override
        public byte[] parse(InputStream stream) {
            try {
                if (!(stream instanceof KnownLength)) {
                    return stream.readAllBytes();
                }
                // The length is known, so nothing is copied twice.
                var message = new byte[stream.available()];
                stream.readNBytes(message, 0, message.length);
                return message;
            } catch (IOException e) {
                throw new UncheckedIOException("an answer that is already in memory", e);
            }
        }
    }

    private static final class Payload extends ByteArrayInputStream implements KnownLength {
        Payload(byte[] message) {
            super(message);
        }
    }
}
