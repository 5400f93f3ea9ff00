package ballast.consensus.ratis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import ballast.consensus.LogPosition;
import ballast.consensus.Proposal;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class OfferTest {
    private static final LogPosition POSITION = new LogPosition(2, 7);
    private static final String CLOSED = "the log was closed before the entry was delivered";

    /// What Ratis does with an offer.
    enum Step {
        APPENDING,
        DELIVERED,
        ANSWERED,
        FAILED,
    }

    /// What happened to the offer, and what may be said of it.
    static Stream<Arguments> outcomes() {
        return Stream.of(
                arguments("failed before the log", List.of(Step.FAILED), new Proposal.Rejected("x")),
                arguments(
                        "failed on its way into the log",
                        List.of(Step.APPENDING, Step.FAILED),
                        new Proposal.Unknown("x")),
                arguments(
                        "delivered",
                        List.of(Step.APPENDING, Step.DELIVERED, Step.ANSWERED),
                        new Proposal.Committed(POSITION)),
                arguments(
                        "closed before it was delivered",
                        List.of(Step.APPENDING, Step.ANSWERED),
                        new Proposal.Unknown(CLOSED)),
                arguments(
                        "late",
                        List.of(Step.APPENDING, Step.FAILED, Step.DELIVERED, Step.ANSWERED),
                        new Proposal.Unknown("x")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("outcomes")
    void saysWhatIsCertain(String what, List<Step> happens, Proposal outcome) {
        Offer offer = new Offer(ByteBuffer.wrap("a".getBytes(UTF_8)));
        happens.forEach(step -> take(step, offer));
        assertThat(offer.stage()).isCompletedWithValue(outcome);
    }

    @Test
    void keepsACopyOfTheBytes() {
        ByteBuffer bytes = ByteBuffer.wrap("abc".getBytes(UTF_8)).position(1);
        Offer offer = new Offer(bytes);
        bytes.put(1, (byte) 'X');
        assertThat(offer.getContent().toStringUtf8()).isEqualTo("bc");
        assertThat(bytes.position()).isEqualTo(1);
    }

    static void take(Step step, Offer offer) {
        switch (step) {
            case APPENDING -> offer.appending();
            case DELIVERED -> offer.delivered(POSITION);
            case ANSWERED -> offer.succeeded();
            case FAILED -> offer.end("x");
        }
    }
}
