package workouts.e2e.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
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

    /// Made by the first caller, while others wait.
    private static final class Made {
        static final Map<Member, List<String>> FLAGS = make();
    }

    public static Map<Member, List<String>> flags() {
        return Made.FLAGS;
    }

    private static Map<Member, List<String>> make() {
        try {
            var folder = Files.createTempDirectory("workouts-quick-start");
            folder.toFile().deleteOnExit();
            return learned(folder);
        } catch (IOException e) {
            throw new IllegalStateException("nothing to learn from", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while services started", e);
        }
    }

    /// Lets everybody live once.
    private static Map<Member, List<String>> learned(Path folder) throws IOException, InterruptedException {
        Map<Member, List<String>> learning = new EnumMap<>(Member.class);
        for (var member : Member.values()) {
            learning.put(member, List.of("-XX:AOTCacheOutput=" + cache(folder, member)));
        }
        var data = folder.resolve("data");
        try (var processes = GymOfProcesses.start(data, learning)) {
            liveALittle(processes);
        }
        delete(data);
        Map<Member, List<String>> flags = new EnumMap<>(Member.class);
        for (var member : Member.values()) {
            var cache = cache(folder, member);
            // a machine too busy to write one in time has to do without
            if (Files.exists(cache)) {
                cache.toFile().deleteOnExit();
                flags.put(member, List.of("-XX:AOTCache=" + cache));
            }
        }
        return flags;
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
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
