package ballast.client;

import java.util.List;
import java.util.UUID;

/// A call that got no answer it could use. A refused transaction is an answer, so it is never one of these.
public abstract sealed class ClientException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private ClientException(String message) {
        super(message);
    }

    /// The transactions may have happened or not. Repeat them with the same ids to learn it; that never does them
    /// twice.
    public static final class OutcomeUnknownException extends ClientException {
        private static final long serialVersionUID = 1;

        @SuppressWarnings("serial") // An unmodifiable list of UUIDs; List itself does not say that it is serializable.
        private final List<UUID> ids;

        OutcomeUnknownException(List<UUID> ids, String why) {
            super("the outcome is unknown; repeat with the same id to learn it (%s%s): %s"
                    .formatted(ids.getFirst(), ids.size() == 1 ? "" : " and %d more".formatted(ids.size() - 1), why));
            this.ids = List.copyOf(ids);
        }

        /// What to repeat, in the order of the call.
        public List<UUID> ids() {
            return ids;
        }
    }

    /// Too much is waiting, here or at the server, until the deadline. Nothing was done.
    public static final class OverloadedException extends ClientException {
        private static final long serialVersionUID = 1;

        OverloadedException(String why) {
            super("too much is waiting; nothing was done, try again later: " + why);
        }
    }

    /// The server could not be asked, or did not answer a read, until the deadline. Nothing was done.
    public static final class UnreachableException extends ClientException {
        private static final long serialVersionUID = 1;

        UnreachableException(String why) {
            super("no answer in time; nothing was done: " + why);
        }
    }

    /// The server does not take such a request; a repeat will not help. Nothing was done.
    public static final class RejectedException extends ClientException {
        private static final long serialVersionUID = 1;

        RejectedException(String why) {
            super(why);
        }
    }

    /// The client was closed before.
    public static final class ClosedException extends ClientException {
        private static final long serialVersionUID = 1;

        ClosedException() {
            super("the client is closed; nothing was done");
        }
    }
}
