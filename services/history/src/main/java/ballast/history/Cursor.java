package ballast.history;

/// Ascending or descending numbers, places or positions, that are looked for and not counted through.
interface Cursor {
    long NONE = -1;

    /// The first number that is not before a bound in the direction of the cursor; [#NONE] if there is none. Bounds
    /// never go back.
    long seek(long bound);
}
