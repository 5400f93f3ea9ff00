/// Real processes that die at the worst moments, and a history that must still explain every answer.
///
/// Each test proves that its fault happened: a process that was to die at a named point must have died there.
@NullMarked
package ballast.e2e.chaos;

import org.jspecify.annotations.NullMarked;
