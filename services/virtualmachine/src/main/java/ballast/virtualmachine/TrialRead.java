package ballast.virtualmachine;

import ballast.types.virtualmachine.v1.DryRunResponse;

/// Says what would become of a transaction as the only one of the next block.
record TrialRead(Block block) implements ReadCall<DryRunResponse> {
    @Override
    public void expect(ReadView view) {}

    @Override
    public DryRunResponse answer(ReadView view) {
        return DryRunResponse.newBuilder()
                .setOutcome(OutcomeReader.outcome(view.tried(block)))
                .setPosition(view.position())
                .build();
    }
}
