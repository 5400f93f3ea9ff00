package ballast.virtualmachine;

/// The machine's surroundings do not let it go on: its state, its journal or its log failed, or what they hold
/// does not fit together. Nothing was half done; the process has to end, and a restart begins from what is on
/// disk.
public final class VirtualMachineException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public VirtualMachineException(String message) {
        super(message);
    }

    public VirtualMachineException(String message, Throwable cause) {
        super(message, cause);
    }
}
