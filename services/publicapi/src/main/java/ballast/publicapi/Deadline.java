package ballast.publicapi;

import org.jspecify.annotations.Nullable;

/// Something that must be over in time; in at most one list of [Deadlines]. Confined to one event loop.
abstract class Deadline {
    @Nullable
    Deadlines list;

    @Nullable
    Deadline earlier;

    @Nullable
    Deadline later;

    long atNanos;

    /// It is too late. The deadline has left its list.
    abstract void passed();
}
