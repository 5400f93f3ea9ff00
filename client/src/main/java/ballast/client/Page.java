package ballast.client;

import java.util.List;
import java.util.Optional;

/// A piece of a listing.
///
/// @param position what the whole listing is as of
/// @param next the query for the page after this one; empty after the last. A page may be shorter than asked, even
///     empty, and yet have a next one: a page looks at a bounded part of history.
public record Page<T, Q>(long position, List<T> items, Optional<Q> next) {
    public Page {
        items = List.copyOf(items);
    }
}
