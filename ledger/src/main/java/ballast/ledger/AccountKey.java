package ballast.ledger;

/// Names an account: an address, and the one asset that is counted there.
public record AccountKey(Address address, Asset asset) {
    @Override
    public String toString() {
        return address + " " + asset;
    }
}
