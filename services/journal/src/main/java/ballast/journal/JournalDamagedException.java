package ballast.journal;

/// The journal on disk is not what was once written, and no crash explains it. Nothing was changed.
public final class JournalDamagedException extends JournalException {
    private static final long serialVersionUID = 1L;

    private final transient JournalDamage damage;

    public JournalDamagedException(JournalDamage damage, String advice) {
        super("journal damaged: %s. %s".formatted(damage, advice));
        this.damage = damage;
    }

    /// Which file, block and byte.
    public JournalDamage damage() {
        return damage;
    }
}
