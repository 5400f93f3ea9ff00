package workouts.demo;

import java.util.List;
import java.util.UUID;

/// Who is there from the start.
public final class People {
    public static final Person TRAINER = new Person(
            UUID.fromString("c0ffee00-0000-4000-8000-000000000001"), "Wanda Trainer", "trainer@example.org", "trainer");
    public static final Person ADA = new Person(
            UUID.fromString("c0ffee00-0000-4000-8000-000000000002"), "Ada Attendee", "ada@example.org", "attendee");
    public static final Person BEN = new Person(
            UUID.fromString("c0ffee00-0000-4000-8000-000000000003"), "Ben Attendee", "ben@example.org", "attendee");

    static final List<Person> ATTENDEES = List.of(ADA, BEN);

    private People() {}
}
