package ballast.virtualmachine;

/// A read, ready to look at a state.
interface ReadCall<T> {
    /// Says what it will want, so that all reads on one state fetch it at once.
    void expect(ReadView view);

    T answer(ReadView view);
}
