package ballast.history;

/// A record of [Postings], taken out of the file. All zeros, and before everything: none.
final class Posting {
    long number;
    long at;
    int term;
    long before;
    long ordinal;
    long jump;

    Posting() {
        clear();
    }

    void clear() {
        number = 0;
        at = -1;
        term = -1;
        before = 0;
        ordinal = 0;
        jump = 0;
    }

    void copy(Posting other) {
        number = other.number;
        at = other.at;
        term = other.term;
        before = other.before;
        ordinal = other.ordinal;
        jump = other.jump;
    }
}
