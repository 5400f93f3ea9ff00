package ballast.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.client.testing.ServerInMemory;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The client against the real public interface.
@Timeout(value = 60, unit = TimeUnit.SECONDS)
final class PublicApiSpec {
    private static final String EUR = "EUR/2";

    private final ServerInMemory server = new ServerInMemory();
    private final BallastClient client = Clients.patient(server.url());

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    @Test
    void movesMoneyAndShowsIt() {
        var committed = committed(Transaction.builder()
                .transfer("alice", "bob", EUR, 100)
                .transfer("bob", "fees", EUR, 3)
                .metadata("order", "4711")
                .code(7)
                .build());
        assertThat(committed.position()).isEqualTo(1);
        assertThat(committed.entries()).extracting(Entry::account).containsExactly("alice", "bob", "bob", "fees");
        var bob = client.account("bob", EUR);
        assertThat(bob.position()).isEqualTo(1);
        assertThat(bob.value().balances().posted()).isEqualTo(97);
        assertThat(bob.value().version()).isEqualTo(2);
        assertThat(client.account("nobody", EUR).value().version()).isZero();
        assertThat(client.account("bob").value()).containsExactly(bob.value());
        assertThat(client.reading(Consistency.LOCAL).account("bob", EUR)).isEqualTo(bob);
    }

    @Test
    void aRepeatIsAnsweredWithTheFirstOutcome() {
        var transfer = Transaction.transfer("alice", "bob", EUR, 5).withId(new UUID(0x7000, Long.MIN_VALUE));
        var first = client.transact(transfer);
        assertThat(client.transact(transfer)).isEqualTo(first);
        assertThat(client.transact(Transaction.transfer("alice", "bob", EUR, 6)
                        .withId(transfer.id().orElseThrow())))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(RefusalReason.ID_ALREADY_USED));
    }

    @Test
    void doesEveryKindOfLeg() {
        committed(Transaction.builder()
                .open("shop", EUR, Account.Limits.atLeast(0))
                .transfer("mint", "shop", EUR, 500)
                .build());
        var held = committed(Transaction.builder()
                .hold("shop", "bank", EUR, 200)
                .hold("shop", "bank", EUR, BigInteger.valueOf(100), Duration.ofHours(1))
                .build());
        var first = Leg.HoldReference.of(held.id(), 0);
        var second = Leg.HoldReference.of(held.id(), 1);
        committed(Transaction.builder()
                .capture(first, 50)
                .extend(second, Duration.ZERO)
                .release(second)
                .captureAndRelease(first, 100)
                .setLimits("shop", EUR, Account.Limits.atMost(1_000))
                .close("shop", EUR)
                .reopen("shop", EUR)
                .build());
        var shop = client.account("shop", EUR).value();
        assertThat(shop.balances().available()).isEqualTo(350);
        assertThat(shop.balances().debitsPending()).isZero();
        assertThat(shop.limits()).isEqualTo(Account.Limits.atMost(1_000));
        assertThat(shop.opened()).isTrue();
        var gift = committed(Transaction.transfer("mint", "shop", EUR, 9));
        var back = committed(Transaction.builder().reverse(gift.id()).build());
        assertThat(client.find(gift.id()).orElseThrow().reversedBy()).contains(back.id());
    }

    @Test
    void aRefusalSaysWhyAndWhere() {
        committed(Transaction.builder()
                .open("poor", EUR, Account.Limits.atLeast(0))
                .build());
        assertThat(client.transact(Transaction.builder()
                        .transfer("a", "b", EUR, 1)
                        .transfer("poor", "b", EUR, 1)
                        .build()))
                .isInstanceOfSatisfying(Outcome.Refused.class, refused -> {
                    assertThat(refused.reason()).isEqualTo(RefusalReason.EXCEEDS_CREDITS);
                    assertThat(refused.leg()).isEqualTo(OptionalInt.of(1));
                    assertThat(refused.position()).isEqualTo(2);
                });
        var never = new Condition("poor", EUR, Condition.Subject.POSTED, Condition.Comparison.GREATER, BigInteger.ZERO);
        assertThat(client.transact(Transaction.builder()
                        .condition(never)
                        .transfer("a", "b", EUR, 1)
                        .build()))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.condition()).isEqualTo(OptionalInt.of(0)));
    }

    @Test
    void aDryRunDoesNothing() {
        var dry = client.dryRun(Transaction.transfer("alice", "bob", EUR, 5));
        assertThat(dry.position()).isZero();
        assertThat(dry.value()).isInstanceOf(Outcome.Committed.class);
        assertThat(client.account("bob", EUR).position()).isZero();
    }

    @Test
    void findsATransactionById() {
        var transfer = Transaction.builder()
                .transfer("alice", "bob", EUR, 5)
                .metadata("k", "v")
                .effectiveTime(Instant.parse("2025-12-31T00:00:00Z"))
                .build();
        var outcome = committed(transfer);
        var found = client.find(outcome.id()).orElseThrow();
        assertThat(found.recorded().transaction()).isEqualTo(transfer.withId(outcome.id()));
        assertThat(found.recorded().outcome()).isEqualTo(outcome);
        assertThat(found.reversedBy()).isEmpty();
        assertThat(client.find(new UUID(1, 2))).isEmpty();
    }

    @Test
    void answersQuestionsAboutThePast() {
        for (int i = 1; i <= 10; i++) {
            committed(Transaction.builder()
                    .transfer("a:" + i % 2, "b", EUR, i)
                    .code(i % 3)
                    .build());
        }
        var asOf = client.balances(Query.BalancesOf.account("b").asOf(Moment.position(4)));
        assertThat(asOf.value().getFirst().balances().posted()).isEqualTo(10);
        var page = client.entries(Query.Entries.of("b").withLimit(4).inOrder(Query.Order.OLDEST_FIRST));
        var positions = new ArrayList<Long>();
        while (true) {
            page.items().forEach(entry -> positions.add(entry.at().position()));
            if (page.next().isEmpty()) {
                break;
            }
            page = client.entries(page.next().get());
        }
        assertThat(positions).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L);
        assertThat(client.transactions(Query.Transactions.matching(Filter.allOf(
                                Filter.code(1), Filter.anyOf(Filter.account("a:0"), Filter.account("a:1")))))
                        .items())
                .extracting(RecordedTransaction::position)
                .containsExactly(10L, 7L, 4L, 1L);
        assertThat(client.accounts(Query.Accounts.startingWith("a:")).items())
                .extracting(Found.AccountBalances::account)
                .containsExactly("a:0", "a:1");
        assertThat(client.sums(Query.Sums.startingWith("a:")).value().getFirst().posted())
                .isEqualTo(-55);
        assertThat(client.trialBalance().value())
                .allMatch(Found.AssetSum::isBalanced)
                .hasSize(1);
    }

    @Test
    void watchesEverythingInOrder() {
        try (var changes = client.changes(1)) {
            committed(Transaction.transfer("a", "b", EUR, 1));
            assertThat(changes.next().position()).isEqualTo(1);
            committed(Transaction.transfer("a", "b", EUR, 2));
            assertThat(changes.next().transaction().legs())
                    .isEqualTo(Transaction.transfer("a", "b", EUR, 2).legs());
        }
    }

    @Test
    void thousandsOfSingleCallsAndAFullBatchAllHappenOnce() {
        var calls = IntStream.range(0, 3_000)
                .mapToObj(i -> client.async()
                        .transact(Transaction.transfer("a", "b", EUR, 1))
                        .toCompletableFuture())
                .toList();
        CompletableFuture.allOf(calls.toArray(CompletableFuture[]::new)).join();
        var batch = client.prepare(IntStream.range(0, PreparedBatch.TRANSACTIONS_MAX)
                .mapToObj(i -> Transaction.transfer("a", "b", EUR, 1))
                .toList());
        assertThat(client.transact(batch).committed()).isEqualTo(PreparedBatch.TRANSACTIONS_MAX);
        assertThat(client.transact(batch).lastPosition()).isEqualTo(11_190);
        assertThat(client.account("b", EUR).value().balances().posted()).isEqualTo(11_190);
    }

    @Test
    void aRequestThatTheInterfaceDoesNotTakeIsRejectedWithItsReason() {
        assertThatThrownBy(() -> client.entries(Query.Entries.of("b").withLimit(5_000)))
                .isInstanceOf(ClientException.RejectedException.class)
                .hasMessageContaining("limit");
    }

    private Outcome.Committed committed(Transaction transaction) {
        return switch (client.transact(transaction)) {
            case Outcome.Committed committed -> committed;
            case Outcome.Refused refused -> throw new AssertionError("refused: " + refused);
        };
    }
}
