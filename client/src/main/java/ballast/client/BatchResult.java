package ballast.client;

import ballast.types.publicapi.v1.TransactBatchResponse;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/// What became of the transactions of a batch, in order. Immutable.
///
/// It is checked and counted when it arrives; an outcome is decoded when somebody asks for it.
public final class BatchResult {
    private final List<UUID> ids;
    private final byte[] answer;
    private final int[] starts;
    private final int[] lengths;
    private final int committed;
    private final long lastPosition;

    /// @throws BrokenAnswerException unless there is an outcome for each id
    BatchResult(List<UUID> ids, byte[] answer) throws InvalidProtocolBufferException {
        this.ids = ids;
        this.answer = answer;
        starts = new int[ids.size()];
        lengths = new int[ids.size()];
        int found = 0;
        int done = 0;
        long last = 0;
        try {
            var in = CodedInputStream.newInstance(answer);
            for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
                if (WireFormat.getTagFieldNumber(tag) != TransactBatchResponse.OUTCOMES_FIELD_NUMBER) {
                    in.skipField(tag);
                    continue;
                }
                int length = in.readRawVarint32();
                if (found < starts.length) {
                    starts[found] = in.getTotalBytesRead();
                    lengths[found] = length;
                }
                found++;
                var outline = OutcomeOutline.read(in, length);
                done += outline.isCommitted() ? 1 : 0;
                last = Math.max(last, outline.position());
            }
        } catch (InvalidProtocolBufferException e) {
            throw e;
        } catch (IOException e) {
            throw new InvalidProtocolBufferException(e);
        }
        if (found != ids.size()) {
            throw new BrokenAnswerException("%d outcomes of %d transactions".formatted(found, ids.size()));
        }
        committed = done;
        lastPosition = last;
    }

    public int size() {
        return ids.size();
    }

    /// How many were committed; the others were refused.
    public int committed() {
        return committed;
    }

    /// The highest position among the outcomes.
    public long lastPosition() {
        return lastPosition;
    }

    /// The outcome of one of the transactions, from 0.
    public Outcome outcome(int index) {
        try {
            var message = ballast.types.protocol.v1.Outcome.parser().parseFrom(answer, starts[index], lengths[index]);
            return OutcomeDecoding.outcome(ids.get(index), message);
        } catch (InvalidProtocolBufferException e) {
            throw new BrokenAnswerException(String.valueOf(e.getMessage()));
        }
    }

    /// Every outcome, in order.
    public List<Outcome> outcomes() {
        return IntStream.range(0, size()).mapToObj(this::outcome).toList();
    }

    /// As much of an outcome as counting needs.
    private record OutcomeOutline(long position, boolean isCommitted) {
        static OutcomeOutline read(CodedInputStream in, int length) throws IOException {
            int limit = in.pushLimit(length);
            long position = 0;
            boolean isCommitted = false;
            boolean hasFate = false;
            for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
                switch (WireFormat.getTagFieldNumber(tag)) {
                    case ballast.types.protocol.v1.Outcome.POSITION_FIELD_NUMBER -> position = in.readUInt64();
                    case ballast.types.protocol.v1.Outcome.COMMITTED_FIELD_NUMBER -> {
                        isCommitted = true;
                        hasFate = true;
                        in.skipField(tag);
                    }
                    case ballast.types.protocol.v1.Outcome.REFUSED_FIELD_NUMBER -> {
                        hasFate = true;
                        in.skipField(tag);
                    }
                    default -> in.skipField(tag);
                }
            }
            in.popLimit(limit);
            if (!hasFate) {
                throw new BrokenAnswerException("an outcome without a fate");
            }
            return new OutcomeOutline(position, isCommitted);
        }
    }
}
