/// People and their credits, which the ledger keeps.
///
/// The composition root: the program, its settings, and what is wired to what. Everything else depends on the
/// domain, never the other way about: ports → app → domain ← adapters.
@NullMarked
package workouts.users;

import org.jspecify.annotations.NullMarked;
