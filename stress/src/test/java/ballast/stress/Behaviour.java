package ballast.stress;

/// What is wrong with an [AccountServer].
enum Behaviour {
    /// Nothing: it does what the API promises.
    RIGHT,
    /// Nothing either, but as the simplest servers: no position, no memory of keys.
    RIGHT_WITHOUT_HEADERS,
    /// Acknowledges every 500th transfer and forgets it.
    LOSES_A_TRANSFER,
    /// Carries out every 500th transfer twice.
    DOUBLES_A_TRANSFER,
    /// Carries out every 500th transfer and takes the money of the sender only.
    FORGETS_THE_RECEIVER,
    /// Answers one transfer with a balance that is off by one, and its ledger is right.
    ANSWERS_ONE_TRANSFER_WRONG,
    /// Answers one reading of a balance with one too much.
    ANSWERS_ONE_BALANCE_WRONG,
    /// Gives one position to two transfers.
    REPEATS_A_POSITION,
    /// Carries out every 500th transfer and closes the connection instead of answering; knows the key of the repeat.
    DROPS_CONNECTIONS_AFTER_APPLYING,
    /// As above, and does not know keys.
    DROPS_CONNECTIONS_AND_FORGETS_KEYS,
    /// Answers every 500th request for a transfer 503 and does nothing.
    SHEDS_LOAD,
    /// Answers every request for a transfer 503 from the 500th on.
    STOPS_TAKING_TRANSFERS,
    /// Refuses every 500th transfer.
    REFUSES_A_TRANSFER,
    /// Answers a transfer with something that is no number.
    TALKS_NONSENSE,
    /// Answers no reading of a balance.
    HIDES_BALANCES,
}
