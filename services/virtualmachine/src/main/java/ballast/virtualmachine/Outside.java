package ballast.virtualmachine;

import ballast.guard.FailPoints;
import java.time.InstantSource;
import java.util.concurrent.Executor;

/// What the machine uses and does not own.
///
/// @param background runs what may take as long as the disk takes
record Outside(StateAccess state, History history, InstantSource clock, Executor background, FailPoints failPoints) {}
