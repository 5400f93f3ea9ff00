/// What every StateStorage must do, as tests, and storages for the tests of others.
///
/// Start with [StateStorageContractTest][ballast.statestorage.testing.StateStorageContractTest]: the numbered rules.
/// Its sibling [StateStorageCheckpointContractTest][ballast.statestorage.testing.StateStorageCheckpointContractTest]
/// has the rules for storages that survive a restart. The doubles here pass the same rules as the real storage; the
/// ones that fail on purpose are named by what they do. All of them may be used from any thread.
@NullMarked
package ballast.statestorage.testing;

import org.jspecify.annotations.NullMarked;
