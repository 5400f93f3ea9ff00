/// Strict JSON (RFC 8259): texts of strangers are read into a tree that knows where each value stands, so that whatever
/// is wrong with one can be said with its path; answers are written member by member.
///
/// Start with [JsonReader][ballast.publicapi.json.JsonReader] and [Given][ballast.publicapi.json.Given]. Nothing is
/// guessed: a member twice, a member that nobody asked for, a fraction, a text behind the end are refused. There is no
/// state; everything is confined to whoever uses it.
@NullMarked
package ballast.publicapi.json;

import org.jspecify.annotations.NullMarked;
