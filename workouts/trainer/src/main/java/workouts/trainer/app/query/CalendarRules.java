package workouts.trainer.app.query;

/// When hours can be opened and booked, whoever asks and whichever trainer is meant.
public record CalendarRules() {}
