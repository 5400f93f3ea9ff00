package ballast.consensus.testing;

import java.util.random.RandomGenerator;

/// How unkind a [SimulatedCluster] is, within what the port allows.
///
/// Each figure but `refusal` is the chance that the thing happens instead of the next ordinary event.
///
/// @param leaderChange leadership is lost, or moves; replicas learn of it later and one by one
/// @param proposalLost an entry under way is lost for ever; its proposer hears
///     [ballast.consensus.Proposal.Unknown]
/// @param unknownEarly a proposer hears `Unknown` although the entry is still under way and may yet be delivered
/// @param barrierRefused a read barrier fails
/// @param jump a replica that lags behind what another has forgotten gets
///     [ballast.consensus.ReplicatedStateMachine #install] between two deliveries
/// @param refusal the chance that a proposal is refused for lack of room
/// @param shuffled events happen in any order, entries are ordered otherwise than they were proposed, replicas
///     run at different speeds and get entries in batches; otherwise everything happens in the order it was asked
///     for
public record SimulatedFaults(
        double leaderChange,
        double proposalLost,
        double unknownEarly,
        double barrierRefused,
        double jump,
        double refusal,
        boolean shuffled) {
    /// A log that always works and keeps the order of proposals.
    public static SimulatedFaults calm() {
        return new SimulatedFaults(0, 0, 0, 0, 0, 0, false);
    }

    /// Everything at once.
    public static SimulatedFaults stormy() {
        return new SimulatedFaults(0.02, 0.02, 0.02, 0.01, 0.02, 0.05, true);
    }

    /// Some faults off, the others of any strength: other combinations than [#stormy] shows.
    public static SimulatedFaults drawn(RandomGenerator random) {
        return new SimulatedFaults(
                draw(random, 0.1),
                draw(random, 0.1),
                draw(random, 0.2),
                draw(random, 0.1),
                draw(random, 0.2),
                draw(random, 0.5),
                random.nextInt(4) > 0);
    }

    private static double draw(RandomGenerator random, double most) {
        return random.nextBoolean() ? random.nextDouble(most) : 0;
    }
}
