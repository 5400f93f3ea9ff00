/// Turns every protobuf `service` into a plain Java interface with one abstract method an rpc.
///
/// Runs inside the build only, as a plugin of the protobuf compiler. Start with
/// [ContractGenerator][ballast.build.contracts.ContractGenerator].
@NullMarked
package ballast.build.contracts;

import org.jspecify.annotations.NullMarked;
