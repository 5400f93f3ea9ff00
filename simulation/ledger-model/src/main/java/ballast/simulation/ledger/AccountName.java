package ballast.simulation.ledger;

import java.util.Comparator;

/// An account: an address in one asset. By address, then by asset.
public record AccountName(String address, String asset) implements Comparable<AccountName> {
    private static final Comparator<AccountName> ORDER =
            Comparator.comparing(AccountName::address).thenComparing(AccountName::asset);

    @Override
    public int compareTo(AccountName other) {
        return ORDER.compare(this, other);
    }
}
