package ballast.node;

import ballast.consensus.ratis.RatisOptions;
import ballast.journal.JournalOptions;
import ballast.publicapi.PublicApiServerOptions;
import ballast.publicapi.SizeLimits;
import ballast.publicapi.TimeLimits;
import ballast.virtualmachine.VirtualMachineOptions;
import java.time.Duration;

/// What the configuration means to each service.
final class Options {
    private Options() {}

    static JournalOptions journal(NodeConfig config) {
        return JournalOptions.defaults().withSegmentBytesMax(config.number(Setting.JOURNAL_SEGMENT_BYTES));
    }

    static RatisOptions log(NodeConfig config) {
        return RatisOptions.defaults().withSegmentBytesMax(config.number(Setting.LOG_SEGMENT_BYTES));
    }

    static VirtualMachineOptions virtualMachine(NodeConfig config) {
        var defaults = VirtualMachineOptions.defaults();
        return defaults.with(new VirtualMachineOptions.Calls(
                        config.smallNumber(Setting.TRANSACTIONS_WAITING_MAX),
                        defaults.calls().pendingBytesMax(),
                        defaults.calls().bytesMax()))
                .with(new VirtualMachineOptions.Checkpoints(
                        config.number(Setting.CHECKPOINT_BLOCKS), config.number(Setting.CHECKPOINT_BYTES)))
                .with(new VirtualMachineOptions.Patience(
                        config.number(Setting.REQUEST_DEADLINE_MILLIS),
                        defaults.patience().storageMillis(),
                        config.number(Setting.STOP_MILLIS)))
                .withExplicitAccounts(config.number(Setting.ACCOUNTS_EXPLICIT) == 1);
    }

    static PublicApiServerOptions publicApi(NodeConfig config) {
        var times = TimeLimits.defaults();
        return PublicApiServerOptions.defaults()
                .withBind(config.bind())
                .withPort(config.smallNumber(Setting.PORT))
                .withSizes(SizeLimits.defaults()
                        .withConnectionsMax(config.smallNumber(Setting.CONNECTIONS_MAX))
                        .withInFlightMax(config.smallNumber(Setting.TRANSACTIONS_WAITING_MAX)))
                .withTimes(new TimeLimits(
                        millis(config, Setting.HEADER_DEADLINE_MILLIS),
                        millis(config, Setting.BODY_DEADLINE_MILLIS),
                        millis(config, Setting.REQUEST_DEADLINE_MILLIS),
                        times.unreadMax(),
                        millis(config, Setting.IDLE_MILLIS),
                        millis(config, Setting.STOP_MILLIS),
                        times.stopNotice(),
                        times.heartbeat(),
                        millis(config, Setting.WATCH_UNREAD_MILLIS)));
    }

    private static Duration millis(NodeConfig config, Setting setting) {
        return Duration.ofMillis(config.number(setting));
    }
}
