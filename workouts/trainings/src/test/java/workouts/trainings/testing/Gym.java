package workouts.trainings.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import workouts.chassis.testing.ManualClock;
import workouts.trainings.app.command.ApproveReschedule;
import workouts.trainings.app.command.ApproveRescheduleHandler;
import workouts.trainings.app.command.CancelTraining;
import workouts.trainings.app.command.CancelTrainingHandler;
import workouts.trainings.app.command.Changes;
import workouts.trainings.app.command.Outcome;
import workouts.trainings.app.command.RejectReschedule;
import workouts.trainings.app.command.RejectRescheduleHandler;
import workouts.trainings.app.command.RequestReschedule;
import workouts.trainings.app.command.RequestRescheduleHandler;
import workouts.trainings.app.command.RescheduleTraining;
import workouts.trainings.app.command.RescheduleTrainingHandler;
import workouts.trainings.app.command.ScheduleTraining;
import workouts.trainings.app.command.ScheduleTrainingHandler;
import workouts.trainings.app.command.Subject;
import workouts.trainings.app.saga.Neighbours;
import workouts.trainings.app.saga.Relay;
import workouts.trainings.app.saga.SagaDriver;
import workouts.trainings.app.saga.SagaPace;
import workouts.trainings.domain.training.Attendee;
import workouts.trainings.domain.training.Listing;
import workouts.trainings.domain.training.Participant;
import workouts.trainings.domain.training.Proposal;
import workouts.trainings.domain.training.Reservation;
import workouts.trainings.domain.training.Role;
import workouts.trainings.domain.training.Timetable;
import workouts.trainings.domain.training.Training;
import workouts.trainings.domain.training.TrainingId;

/// A gym with one attendee, one trainer and this service's application layer, on stores that a test chooses. It is
/// 12:00; hours are named by their distance from now.
public final class Gym {
    public static final Instant START = Instant.parse("2027-03-10T12:00:00Z");
    private static final SagaPace PACE = new SagaPace(
            Duration.ofSeconds(10),
            Duration.ofMillis(100),
            Duration.ofSeconds(30),
            Duration.ofSeconds(5),
            Duration.ofMillis(500));
    private static final Relay.Settings RELAY =
            new Relay.Settings(Duration.ofMillis(1), 3, Duration.ofSeconds(10), Duration.ofSeconds(5));

    private final ManualClock clock;
    private final UUID trainer;
    private final Timetable timetable = new Timetable(ZoneOffset.UTC);
    private final GymHours hours;
    private final GymCredits credits;
    private final Mishaps mishaps;
    private final Stores stores;
    private final SagaDriver driver;
    private final Relay relay;
    private final Changes changes;
    private final Attendee attendee;

    public Gym(Stores stores) {
        this.stores = stores;
        clock = ManualClock.at(START);
        trainer = UUID.randomUUID();
        hours = new GymHours();
        credits = new GymCredits();
        mishaps = new Mishaps(hours, credits);
        driver = new SagaDriver(
                stores.sagas(),
                stores.trainings(),
                new Neighbours(mishaps, mishaps),
                PACE,
                new SagaDriver.Waiting(clock, clock::advance, mishaps));
        relay = new Relay(stores.sagas(), driver, RELAY, clock);
        changes = new Changes(stores.trainings(), stores.sagas(), driver, clock, UUID::randomUUID);
        attendee = new Attendee(UUID.randomUUID(), "Ada");
    }

    private Gym(Gym same, Attendee attendee) {
        clock = same.clock;
        trainer = same.trainer;
        hours = same.hours;
        credits = same.credits;
        mishaps = same.mishaps;
        stores = same.stores;
        driver = same.driver;
        relay = same.relay;
        changes = same.changes;
        this.attendee = attendee;
    }

    /// The same gym, seen by another attendee.
    public Gym another() {
        return new Gym(this, new Attendee(UUID.randomUUID(), "Grace"));
    }

    public ManualClock clock() {
        return clock;
    }

    public GymHours hours() {
        return hours;
    }

    public GymCredits credits() {
        return credits;
    }

    public Mishaps mishaps() {
        return mishaps;
    }

    public Relay relay() {
        return relay;
    }

    public Stores stores() {
        return stores;
    }

    public UUID attendeeId() {
        return attendee.id();
    }

    public Instant in(int hoursFromNow) {
        return START.plus(Duration.ofHours(hoursFromNow));
    }

    public void open(int... hoursFromNow) {
        for (int hour : hoursFromNow) {
            hours.open(trainer, in(hour));
        }
    }

    /// Somebody else holds this hour.
    public void take(int hoursFromNow) {
        open(hoursFromNow);
        hours.reserve(new TrainingId(UUID.randomUUID()), new Reservation(UUID.randomUUID(), trainer, in(hoursFromNow)));
    }

    public void grant(int amount) {
        credits.grant(attendee.id(), amount);
    }

    public Participant by(Role role) {
        return new Participant(role == Role.ATTENDEE ? attendee.id() : trainer, role);
    }

    public Outcome book(int hour, String notes, Optional<UUID> key) {
        return new ScheduleTrainingHandler(stores.sagas(), driver, timetable, clock, UUID::randomUUID)
                .handle(new ScheduleTraining(attendee, trainer, in(hour), notes, key));
    }

    /// Books an hour that is open, with a credit that is there.
    public TrainingId booked(int hour) {
        open(hour);
        grant(1);
        if (book(hour, "", Optional.empty()) instanceof Outcome.Done(TrainingId training)) {
            return training;
        }
        throw new AssertionError("not booked");
    }

    public Outcome cancel(TrainingId training, Role by) {
        return cancel(Subject.of(training, by(by)));
    }

    public Outcome cancel(Subject subject) {
        return new CancelTrainingHandler(changes).handle(new CancelTraining(subject));
    }

    public Outcome move(TrainingId training, Role by, int hour) {
        return move(training, by, hour, Optional.empty());
    }

    public Outcome move(TrainingId training, Role by, int hour, Optional<String> notes) {
        return move(Subject.of(training, by(by)), hour, notes);
    }

    public Outcome move(Subject subject, int hour, Optional<String> notes) {
        return new RescheduleTrainingHandler(changes, timetable)
                .handle(new RescheduleTraining(subject, in(hour), notes));
    }

    public Outcome propose(TrainingId training, Role by, int hour) {
        return propose(training, by, hour, Optional.empty());
    }

    public Outcome propose(TrainingId training, Role by, int hour, Optional<String> notes) {
        return propose(Subject.of(training, by(by)), hour, notes);
    }

    public Outcome propose(Subject subject, int hour, Optional<String> notes) {
        return new RequestRescheduleHandler(changes, timetable).handle(new RequestReschedule(subject, in(hour), notes));
    }

    public Outcome approve(TrainingId training, Role by) {
        return approve(Subject.of(training, by(by)));
    }

    public Outcome approve(Subject subject) {
        return new ApproveRescheduleHandler(changes, timetable).handle(new ApproveReschedule(subject));
    }

    public Outcome reject(TrainingId training, Role by) {
        return reject(Subject.of(training, by(by)));
    }

    public Outcome reject(Subject subject) {
        return new RejectRescheduleHandler(changes).handle(new RejectReschedule(subject));
    }

    /// One of the five by its name; the hour is for those that want one.
    public Outcome act(String act, Subject subject, int hour) {
        return switch (act) {
            case "cancel" -> cancel(subject);
            case "move" -> move(subject, hour, Optional.empty());
            case "propose" -> propose(subject, hour, Optional.empty());
            case "approve" -> approve(subject);
            case "reject" -> reject(subject);
            default -> throw new IllegalArgumentException(act);
        };
    }

    /// Time passes and the relay works until nothing is owed.
    public void recover() {
        for (int round = 0; round < 20; round++) {
            clock.advance(Duration.ofSeconds(31));
            relay.runOnce();
            if (stores.sagas().owed() == 0) {
                return;
            }
        }
        throw new AssertionError("calls are owed after twenty rounds");
    }

    public Training training(TrainingId id) {
        return stores.trainings().find(id, by(Role.TRAINER)).orElseThrow();
    }

    /// An outcome in one word: `Done`, `StillInProgress` or the refusal.
    public static String word(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done(var training) -> "Done";
            case Outcome.Refused(var refusal) -> refusal.name();
            case Outcome.StillInProgress() -> "StillInProgress";
        };
    }

    /// All trainings of the trainer, canceled ones too.
    public List<Training> everyTraining() {
        var everything = new Listing(Optional.empty(), Optional.empty(), Listing.Which.ALL, Optional.empty(), 100);
        return stores.trainings().list(by(Role.TRAINER), everything).trainings();
    }

    public Set<Instant> hoursHeld() {
        return hours.held(trainer);
    }

    /// The gym in one line: trainings, hours held, credits to spend, set aside and spent.
    public String told() {
        var trainings = everyTraining().stream().map(this::told).toList();
        var held = hoursHeld().stream().map(this::told).toList();
        return "trainings %s, hours %s, credits %d, set aside %d, spent %d"
                .formatted(
                        trainings,
                        held,
                        credits.balance(attendee.id()),
                        credits.held(attendee.id()),
                        credits.spent(attendee.id()));
    }

    private String told(Training training) {
        return told(training.time())
                + (training.canceled() ? " canceled" : "")
                + training.proposal()
                        .map(Proposal::time)
                        .map(it -> " proposed " + told(it))
                        .orElse("")
                + (training.change().isPresent() ? " changing" : "");
    }

    private String told(Instant time) {
        return "+" + Duration.between(START, time).toHours();
    }
}
