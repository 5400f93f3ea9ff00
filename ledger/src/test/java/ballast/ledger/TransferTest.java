package ballast.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ballast.guard.InvariantViolation;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TransferTest {
    private static final String MAX = "170141183460469231731687303715884105727";
    private static final String ALMOST_MAX = "170141183460469231731687303715884105726";

    /// The rows of the article that began it all: nobody has used an account before, and each row follows the
    /// one above.
    @Test
    void movesMoneyBetweenAccountsThatStartAtZero() {
        var balances = new HashMap<String, Balance>();
        assertThat(transfer(balances, "user1", "user2", 17)).isEqualTo("user1 -17, user2 17");
        assertThat(transfer(balances, "user1", "user2", 17)).isEqualTo("user1 -34, user2 34");
        assertThat(transfer(balances, "user2", "user1", 4)).isEqualTo("user2 30, user1 -30");
        assertThat(transfer(balances, "user2", "user3", 30)).isEqualTo("user2 0, user3 30");
        assertThat(transfer(balances, "user3", "user3", 99)).isEqualTo("user3 30, user3 30");
    }

    @ParameterizedTest(name = "{0} of {2}, having {3} and {4}: {5}")
    @CsvSource({
        // from,  to,    amount,       sender,       receiver, outcome
        "user1, user2, 17,           0,            0,            -17 17",
        "user1, user2, 1,            1,            -1,           0 0",
        "user1, user2, 17,           100,          5,            83 22",
        "user1, user2, " + MAX + ",  0,            0,            -" + MAX + " " + MAX,
        "user1, user2, " + MAX + ",  " + MAX + ",  -" + MAX + ", 0 0",
        // Exactly at the limits.
        "user1, user2, 1,            -" + ALMOST_MAX + ", 0,     -" + MAX + " 1",
        "user1, user2, 1,            0,            " + ALMOST_MAX + ", -1 " + MAX,
        // One past them.
        "user1, user2, 1,            -" + MAX + ", 0,            SENDER_BALANCE_OVERFLOW",
        "user1, user2, 1,            0,            " + MAX + ",  RECEIVER_BALANCE_OVERFLOW",
        "user1, user2, " + MAX + ",  -1,           0,            SENDER_BALANCE_OVERFLOW",
        "user1, user2, " + MAX + ",  0,            1,            RECEIVER_BALANCE_OVERFLOW",
        // The sender's reason goes before the receiver's.
        "user1, user2, 1,            -" + MAX + ", " + MAX + ",  SENDER_BALANCE_OVERFLOW",
        // To oneself: nothing changes, whatever the amount and the balance.
        "user1, user1, 17,           0,            0,            0 0",
        "user1, user1, 17,           5,            5,            5 5",
        "user1, user1, " + MAX + ",  " + MAX + ",  " + MAX + ",  " + MAX + " " + MAX,
        "user1, user1, " + MAX + ",  -" + MAX + ", -" + MAX + ", -" + MAX + " -" + MAX,
    })
    void followsTheTable(String from, String to, String amount, String sender, String receiver, String expected) {
        var transfer = new Transfer(new Address(from), new Address(to), amount(amount));
        assertThat(printed(transfer.outcome(balance(sender), balance(receiver))))
                .isEqualTo(expected);
    }

    @Test
    void listsItsRefusalsInOrderOfPrecedence() {
        assertThat(TransferRefusal.values())
                .containsExactly(TransferRefusal.SENDER_BALANCE_OVERFLOW, TransferRefusal.RECEIVER_BALANCE_OVERFLOW);
    }

    @Test
    void stopsWhenOneAccountHasTwoBalances() {
        var toOneself = new Transfer(new Address("user1"), new Address("user1"), Amount.of(1));
        assertThatExceptionOfType(InvariantViolation.class)
                .isThrownBy(() -> toOneself.outcome(Balance.of(1), Balance.of(2)))
                .withMessage("one account has one balance");
    }

    private static String transfer(Map<String, Balance> balances, String from, String to, long amount) {
        var transfer = new Transfer(new Address(from), new Address(to), Amount.of(amount));
        var outcome =
                transfer.outcome(balances.getOrDefault(from, Balance.ZERO), balances.getOrDefault(to, Balance.ZERO));
        if (outcome instanceof TransferOutcome.Committed(Balance sender, Balance receiver)) {
            balances.put(from, sender);
            balances.put(to, receiver);
            return "%s %s, %s %s".formatted(from, sender, to, receiver);
        }
        return printed(outcome);
    }

    private static String printed(TransferOutcome outcome) {
        return switch (outcome) {
            case TransferOutcome.Committed(Balance sender, Balance receiver) -> sender + " " + receiver;
            case TransferOutcome.Refused(TransferRefusal reason) -> reason.name();
        };
    }

    private static Amount amount(String digits) {
        return switch (Amount.parse(digits)) {
            case Parsed.Valid<Amount>(Amount amount) -> amount;
            case Parsed.Invalid<Amount>(String flaw) -> throw new AssertionError(flaw);
        };
    }

    private static Balance balance(String digits) {
        if (digits.equals("0")) {
            return Balance.ZERO;
        }
        var magnitude = amount(digits.replace("-", "")).value();
        return new Balance(digits.startsWith("-") ? magnitude.negate() : magnitude);
    }
}
