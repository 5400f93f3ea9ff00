package ballast.virtualmachine;

import ballast.types.virtualmachine.v1.ReadPositionResponse;

/// Says how far the state has come.
record PositionRead() implements ReadCall<ReadPositionResponse> {
    @Override
    public void expect(ReadView view) {}

    @Override
    public ReadPositionResponse answer(ReadView view) {
        return ReadPositionResponse.newBuilder().setPosition(view.position()).build();
    }
}
