package workouts.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;

/// What somebody needs who wants to try it out with curl: addresses, tokens and hours, as variables of a shell.
final class Walk {
    private static final int DAYS_AHEAD = 10;

    private final Network network;
    private final URI page;
    private final Path file;

    Walk(Network network, URI page, Path file) {
        this.network = network;
        this.page = page;
        this.file = file;
    }

    void write(DemoData data, Clock clock) throws IOException, InterruptedException {
        var day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(DAYS_AHEAD);
        var lines = """
                # Written anew at each start of the demo; the tokens are good for eight hours.
                WEB=%s
                TRAINER_API=%s/api
                TRAININGS_API=%s/api
                USERS_API=%s/api
                BALLAST=%s
                TRAINER_TOKEN=%s
                ADA=%s
                ADA_TOKEN=%s
                HOUR=%s
                OTHER_HOUR=%s
                THIRD_HOUR=%s
                """.formatted(
                        page,
                        network.ports().address(Member.TRAINER),
                        network.ports().address(Member.TRAININGS),
                        network.ports().address(Member.USERS),
                        network.ports().address(Member.BALLAST),
                        data.token(People.TRAINER),
                        People.ADA.uuid(),
                        data.token(People.ADA),
                        hour(day, 13),
                        hour(day, 15),
                        hour(day, 17));
        Files.writeString(file, lines);
    }

    void print(PrintWriter out) {
        out.println();
        out.printf("Open %s in a browser, and sign in as Ada, Ben or Wanda.%n", page);
        out.println();
        out.println("Wild Workouts is ready. Ctrl-C stops it; what it has stored stays.");
        for (var member : Member.values()) {
            out.printf(
                    "  %-10s %s  (process %d)%n",
                    member.title(), network.ports().address(member), network.pid(member));
        }
        out.println("  This is the profile for development: whoever reaches these ports can be anybody.");
        out.println();
        out.println("In another shell:");
        out.printf("  . %s%n", file);
        out.println("  curl -H \"Authorization: Bearer $ADA_TOKEN\" $USERS_API/users/current");
        out.println("  curl -H \"Authorization: Bearer $ADA_TOKEN\" $TRAININGS_API/trainings");
        out.println("  curl $BALLAST/v1/accounts/attendee:$ADA");
        out.println("The whole walk, from an hour that is published to a training that is cancelled: docs/workouts.md");
        out.flush();
    }

    private static String hour(LocalDate day, int hour) {
        return day.atTime(LocalTime.of(hour, 0)).toInstant(ZoneOffset.UTC).toString();
    }
}
