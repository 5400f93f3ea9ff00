package ballast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.client.Account;
import ballast.client.Balances;
import ballast.client.Entry;
import ballast.client.Outcome;
import ballast.client.RefusalReason;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Answers as tables and as JSON.
final class RenderingTest {
    private static final UUID ID = UUID.fromString("0190a000-0000-7000-8000-000000000001");
    private static final Instant TIME = Instant.parse("2026-01-31T12:00:00Z");
    private static final Balances BALANCES =
            new Balances(BigInteger.valueOf(20), BigInteger.valueOf(5), BigInteger.TWO, BigInteger.ZERO);
    private static final Entry ENTRY =
            new Entry(0, "alice", "EUR/2", Entry.Kind.DEBIT_HELD, Optional.of(BigInteger.TWO), BALANCES, 3);

    @Test
    void aTableHasColumnsAsWideAsTheirCellsAndNumbersToTheRight() {
        var text = new StringWriter();
        new Table("NAME", "AMOUNT", "NOTE")
                .row("a", 5, "")
                .row("somebody", -12_345_678, "x")
                .print(new PrintWriter(text));
        assertThat(text.toString().lines())
                .containsExactly(
                        "NAME         AMOUNT  NOTE", //
                        "a                 5",
                        "somebody  -12345678  x");
    }

    @Test
    void showsACommittedTransactionWithItsEntries() {
        var text = printed(new Outcome.Committed(ID, 7, TIME, List.of(ENTRY)), false);
        assertThat(text.lines())
                .containsExactly(
                        "committed at position 7, 2026-01-31T12:00:00Z, id " + ID,
                        "ACCOUNT  ASSET  WHAT       AMOUNT  POSTED  AVAILABLE  VERSION",
                        "alice    EUR/2  debitHeld       2     -15        -17        3");
    }

    @Test
    void showsWhereATransactionWasRefused() {
        var refused =
                new Outcome.Refused(ID, 8, TIME, RefusalReason.EXCEEDS_CREDITS, OptionalInt.of(2), OptionalInt.empty());
        assertThat(printed(refused, false)).startsWith("refused: EXCEEDS_CREDITS, leg 2");
        assertThat(printed(refused, true)).isEqualToIgnoringNewLines("""
                        {"id":"%s","position":"8","time":"2026-01-31T12:00:00.000Z","outcome":"refused",\
                        "reason":"EXCEEDS_CREDITS","leg":2}""".formatted(ID));
    }

    @Test
    void writesAnOutcomeInTheJsonOfThePublicInterface() {
        assertThat(printed(new Outcome.Committed(ID, 7, TIME, List.of(ENTRY)), true))
                .isEqualToIgnoringNewLines("""
                        {"id":"%s","position":"7","time":"2026-01-31T12:00:00.000Z","outcome":"committed",\
                        "entries":[{"leg":0,"account":"alice","asset":"EUR/2","kind":"debitHeld","amount":"2",\
                        "after":{"debitsPosted":"20","creditsPosted":"5","debitsPending":"2","creditsPending":"0"},\
                        "version":"3"}]}""".formatted(ID));
    }

    @Test
    void writesAnAccountWithoutWhatItDoesNotHave() {
        var account = new Account(
                "alice",
                "EUR/2",
                BALANCES,
                Account.Limits.atLeast(-20),
                0,
                Account.UserData.NONE,
                true,
                false,
                3,
                Optional.empty());
        assertThat(AnswerJson.of(9, account))
                .contains("\"posted\":\"-15\",\"available\":\"-17\"")
                .contains("\"limits\":{\"lower\":\"-20\"}")
                .doesNotContain("since");
    }

    private static String printed(Outcome outcome, boolean isJson) {
        var text = new StringWriter();
        Print.outcome(outcome, isJson, new PrintWriter(text));
        return text.toString();
    }
}
