package ballast.simulation.ledger;

import ballast.types.protocol.v1.Outcome;
import ballast.types.protocol.v1.RecordedTransaction;
import java.util.List;

/// What a block came to.
///
/// @param recorded everything that got a position, in order; first what the ledger did by itself
/// @param answers one for each transaction of the block, in order
public record BlockResult(List<RecordedTransaction> recorded, List<Outcome> answers) {
    public BlockResult {
        recorded = List.copyOf(recorded);
        answers = List.copyOf(answers);
    }
}
