package workouts.e2e.gym;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import workouts.chassis.testing.Api;

/// An attendee's account in the ledger, read over Ballast's own interface.
///
/// @param held credits set aside, in either direction
/// @param captured credits spent for trainings
/// @param received credits that came, granted or given back
public record Account(long available, long held, long captured, long received) {
    private static final Set<String> RECEIVED = Set.of("credit");
    private static final Set<String> CAPTURED = Set.of("debitCaptured");
    private static final int ENTRIES_MAX = 1_000;

    static Account read(Api ballast, UUID attendee) {
        var address = "/v1/accounts/attendee:" + attendee;
        var accounts = ballast.get(address).json().path("accounts");
        var entries = entries(ballast, address);
        if (accounts.isEmpty()) {
            return new Account(0, 0, 0, 0);
        }
        var account = accounts.get(0);
        var balances = account.path("balances");
        return new Account(
                account.path("available").asLong(),
                balances.path("debitsPending").asLong()
                        + balances.path("creditsPending").asLong(),
                sum(entries, CAPTURED),
                sum(entries, RECEIVED));
    }

    private static List<JsonNode> entries(Api ballast, String address) {
        var page = ballast.get(address + "/entries?limit=" + ENTRIES_MAX).json();
        if (page.has("next")) {
            throw new AssertionError("more than one page of entries: " + address);
        }
        return StreamSupport.stream(page.path("entries").spliterator(), false).toList();
    }

    private static long sum(List<JsonNode> entries, Set<String> kinds) {
        return entries.stream()
                .filter(entry -> kinds.contains(entry.path("kind").asText()))
                .mapToLong(entry -> entry.path("amount").asLong())
                .sum();
    }
}
