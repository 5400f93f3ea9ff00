package ballast.journal;

/// Where a chain stops being sound, and whether a crash leaves such a thing.
record Flaw(JournalDamage damage, boolean crashExplains) {}
