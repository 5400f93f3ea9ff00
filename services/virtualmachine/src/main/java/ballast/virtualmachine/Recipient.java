package ballast.virtualmachine;

import ballast.guard.ServiceFailure;

/// Where the outcome of a transaction goes.
interface Recipient {
    /// It is decided.
    ///
    /// @param outcome serialized
    void give(byte[] outcome);

    /// It is not known, or nothing was done.
    void fail(ServiceFailure failure);
}
