package workouts.e2e.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import workouts.demo.Member;

/// JVM flags with which everybody starts for a fraction of the processor time.
///
/// Starting takes most of the time of a test that kills and starts again and again. The classes that a service loads
/// are the same each time, so one life of the network leaves ahead-of-time caches behind (JEP 514) that the next ones
/// start from. What is executed stays the same.
public final class QuickStart {
    private QuickStart() {}

    /// Lets everybody live once.
    ///
    /// @param folder where the caches stay
    public static Map<Member, List<String>> learned(Path folder) throws IOException, InterruptedException {
        Map<Member, List<String>> learning = new EnumMap<>(Member.class);
        for (var member : Member.values()) {
            learning.put(member, List.of("-XX:AOTCacheOutput=" + cache(folder, member)));
        }
        try (var processes = GymOfProcesses.start(folder, learning)) {
            liveALittle(processes);
        }
        Map<Member, List<String>> flags = new EnumMap<>(Member.class);
        for (var member : Member.values()) {
            // a machine too busy to write one in time has to do without
            if (Files.exists(cache(folder, member))) {
                flags.put(member, List.of("-XX:AOTCache=" + cache(folder, member)));
            }
        }
        return flags;
    }

    private static void liveALittle(GymOfProcesses processes) {
        var gym = processes.gym();
        var trainer = gym.trainer(UUID.randomUUID());
        var attendee = gym.attendee(UUID.randomUUID());
        var hour = gym.hour(10, 13);
        var _ = trainer.open(hour);
        processes.grant(attendee.id(), 1);
        var _ = attendee.cancel(attendee.booked(trainer.id(), hour));
        var _ = attendee.statement();
    }

    private static Path cache(Path folder, Member member) {
        return folder.resolve(member.title() + ".aot");
    }
}
