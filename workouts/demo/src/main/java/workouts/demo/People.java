package workouts.demo;

import java.util.List;
import java.util.UUID;
import workouts.demo.web.Identity;

/// Who is there from the start.
public final class People {
    public static final Identity TRAINER = new Identity(
            UUID.fromString("c0ffee00-0000-4000-8000-000000000001"), "Wanda Trainer", "trainer@example.org", "trainer");
    public static final Identity ADA = new Identity(
            UUID.fromString("c0ffee00-0000-4000-8000-000000000002"), "Ada Attendee", "ada@example.org", "attendee");
    public static final Identity BEN = new Identity(
            UUID.fromString("c0ffee00-0000-4000-8000-000000000003"), "Ben Attendee", "ben@example.org", "attendee");

    static final List<Identity> ATTENDEES = List.of(ADA, BEN);

    /// Whom the page offers to sign in as.
    static final List<Identity> ALL = List.of(ADA, BEN, TRAINER);

    private People() {}
}
