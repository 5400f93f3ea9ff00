package ballast.virtualmachine;

import ballast.guard.FailPoints;
import ballast.journal.Journal;
import ballast.types.statestorage.v1.StateStorage;
import java.time.InstantSource;
import java.util.function.Consumer;

/// What a machine is given to work with. It owns none of it and closes none of it.
///
/// @param state nobody else may write to it
/// @param journal nobody else may append to it
/// @param clock proposes block times and tells when patience ends
/// @param fatal told once, on the machine's thread, why the machine ended; it logs that and ends the process
public record Surroundings(
        StateStorage state, Journal journal, InstantSource clock, FailPoints failPoints, Consumer<Throwable> fatal) {}
