/// The past, made cheap to ask about: an index beside the journal, and the questions that it answers.
///
/// Start with [HistoryService][ballast.history.HistoryService]. The journal stays the one copy of every transaction and
/// outcome; what is kept here says only where things lie in it, and can be thrown away and built again at any time.
/// One thread of its own builds the index from what the journal appends; questions are answered by a few others, each
/// as of one position, and wait for nobody. How it works and what it costs: `docs/history.md`.
@NullMarked
package ballast.history;

import org.jspecify.annotations.NullMarked;
