package workouts.users;

import io.grpc.Metadata;
import io.grpc.StatusRuntimeException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import workouts.contracts.users.CaptureCreditsRequest;
import workouts.contracts.users.GetTrainingBalanceRequest;
import workouts.contracts.users.HoldCreditsRequest;
import workouts.contracts.users.ReleaseCreditsRequest;
import workouts.contracts.users.ReturnCreditsRequest;
import workouts.contracts.users.UpdateTrainingBalanceRequest;
import workouts.contracts.users.UsersServiceGrpc.UsersServiceBlockingStub;

/// The calls of the contract by one person, each answered in the words of a table: `OK`, or status and slug.
record Grpc(UsersServiceBlockingStub stub, UUID person) {
    private static final Metadata.Key<String> SLUG = Metadata.Key.of("slug", Metadata.ASCII_STRING_MARSHALLER);

    static String told(Supplier<?> call) {
        try {
            var _ = call.get();
            return "OK";
        } catch (StatusRuntimeException e) {
            var slug = Optional.ofNullable(e.getTrailers()).map(trailers -> trailers.get(SLUG));
            return e.getStatus().getCode() + slug.map(text -> " " + text).orElse("");
        }
    }

    long balance() {
        return stub.getTrainingBalance(GetTrainingBalanceRequest.newBuilder()
                        .setUserId(person.toString())
                        .build())
                .getAmount();
    }

    String change(long amount, UUID request) {
        return told(() -> stub.updateTrainingBalance(UpdateTrainingBalanceRequest.newBuilder()
                .setUserId(person.toString())
                .setAmountChange(amount)
                .setRequestId(request.toString())
                .setReason("as a test")
                .build()));
    }

    String hold(UUID booking, long amount) {
        return told(() -> stub.holdCredits(HoldCreditsRequest.newBuilder()
                .setUserId(person.toString())
                .setBookingId(booking.toString())
                .setAmount(amount)
                .build()));
    }

    String capture(UUID booking) {
        return told(() -> stub.captureCredits(CaptureCreditsRequest.newBuilder()
                .setBookingId(booking.toString())
                .build()));
    }

    String release(UUID booking) {
        return told(() -> stub.releaseCredits(ReleaseCreditsRequest.newBuilder()
                .setBookingId(booking.toString())
                .build()));
    }

    String giveBack(UUID booking, UUID request, long refund, long fine) {
        return told(() -> stub.returnCredits(ReturnCreditsRequest.newBuilder()
                .setUserId(person.toString())
                .setBookingId(booking.toString())
                .setRequestId(request.toString())
                .setRefund(refund)
                .setFine(fine)
                .build()));
    }
}
