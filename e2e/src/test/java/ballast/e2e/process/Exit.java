package ballast.e2e.process;

/// How a process ended and what it said.
public record Exit(int code, String out, String err) {
    /// What a process that was halted, or killed by SIGKILL, ends with: 128 + 9.
    public static final int KILLED = 137;
}
