/// The replicated log on Apache Ratis: one Raft group, its segments forced to disk before an entry is delivered.
///
/// Start with [RatisReplicatedLog#open][ballast.consensus.ratis.RatisReplicatedLog]. Ratis delivers on its one
/// state-machine thread and answers there too; forgetting runs on a thread of ours. Nothing of Ratis shows
/// outside this package.
@NullMarked
package ballast.consensus.ratis;

import org.jspecify.annotations.NullMarked;
