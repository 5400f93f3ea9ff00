package workouts.trainings.ports;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import workouts.chassis.identity.Caller;
import workouts.chassis.identity.Role;
import workouts.trainings.app.command.ApproveReschedule;
import workouts.trainings.app.command.CancelTraining;
import workouts.trainings.app.command.RejectReschedule;
import workouts.trainings.app.command.RequestReschedule;
import workouts.trainings.app.command.RescheduleTraining;
import workouts.trainings.app.command.ScheduleTraining;
import workouts.trainings.app.command.Subject;
import workouts.trainings.app.query.OneTraining;
import workouts.trainings.app.query.Trainings;
import workouts.trainings.domain.training.Attendee;
import workouts.trainings.domain.training.Participant;
import workouts.trainings.domain.training.Refusal;
import workouts.trainings.domain.training.TrainingId;

/// The operations of the contract, each in a few lines.
@RestController
public final class TrainingsController {
    private static final String TRAININGS = "/api/trainings";
    private static final String TRAINING = TRAININGS + "/{trainingUUID}";
    private static final String JSON = MediaType.APPLICATION_JSON_VALUE;
    private static final String KEY = "Idempotency-Key";

    private final Acts acts;
    private final UUID houseTrainer;

    /// @param houseTrainer whom a booking is with that names nobody
    public TrainingsController(Acts acts, UUID houseTrainer) {
        this.acts = acts;
        this.houseTrainer = houseTrainer;
    }

    @GetMapping(TRAININGS)
    Bodies.Trainings list(
            Caller caller,
            @RequestParam Optional<String> from,
            @RequestParam Optional<String> to,
            @RequestParam(defaultValue = "scheduled") String state,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam Optional<String> cursor) {
        var page = acts.list()
                .handle(new Trainings(
                        participant(caller),
                        from.map(text -> Wire.time("from", text)),
                        to.map(text -> Wire.time("to", text)),
                        Wire.which(state),
                        cursor.map(Wire::position),
                        Wire.limit(limit)));
        return new Bodies.Trainings(
                page.trainings().stream().map(Bodies.Training::of).toList(),
                page.next().map(Wire::cursor));
    }

    @PostMapping(path = TRAININGS, consumes = JSON)
    ResponseEntity<Bodies.Training> book(
            Caller caller, @RequestHeader(KEY) Optional<String> key, @RequestBody Bodies.PostTraining body) {
        var who = caller.as(Role.ATTENDEE);
        var outcome = acts.schedule()
                .handle(new ScheduleTraining(
                        new Attendee(who.uuid(), who.name()),
                        body.trainerUuid().orElse(houseTrainer),
                        body.time(),
                        body.notes().orElse(""),
                        key.map(text -> Wire.uuid(KEY, text))));
        var training = found(Refusals.done(outcome), caller);
        var place = TRAININGS + "/" + training.uuid();
        return ResponseEntity.created(URI.create(place))
                .header(HttpHeaders.CONTENT_LOCATION, place)
                .eTag(training.version())
                .body(training);
    }

    @GetMapping(TRAINING)
    Bodies.Training one(Caller caller, @PathVariable String trainingUUID, HttpServletResponse response) {
        var training = found(id(trainingUUID), caller);
        // Not by a ResponseEntity, which would answer If-None-Match: some fields follow from the clock, not from the
        // version.
        response.setHeader(HttpHeaders.ETAG, "\"" + training.version() + "\"");
        return training;
    }

    @DeleteMapping(TRAINING)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(
            Caller caller,
            @PathVariable String trainingUUID,
            @RequestHeader(HttpHeaders.IF_MATCH) Optional<String> ifMatch,
            @RequestHeader(KEY) Optional<String> key) {
        Refusals.done(acts.cancel().handle(new CancelTraining(subject(trainingUUID, caller, ifMatch, key))));
    }

    @PutMapping(path = TRAINING + "/reschedule", consumes = JSON)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void reschedule(
            Caller caller,
            @PathVariable String trainingUUID,
            @RequestHeader(HttpHeaders.IF_MATCH) Optional<String> ifMatch,
            @RequestHeader(KEY) Optional<String> key,
            @RequestBody Bodies.NewTime body) {
        var subject = subject(trainingUUID, caller, ifMatch, key);
        Refusals.done(acts.reschedule().handle(new RescheduleTraining(subject, body.time(), body.notes())));
    }

    @PutMapping(path = TRAINING + "/request-reschedule", consumes = JSON)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void requestReschedule(
            Caller caller,
            @PathVariable String trainingUUID,
            @RequestHeader(HttpHeaders.IF_MATCH) Optional<String> ifMatch,
            @RequestBody Bodies.NewTime body) {
        var subject = subject(trainingUUID, caller, ifMatch, Optional.empty());
        Refusals.done(acts.requestReschedule().handle(new RequestReschedule(subject, body.time(), body.notes())));
    }

    @PutMapping(TRAINING + "/approve-reschedule")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void approveReschedule(
            Caller caller,
            @PathVariable String trainingUUID,
            @RequestHeader(HttpHeaders.IF_MATCH) Optional<String> ifMatch,
            @RequestHeader(KEY) Optional<String> key) {
        var subject = subject(trainingUUID, caller, ifMatch, key);
        Refusals.done(acts.approveReschedule().handle(new ApproveReschedule(subject)));
    }

    @PutMapping(TRAINING + "/reject-reschedule")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void rejectReschedule(
            Caller caller,
            @PathVariable String trainingUUID,
            @RequestHeader(HttpHeaders.IF_MATCH) Optional<String> ifMatch) {
        var subject = subject(trainingUUID, caller, ifMatch, Optional.empty());
        Refusals.done(acts.rejectReschedule().handle(new RejectReschedule(subject)));
    }

    private Bodies.Training found(TrainingId id, Caller caller) {
        return acts.one()
                .handle(new OneTraining(id, participant(caller)))
                .map(Bodies.Training::of)
                .orElseThrow(() -> Refusals.problem(Refusal.TRAINING_NOT_FOUND));
    }

    private static Subject subject(String trainingUUID, Caller caller, Optional<String> ifMatch, Optional<String> key) {
        return new Subject(
                id(trainingUUID),
                participant(caller),
                ifMatch.flatMap(Wire::versions),
                key.map(text -> Wire.uuid(KEY, text)));
    }

    private static TrainingId id(String text) {
        return new TrainingId(Wire.uuid("trainingUUID", text));
    }

    private static Participant participant(Caller caller) {
        return new Participant(
                caller.uuid(),
                switch (caller.role()) {
                    case TRAINER -> workouts.trainings.domain.training.Role.TRAINER;
                    case ATTENDEE -> workouts.trainings.domain.training.Role.ATTENDEE;
                });
    }
}
