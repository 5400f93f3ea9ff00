package workouts.trainings.ports;

import java.util.Optional;
import workouts.chassis.handlers.CommandHandler;
import workouts.chassis.handlers.QueryHandler;
import workouts.trainings.app.command.ApproveReschedule;
import workouts.trainings.app.command.CancelTraining;
import workouts.trainings.app.command.Outcome;
import workouts.trainings.app.command.RejectReschedule;
import workouts.trainings.app.command.RequestReschedule;
import workouts.trainings.app.command.RescheduleTraining;
import workouts.trainings.app.command.ScheduleTraining;
import workouts.trainings.app.query.OneTraining;
import workouts.trainings.app.query.TrainingView;
import workouts.trainings.app.query.Trainings;

/// Everything that the service can be asked, one handler each.
public record Acts(
        CommandHandler<ScheduleTraining, Outcome> schedule,
        CommandHandler<CancelTraining, Outcome> cancel,
        CommandHandler<RescheduleTraining, Outcome> reschedule,
        CommandHandler<RequestReschedule, Outcome> requestReschedule,
        CommandHandler<ApproveReschedule, Outcome> approveReschedule,
        CommandHandler<RejectReschedule, Outcome> rejectReschedule,
        QueryHandler<OneTraining, Optional<TrainingView>> one,
        QueryHandler<Trainings, Trainings.Page> list) {}
