package ballast.client;

import ballast.types.publicapi.v1.TransactBatchRequest;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/// Puts serialized transactions together to a serialized [TransactBatchRequest], without decoding them again.
final class BatchBytes {
    private BatchBytes() {}

    /// What a transaction adds to a batch.
    static int size(byte[] transaction) {
        return CodedOutputStream.computeByteArraySize(TransactBatchRequest.TRANSACTIONS_FIELD_NUMBER, transaction);
    }

    static byte[] of(List<byte[]> transactions) {
        int size = 0;
        for (var transaction : transactions) {
            size += size(transaction);
        }
        var batch = new byte[size];
        var out = CodedOutputStream.newInstance(batch);
        try {
            for (var transaction : transactions) {
                out.writeTag(TransactBatchRequest.TRANSACTIONS_FIELD_NUMBER, WireFormat.WIRETYPE_LENGTH_DELIMITED);
                out.writeUInt32NoTag(transaction.length);
                out.writeRawBytes(transaction);
            }
            out.checkNoSpaceLeft();
        } catch (IOException e) {
            throw new UncheckedIOException("an array of the right size", e);
        }
        return batch;
    }
}
