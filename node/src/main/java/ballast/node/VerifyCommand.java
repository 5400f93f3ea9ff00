package ballast.node;

import ballast.journal.JournalVerification.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "verify",
        description = "Executes the whole history again, offline, and compares journal and checkpoint with it.",
        mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {
    @Option(names = "--data", paramLabel = "DIR", description = "the data folder (default: data)")
    private Path data = NodeConfig.DATA_BY_DEFAULT;

    @Override
    public Integer call() throws IOException {
        var scratch = Files.createTempDirectory("ballast-verify");
        try (var folder = DataFolder.openExisting(data)) {
            return print(Verification.of(folder, scratch));
        } finally {
            delete(scratch);
        }
    }

    private static int print(Verification.Report report) {
        System.out.printf("height        %d%n", report.height());
        System.out.printf("transactions  %d%n", report.transactions());
        System.out.printf("digest        %s%n", report.digest());
        report.findings().forEach(finding -> System.err.println("ballast: " + finding));
        boolean torn =
                report.journal().verdict() == Verdict.TORN && report.findings().size() == 1;
        if (torn) {
            System.err.println(
                    "ballast: nothing is lost: the next start cuts that end off and takes the block from the log");
        }
        return report.findings().isEmpty() || torn ? 0 : 1;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> content = Files.walk(folder)) {
            for (var path : content.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
